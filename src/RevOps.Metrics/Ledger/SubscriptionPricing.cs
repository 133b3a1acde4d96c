using NodaTime;

namespace RevOps.Metrics;

/// <summary>Turns a subscription into the spans of days over which it charges one annualised amount.</summary>
/// <remarks>
/// Out: the trial, what is void, and, where churn counts at the request, the days from a request on. A term's price becomes yearly by 12 months,
/// 52 weeks or 365 days, is converted at the rate of the term's first day, and is rounded once, half to even, to a unit.
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
                if (termFrom < termTo) AddTerm(term, (termFrom, termTo), number, firstTerm + i, spans);
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

    private static LocalDate NextTermFrom(Subscription subscription, PriceTerm term)
    {
        LocalDate next = Forever;
        foreach (PriceTerm other in subscription.Terms)
        {
            if (other.From > term.From) next = LocalDate.Min(next, other.From);
        }

        return next;
    }

    private void AddTerm(PriceTerm term, (LocalDate From, LocalDate To) span, int number, int termNumber, List<PricedSpan> spans)
    {
        decimal rate = rates.GetRate(term.Price.Currency, reporting, term.From);
        foreach ((LocalDate from, LocalDate to) in CutByDiscounts(term, span))
        {
            decimal price = term.Price.Amount * term.Quantity;
            decimal off = 0;
            foreach (Discount discount in term.Discounts)
            {
                if (!IsLasting(term, discount) || (discount.From ?? term.From) > from || discount.To <= from) continue;
                off += discount.Share is { } share ? price * share : discount.Amount!.Value.Amount;
            }

            // Divided last: what comes before is exact, so an amount halfway between two units is seen as such.
            decimal yearly = Math.Max(0, price - off) * term.Interval.UnitsAYear * rate * _unitsPerOne / term.Interval.Count;
            spans.Add(new PricedSpan(number, termNumber, DayNumber.Of(from), to == Forever ? FactTable.NoDay : DayNumber.Of(to), AmountScale.Round(yearly)));
        }
    }

    private static IEnumerable<(LocalDate From, LocalDate To)> CutByDiscounts(PriceTerm term, (LocalDate From, LocalDate To) span)
    {
        SortedSet<LocalDate> cuts = [span.From, span.To];
        foreach (Discount discount in term.Discounts)
        {
            if (discount.From is { } from && from > span.From && from < span.To) cuts.Add(from);
            if (discount.To is { } to && to > span.From && to < span.To) cuts.Add(to);
        }

        LocalDate last = span.From;
        foreach (LocalDate cut in cuts.Skip(1))
        {
            yield return (last, cut);
            last = cut;
        }
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
