using NodaTime;

namespace RevOps.Metrics;

/// <summary>Turns a subscription into the spans of days over which it charges one annualised amount.</summary>
/// <remarks>
/// Out: the trial, what is void, and the days that the policy does not count (<see cref="CountedDays"/>). A term's price becomes yearly by the
/// policy's months, weeks or days of a year, less the discounts that count, is converted at the rate that the policy takes for the day
/// (<see cref="TermRates"/>), and is rounded once, half to even, to a unit.
/// </remarks>
internal sealed class SubscriptionPricing
{
    private readonly LedgerPolicy _policy;
    private readonly CountedDays _days;
    private readonly TermRates _rates;
    private readonly long _unitsPerOne;

    public SubscriptionPricing(LedgerPolicy policy, RevenueDataset data, CountedDays days)
    {
        _policy = policy;
        _days = days;
        _rates = new TermRates(policy, data.ReportingCurrency, data.Options.ExchangeRates);
        _unitsPerOne = AmountScale.UnitsPerOne(data.ReportingCurrency);
    }

    /// <summary>Adds the spans of a subscription in the order of their days.</summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="line">The number of the line that they make.</param>
    /// <param name="firstTerm">The number of its first term in <see cref="Subscription.Terms"/>.</param>
    /// <param name="spans">The list to add to.</param>
    public void AddSpans(Subscription subscription, int line, int firstTerm, List<PricedSpan> spans)
    {
        if (subscription.IsVoid) return;
        IReadOnlyList<TermDays> terms = [.. TermDays.Of(subscription, _policy.PriceChanges).Where(term => !IsLeftOut(term.Term))];
        int first = spans.Count;
        foreach (TermDays term in terms)
        {
            decimal? average = _policy.Ramps == RampTreatment.AverageOverTerm ? RampAverage(terms, term) : null;
            foreach ((LocalDate from, LocalDate to, MovementCause? endsBy) in _days.Of(subscription))
            {
                (LocalDate From, LocalDate To) span = (LocalDate.Max(term.From, from), LocalDate.Min(term.To, to));
                if (span.From >= span.To) continue;
                AddTerm(subscription, term, span, average, (line, firstTerm + term.Index), spans);
                if (span.To == to && endsBy is not null) spans[^1] = spans[^1] with { EndsBy = endsBy };
            }
        }

        spans.Sort(first, spans.Count - first, Comparer<PricedSpan>.Create((a, b) => a.From.CompareTo(b.From)));
        SpanEnds.Name(_policy, subscription, spans, first);
    }

    /// <summary>The day on which the first service period of a term starts.</summary>
    public static LocalDate FirstPaidDay(Subscription subscription, PriceTerm term) => FirstPaidDay(subscription, term.From);

    public static LocalDate FirstPaidDay(Subscription subscription, LocalDate termFrom) =>
        LocalDate.Max(termFrom, LocalDate.Max(subscription.Start, subscription.TrialEnd ?? subscription.Start));

    private bool IsLeftOut(PriceTerm term) => term.IsUsageCommitment && _policy.Usage == UsageTreatment.Excluded;

    private void AddTerm(
        Subscription subscription, TermDays term, (LocalDate From, LocalDate To) span, decimal? average, (int Subscription, int Term) numbers, List<PricedSpan> spans)
    {
        SortedSet<LocalDate> cuts = [span.From, span.To];
        void Cut(LocalDate? day)
        {
            if (day > span.From && day < span.To) cuts.Add(day.Value);
        }

        foreach (Discount discount in term.Term.Discounts)
        {
            Cut(discount.From);
            Cut(discount.To);
        }

        IEnumerable<ServicePause> pauses = _policy.Pauses == PauseTreatment.Pair ? subscription.Pauses : [];
        foreach (ServicePause pause in pauses)
        {
            Cut(pause.From);
            Cut(pause.To);
        }

        IReadOnlyList<(LocalDate From, decimal Rate)> rates = _rates.Of(term.Term, FirstPaidDay(subscription, term.From), span.To);
        foreach ((LocalDate from, _) in rates) Cut(from);

        LocalDate start = span.From;
        foreach (LocalDate end in cuts.Skip(1))
        {
            decimal rate = rates.Last(period => period.From <= start).Rate;
            // Divided last: what comes before is exact, so an amount halfway between two units is seen as such.
            (decimal yearly, decimal per) = average is { } ramp ? (ramp, 1) : Yearly(term.Term, start);
            spans.Add(new PricedSpan(
                numbers.Subscription, numbers.Term, DayNumber.Of(start), end == CountedDays.Forever ? FactTable.NoDay : DayNumber.Of(end),
                AmountScale.Round(yearly * rate / per), yearly / per, rate, term.Term.Price.Currency,
                pauses.Any(pause => pause.From <= start && (pause.To is null || start < pause.To))));
            start = end;
        }
    }

    /// <summary>What a term charges in a year by the discounts of a day, in units of its own currency: a product, and what to divide it by.</summary>
    private (decimal Yearly, decimal Per) Yearly(PriceTerm term, LocalDate day)
    {
        (int times, int per) = term.Interval.TimesAYear(_policy.YearBasis);
        return (NetPrice(term, day) * times * _unitsPerOne, per);
    }

    /// <summary>The price of all units on a day, less the discounts that count on it.</summary>
    private decimal NetPrice(PriceTerm term, LocalDate day)
    {
        decimal price = term.Price.Amount * term.Quantity;
        decimal off = 0;
        foreach (Discount discount in term.Discounts)
        {
            if (!Counts(term, discount) || (discount.From ?? term.From) > day || discount.To <= day) continue;
            off += discount.Share is { } share ? price * share : discount.Amount!.Value.Amount;
        }

        return Math.Max(0, price - off);
    }

    /// <summary>By default a discount counts when it covers more than one billing interval, or a whole one of a year or longer.</summary>
    /// <remarks>By the days agreed, not those served: the end of a subscription must not change what it charged before.</remarks>
    private bool Counts(PriceTerm term, Discount discount)
    {
        if (_policy.Discounts != DiscountTreatment.Lasting) return _policy.Discounts == DiscountTreatment.All;
        if ((discount.To ?? term.To) is not { } to) return true;
        LocalDate oneInterval = term.Interval.After(discount.From ?? term.From);
        return term.Interval.IsAYearOrLonger ? to >= oneInterval : to > oneInterval;
    }

    /// <summary>What a first price and the contracted steps after it charge in a year on average over all their days; null where it is no ramp or has no end.</summary>
    private decimal? RampAverage(IReadOnlyList<TermDays> terms, TermDays term)
    {
        int first = terms.Index().First(t => t.Item == term).Index, last = first;
        while (first > 0 && IsStepOf(terms[first - 1], terms[first])) first--;
        while (last + 1 < terms.Count && IsStepOf(terms[last], terms[last + 1])) last++;
        if (first == last || terms[last].To == CountedDays.Forever) return null;

        // Over the product of all divisors, so that only the last division rounds.
        decimal divisor = 1, sum = 0;
        for (int i = first; i <= last; i++) divisor *= Yearly(terms[i].Term, terms[i].From).Per;
        long days = 0;
        for (int i = first; i <= last; i++)
        {
            SortedSet<LocalDate> cuts = [terms[i].From, terms[i].To];
            foreach (LocalDate day in terms[i].Term.Discounts.SelectMany(discount => new[] { discount.From, discount.To }).OfType<LocalDate>())
            {
                if (day > terms[i].From && day < terms[i].To) cuts.Add(day);
            }

            LocalDate start = terms[i].From;
            foreach (LocalDate end in cuts.Skip(1))
            {
                (decimal yearly, decimal per) = Yearly(terms[i].Term, start);
                int length = Period.DaysBetween(start, end);
                sum += yearly * (divisor / per) * length;
                days += length;
                start = end;
            }
        }

        return sum / (divisor * days);
    }

    private static bool IsStepOf(TermDays before, TermDays step) =>
        step.Term.IsContractedStep && before.To == step.From && before.Term.Price.Currency == step.Term.Price.Currency;
}
