using NodaTime;

namespace RevOps.Metrics;

/// <summary>Turns a subscription into the spans of days over which it charges one annualised amount.</summary>
/// <remarks>
/// Out: the trial, what is void, and, where churn counts at the request, the days from a request on. A term's price becomes yearly by 12 months,
/// 52 weeks or 365 days, is converted at the rate of the first day of each service period (of each billing interval from the first paid day of
/// the term), and is rounded once, half to even, to a unit. Where no rate is in force on that day, the period goes on at the rate before.
/// </remarks>
internal sealed class SubscriptionPricing(LedgerPolicy policy, Currency reporting, ExchangeRates rates)
{
    private static readonly LocalDate Forever = LocalDate.MaxIsoValue;
    private readonly long _unitsPerOne = AmountScale.UnitsPerOne(reporting);

    /// <summary>Adds the spans of a subscription; <paramref name="firstTerm"/> is the number of its first term in <see cref="Subscription.Terms"/>.</summary>
    public void AddSpans(Subscription subscription, int number, int firstTerm, List<PricedSpan> spans)
    {
        if (subscription.IsVoid) return;
        LocalDate serviceFrom = subscription.TrialEnd is { } paid && paid > subscription.Start ? paid : subscription.Start;
        LocalDate serviceTo = subscription.End ?? Forever;
        foreach ((LocalDate from, LocalDate to) in WithoutCancelled(subscription, serviceFrom, serviceTo))
        {
            for (int i = 0; i < subscription.Terms.Count; i++)
            {
                PriceTerm term = subscription.Terms[i];
                LocalDate termFrom = LocalDate.Max(term.From, from);
                LocalDate termTo = LocalDate.Min(term.To ?? NextTermFrom(subscription, term), to);
                if (termFrom < termTo) AddTerm(subscription, term, (termFrom, termTo), number, firstTerm + i, spans);
            }
        }
    }

    private IEnumerable<(LocalDate From, LocalDate To)> WithoutCancelled(Subscription subscription, LocalDate from, LocalDate to)
    {
        if (policy.ChurnRecognition == ChurnRecognition.AtRequest)
        {
            foreach (CancellationRequest request in subscription.Cancellations.OrderBy(request => request.RequestedOn))
            {
                if (from < LocalDate.Min(request.RequestedOn, to)) yield return (from, LocalDate.Min(request.RequestedOn, to));
                from = LocalDate.Max(from, request.WithdrawnOn ?? Forever);
            }
        }

        if (from < to) yield return (from, to);
    }

    /// <summary>The day on which the next term takes over; one that lasts no day takes over nothing.</summary>
    private static LocalDate NextTermFrom(Subscription subscription, PriceTerm term)
    {
        LocalDate next = Forever;
        foreach (PriceTerm other in subscription.Terms)
        {
            if (other.From > term.From && other.To != other.From) next = LocalDate.Min(next, other.From);
        }

        return next;
    }

    private void AddTerm(Subscription subscription, PriceTerm term, (LocalDate From, LocalDate To) span, int number, int termNumber, List<PricedSpan> spans)
    {
        SortedSet<LocalDate> cuts = [span.From, span.To];
        void Cut(LocalDate? day)
        {
            if (day > span.From && day < span.To) cuts.Add(day.Value);
        }

        foreach (Discount discount in term.Discounts)
        {
            Cut(discount.From);
            Cut(discount.To);
        }

        foreach (ServicePause pause in subscription.Pauses)
        {
            Cut(pause.From);
            Cut(pause.To);
        }

        List<(LocalDate From, decimal Rate)> ratePeriods = RatePeriods(term, FirstPaidDay(subscription, term), span.To);
        foreach ((LocalDate from, _) in ratePeriods) Cut(from);

        LocalDate start = span.From;
        foreach (LocalDate end in cuts.Skip(1))
        {
            decimal rate = ratePeriods.FindLast(period => period.From <= start).Rate;
            // Divided last: what comes before is exact, so an amount halfway between two units is seen as such.
            decimal yearly = NetPrice(term, start) * term.Interval.UnitsAYear * _unitsPerOne;
            spans.Add(new PricedSpan(
                number, termNumber, DayNumber.Of(start), end == Forever ? FactTable.NoDay : DayNumber.Of(end),
                AmountScale.Round(yearly * rate / term.Interval.Count), yearly / term.Interval.Count, rate, term.Price.Currency,
                subscription.Pauses.Any(pause => pause.From <= start && (pause.To is null || start < pause.To))));
            start = end;
        }
    }

    /// <summary>The day on which the first service period of a term starts.</summary>
    public static LocalDate FirstPaidDay(Subscription subscription, PriceTerm term) =>
        LocalDate.Max(term.From, LocalDate.Max(subscription.Start, subscription.TrialEnd ?? subscription.Start));

    /// <summary>The days from which another rate holds: those of the service periods that start under a rate which differs from the one before.</summary>
    private List<(LocalDate From, decimal Rate)> RatePeriods(PriceTerm term, LocalDate firstPaid, LocalDate to)
    {
        Currency currency = term.Price.Currency;
        List<(LocalDate From, decimal Rate)> periods = [(LocalDate.MinIsoValue, rates.GetRate(currency, reporting, firstPaid))];
        if (currency == reporting || rates.Rates.Count == 0) return periods;
        LocalDate lastChange = rates.Rates.Max(rate => rate.Date);
        for (int i = 1; ; i++)
        {
            LocalDate start = term.Interval.After(firstPaid, i);
            if (start >= to) break;
            if (rates.TryGetRate(currency, reporting, start, out decimal rate) && rate != periods[^1].Rate) periods.Add((start, rate));
            if (start >= lastChange) break;
        }

        return periods;
    }

    /// <summary>The price of all units on a day, less the discounts that count on it.</summary>
    private static decimal NetPrice(PriceTerm term, LocalDate day)
    {
        decimal price = term.Price.Amount * term.Quantity;
        decimal off = 0;
        foreach (Discount discount in term.Discounts)
        {
            if (!IsLasting(term, discount) || (discount.From ?? term.From) > day || discount.To <= day) continue;
            off += discount.Share is { } share ? price * share : discount.Amount!.Value.Amount;
        }

        return Math.Max(0, price - off);
    }

    /// <summary>A discount is recurring when it covers more than one billing interval, or a whole one of a year or longer.</summary>
    /// <remarks>By the days agreed, not those served: the end of a subscription must not change what it charged before.</remarks>
    private static bool IsLasting(PriceTerm term, Discount discount)
    {
        if ((discount.To ?? term.To) is not { } to) return true;
        LocalDate oneInterval = term.Interval.After(discount.From ?? term.From);
        return term.Interval.IsAYearOrLonger ? to >= oneInterval : to > oneInterval;
    }
}
