using NodaTime;

namespace RevOps.Metrics.Tests;

/// <summary>What the invoice lines of a subscription charge on one day: all that cover it, looked for among all there are.</summary>
internal sealed class NaiveInvoices(RevenueDataset data, LedgerPolicy policy)
{
    private readonly Dictionary<(string, InvoiceLineKind), List<Line>> _lines = [];

    /// <summary>What is charged on a day, told at rates that depend on the currency, on the start of the service period and on the day; null where no line covers it.</summary>
    public NaiveCharge? ChargeOn(Subscription subscription, LocalDate day, InvoiceLineKind kind, Func<Currency, LocalDate, LocalDate, decimal> rateOn)
    {
        var lines = LinesOf(subscription, kind).Where(line => line.From <= day && day <= line.LastDay)
            .Select(line => (line.What, line.Times, line.Per, line.What.Amount.Currency, Rate: rateOn(line.What.Amount.Currency, line.RateDay, day))).ToList();
        if (lines.Count == 0) return null;

        // Lines of one length are added up before they are divided, so that a half of a unit is one.
        decimal units = (decimal)Math.Pow(10, data.ReportingCurrency.MinorUnits + 2);
        var byLength = lines.GroupBy(line => line.Per).OrderBy(group => group.Key).ToList();
        decimal own = byLength.Sum(group => group.Sum(line => line.What.Amount.Amount * line.Times * units) / group.Key);
        decimal told = byLength.Sum(group => group.Sum(line => line.What.Amount.Amount * line.Times * units * line.Rate) / group.Key);
        decimal most = lines.Max(line => line.What.Amount.Amount * line.Times * units * line.Rate / line.Per);
        var largest = lines.First(line => line.What.Amount.Amount * line.Times * units * line.Rate / line.Per == most);

        bool isInOneCurrency = lines.Select(line => line.Currency).Distinct().Count() == 1, isAtOneRate = lines.Select(line => line.Rate).Distinct().Count() == 1;
        if (!isInOneCurrency) own = told;
        bool isNothing = own <= 0 || told <= 0;
        decimal rate = !isInOneCurrency ? 1 : isAtOneRate || isNothing ? largest.Rate : told / own;
        long amount = isNothing ? 0 : (long)Math.Round(told, MidpointRounding.ToEven);
        if (kind == InvoiceLineKind.Usage && amount == 0) return null;
        return new NaiveCharge(amount, isNothing ? 0 : own, rate, isInOneCurrency ? largest.Currency : data.ReportingCurrency, largest.What.Plan, largest.What.Product, Term: null);
    }

    private List<Line> LinesOf(Subscription subscription, InvoiceLineKind kind)
    {
        if (_lines.TryGetValue((subscription.Id, kind), out List<Line>? known)) return known;
        return _lines[(subscription.Id, kind)] =
        [
            .. from invoice in data.Invoices.OrderBy(invoice => invoice.Id, StringComparer.Ordinal)
               from line in invoice.Lines
               where line.Kind == kind && (line.SubscriptionId ?? invoice.SubscriptionId) == subscription.Id
               select kind == InvoiceLineKind.Usage ? UsageOf(line, invoice.IssuedOn) : ServiceOf(line, line.From!.Value, line.To!.Value),
        ];
    }

    private static Line ServiceOf(InvoiceLine line, LocalDate from, LocalDate to)
    {
        int months = Enumerable.Range(1, 1200).FirstOrDefault(count => from.PlusMonths(count) == to);
        return months > 0
            ? new Line(line, from, to.PlusDays(-1), from, 12, months)
            : new Line(line, from, to.PlusDays(-1), from, 365, Period.Between(from, to, PeriodUnits.Days).Days);
    }

    private Line UsageOf(InvoiceLine line, LocalDate issued)
    {
        ReportingPeriod period = policy.FixedCalendar.PeriodContaining(issued, policy.FixedGrain);
        (int times, int per) = policy.FixedGrain switch
        {
            CalendarGrain.Day => (365, 1),
            CalendarGrain.Week => (52, 1),
            CalendarGrain.Month => (12, 1),
            CalendarGrain.Quarter => (12, 3),
            CalendarGrain.Half => (12, 6),
            _ => (12, 12),
        };
        return new Line(line, period.Start, period.LastDay, issued, times, per);
    }

    private sealed record Line(InvoiceLine What, LocalDate From, LocalDate LastDay, LocalDate RateDay, int Times, int Per);
}
