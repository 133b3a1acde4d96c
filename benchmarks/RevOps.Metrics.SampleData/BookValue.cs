using NodaTime;

namespace RevOps.Metrics.SampleData;

/// <summary>What subscriptions are worth, roughly: enough to size deals, budgets and books, not a definition of recurring revenue.</summary>
internal static class BookValue
{
    /// <summary>A year of a term at its price, less the discount that covers its first day for longer than a month.</summary>
    public static Money Annual(PriceTerm term)
    {
        Money perInterval = PerInterval(term, term.From, lastingOnly: true);
        decimal intervals = term.Interval.Unit switch
        {
            BillingUnit.Year => 1m / term.Interval.Count,
            BillingUnit.Month => 12m / term.Interval.Count,
            BillingUnit.Week => 52m / term.Interval.Count,
            _ => 365m / term.Interval.Count,
        };
        return (perInterval * intervals).Round().WithoutTrailingZeros();
    }

    /// <summary>What one billing interval that begins on this day costs.</summary>
    public static Money PerInterval(PriceTerm term, LocalDate on, bool lastingOnly = false)
    {
        Money amount = term.Price * term.Quantity;
        foreach (Discount discount in term.Discounts)
        {
            LocalDate from = discount.From ?? term.From;
            bool covers = discount.To is not { } to || (to > on && (!lastingOnly || to > from.PlusMonths(1)));
            if (!covers || (!lastingOnly && from > on)) continue;
            amount = discount.Share is { } share ? amount * (1 - share) : amount - discount.Amount!.Value;
        }

        return (amount.Amount < 0 ? Money.Zero(amount.Currency) : amount).Round().WithoutTrailingZeros();
    }

    /// <summary>The same amount in its shortest form: 190 and not 190.00, so that files stay small.</summary>
    public static Money WithoutTrailingZeros(this Money money) => money with { Amount = money.Amount / 1.0000000000000000000000000000m };

    /// <summary>The term that is charged on a day; null on a trial, in a pause, outside the service.</summary>
    public static PriceTerm? TermOn(Subscription subscription, LocalDate day)
    {
        if (subscription.IsVoid || day < (subscription.TrialEnd ?? subscription.Start) || day >= subscription.End) return null;
        if (subscription.Pauses.Any(pause => pause.From <= day && !(pause.To <= day))) return null;
        return subscription.Terms.LastOrDefault(term => term.From <= day);
    }
}
