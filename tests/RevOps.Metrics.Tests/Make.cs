using NodaTime;
using NodaTime.Text;

namespace RevOps.Metrics.Tests;

/// <summary>Short ways to write records and to read the ledger, for tests that are computed by hand.</summary>
internal static class Make
{
    public static LocalDate Day(string iso) => LocalDatePattern.Iso.Parse(iso).Value;

    public static Money Usd(decimal amount) => new(amount, Currency.Usd);

    public static Customer Customer(string id, params ReadOnlySpan<CustomerAttribute> attributes) => new() { Id = id, Attributes = ValueList.Create(attributes) };

    /// <summary>A segment from a day on; from ever without one.</summary>
    public static CustomerAttribute Segment(string value, string? from = null) => new("segment", value, from is null ? null : Day(from));

    /// <summary>A subscription at one price a month.</summary>
    public static Subscription Monthly(string id, string customer, decimal price, string start, string? end = null, string? plan = null) =>
        Subscribed(id, customer, start, end, Term(start, price, plan));

    /// <summary>A subscription with these terms.</summary>
    public static Subscription Subscribed(string id, string customer, string start, string? end, params ReadOnlySpan<PriceTerm> terms) =>
        new() { Id = id, CustomerId = customer, Start = Day(start), End = end is null ? null : Day(end), Terms = ValueList.Create(terms) };

    /// <summary>A price a month from a day on.</summary>
    public static PriceTerm Term(string from, decimal price, string? plan = null) =>
        new() { From = Day(from), Price = Usd(price), Interval = BillingInterval.Month, Plan = plan };

    /// <summary>A deal of new business in dollars.</summary>
    public static Deal Deal(string id, DealOutcome outcome, string? created, string? closed, decimal? amount) => new()
    {
        Id = id, Outcome = outcome, CreatedOn = created is null ? null : Day(created), ClosedOn = closed is null ? null : Day(closed),
        Amount = amount is { } value ? Usd(value) : null,
    };

    public static ReportingPeriod Month(string label) => ReportingCalendar.Gregorian.PeriodContaining(Day(label + "-01"), CalendarGrain.Month);

    public static ReportingPeriod Quarter(int year, int number) => ReportingCalendar.Gregorian.Quarters(year)[number - 1];

    /// <summary>Every movement of 2026 by day: "02-10 SMB: Transfer -1200".</summary>
    public static string[] Ledger(RevenueDataset data, params Dimension[] by) => Ledger(data, LedgerPolicy.Default, by);

    /// <summary>Every movement of 2026 by day, under a policy.</summary>
    public static string[] Ledger(RevenueDataset data, LedgerPolicy policy, params Dimension[] by)
    {
        MovementKind[] kinds = Enum.GetValues<MovementKind>();
        MetricTable table = data.Evaluate([.. kinds.Select(Revenue.ArrMovement)], ReportingCalendar.Gregorian.Days(2026), by, new EvaluationOptions { Policy = new MetricPolicy { Ledger = policy } });
        return
        [
            .. from result in table.Results
               where result.Magnitude is not null and not 0
               let kind = kinds.First(kind => Revenue.ArrMovement(kind) == result.Metric)
               select FormattableString.Invariant($"{result.Period.Label[5..]}{(by.Length == 0 ? "" : $" {result.Cell}")}: {kind} {result.Magnitude:0.####}"),
        ];
    }
}
