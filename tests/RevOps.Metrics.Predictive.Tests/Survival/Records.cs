using NodaTime;
using NodaTime.Text;

namespace RevOps.Metrics.Predictive.Tests;

/// <summary>Short ways to write records.</summary>
internal static class Records
{
    public static LocalDate Day(string iso) => LocalDatePattern.Iso.Parse(iso).Value;

    public static Subscription Monthly(string customer, string start, string? end = null, string? id = null) => new()
    {
        Id = id ?? $"s-{customer}-{start}", CustomerId = customer, Start = Day(start), End = end is null ? null : Day(end),
        Terms = [new PriceTerm { From = Day(start), Price = new Money(100, Currency.Usd), Interval = BillingInterval.Month }],
    };

    public static Customer Customer(string id, string segment) => new() { Id = id, Attributes = [new CustomerAttribute("segment", segment)] };

    public static Deal Deal(string id, string? created, string? closed = null, DealOutcome outcome = DealOutcome.Open, string? owner = null, decimal? amount = null) => new()
    {
        Id = id, CreatedOn = created is null ? null : Day(created), ClosedOn = closed is null ? null : Day(closed), Outcome = outcome, Owner = owner,
        Amount = amount is { } value ? new Money(value, Currency.Usd) : null,
    };

    /// <summary>Options that declare the coverage of a type from a day on.</summary>
    public static DatasetOptions Since(RecordType type, string from, string? to = null) =>
        new() { Coverage = new Dictionary<RecordType, Coverage> { [type] = new(Day(from), to is null ? null : Day(to)) } };
}
