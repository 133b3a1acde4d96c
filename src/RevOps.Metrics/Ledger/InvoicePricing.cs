using NodaTime;

namespace RevOps.Metrics;

/// <summary>Turns the invoice lines of a subscription into the spans of days over which they charge one annualised amount together.</summary>
/// <remarks>
/// Out are the days that take a price term off as well (<see cref="CountedDays"/>). On each day all lines that cover it are added up, are converted
/// each at its own rate, and are rounded once, half to even, to a unit; less than nothing is nothing. Plan and product are those of the largest.
/// </remarks>
internal sealed class InvoicePricing(LedgerPolicy policy, RevenueDataset data, CountedDays days, TermFacts terms)
{
    private readonly TermRates _rates = new(policy, data.ReportingCurrency, data.Options.ExchangeRates);
    private readonly long _unitsPerOne = AmountScale.UnitsPerOne(data.ReportingCurrency);
    private readonly Lazy<ILookup<string, InvoiceCharge>> _service = new(() => InvoiceCharge.OfService(data));
    private readonly Lazy<ILookup<string, InvoiceCharge>> _usage = new(() => InvoiceCharge.OfUsage(data, policy));

    /// <summary>Adds what the recurring lines of a subscription charge, in the order of days; lines that come to nothing are free.</summary>
    public void AddService(Subscription subscription, int line, List<PricedSpan> spans) => AddSpans(subscription, line, _service.Value[subscription.Id], spans, keepsFree: true);

    /// <summary>Adds what its usage lines charge; usage that comes to nothing is not there.</summary>
    public void AddUsage(Subscription subscription, int line, List<PricedSpan> spans) => AddSpans(subscription, line, _usage.Value[subscription.Id], spans, keepsFree: false);

    private void AddSpans(Subscription subscription, int line, IEnumerable<InvoiceCharge> lines, List<PricedSpan> spans, bool keepsFree)
    {
        if (subscription.IsVoid) return;
        List<Charge> charges = [.. lines.Select(charge => new Charge(
            charge, terms.Add(charge.Line.Plan, charge.Line.Product), charge.Line.Amount.Amount * charge.Times * _unitsPerOne,
            _rates.Of(charge.Line.Amount.Currency, charge.RateDay, charge.To)))];
        if (charges.Count == 0) return;
        ServicePause[] pauses = policy.Pauses == PauseTreatment.Pair ? [.. subscription.Pauses] : [];
        int first = spans.Count;
        foreach ((LocalDate from, LocalDate to, MovementCause? endsBy) in days.Of(subscription))
        {
            LocalDate start = from;
            foreach (LocalDate end in Cuts(from, to, charges, pauses))
            {
                List<Charge> covering = charges.FindAll(charge => charge.Billed.From <= start && start < charge.Billed.To);
                if (covering.Count > 0)
                {
                    PricedSpan span = SpanOf(covering, line, start, end, Array.Exists(pauses, pause => pause.From <= start && (pause.To is null || start < pause.To)));
                    if (keepsFree || span.Amount > 0) spans.Add(span);
                }

                start = end;
            }

            if (endsBy is not null && spans.Count > first && spans[^1].To == DayNumber.Of(to)) spans[^1] = spans[^1] with { EndsBy = endsBy };
        }

        SpanEnds.Name(policy, subscription, spans, first);
    }

    /// <summary>The days after the first on which what is charged can change, and the last.</summary>
    private static SortedSet<LocalDate> Cuts(LocalDate from, LocalDate to, List<Charge> charges, ServicePause[] pauses)
    {
        IEnumerable<LocalDate> cuts =
        [
            .. charges.SelectMany(charge => new[] { charge.Billed.From, charge.Billed.To }), .. charges.SelectMany(charge => charge.Rates.Select(rate => rate.From)),
            .. pauses.SelectMany(pause => new[] { pause.From, pause.To }.OfType<LocalDate>()),
        ];
        return [.. cuts.Where(day => from < day && day < to), to];
    }

    private PricedSpan SpanOf(List<Charge> covering, int line, LocalDate from, LocalDate to, bool isPaused)
    {
        decimal price = 0, told = 0;
        // Divided last, and once for each divisor: what comes before is exact.
        foreach (var alike in covering.GroupBy(charge => charge.Billed.Per).OrderBy(group => group.Key))
        {
            price += alike.Sum(charge => charge.Yearly) / alike.Key;
            told += alike.Sum(charge => charge.Yearly * charge.RateOn(from)) / alike.Key;
        }

        Charge largest = covering.MaxBy(charge => charge.Yearly * charge.RateOn(from) / charge.Billed.Per)!;
        (Currency currency, decimal rate) = (largest.Currency, largest.RateOn(from));
        // Prices in several currencies have one in the reporting currency only; prices at several rates have a rate between them.
        if (covering.Exists(charge => charge.Currency != currency)) (currency, price, rate) = (data.ReportingCurrency, told, 1);
        if (price <= 0 || told <= 0) price = told = 0;
        else if (covering.Exists(charge => charge.Currency == currency && charge.RateOn(from) != rate)) rate = told / price;
        return new PricedSpan(line, largest.Term, DayNumber.Of(from), DayNumber.Of(to), AmountScale.Round(told), price, rate, currency, isPaused);
    }

    /// <summary>A line with the number of its plan and product, its yearly amount before the division, in units of its own currency, and its rates.</summary>
    private sealed record Charge(InvoiceCharge Billed, int Term, decimal Yearly, IReadOnlyList<(LocalDate From, decimal Rate)> Rates)
    {
        public Currency Currency => Billed.Line.Amount.Currency;

        public decimal RateOn(LocalDate day) => Rates.Last(period => period.From <= day).Rate;
    }
}
