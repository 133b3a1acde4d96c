using NodaTime;

namespace RevOps.Metrics.Predictive;

/// <summary>Cuts records back to what was known at the end of a day.</summary>
/// <remarks>
/// A value that the history tells is the last one told by the day, and none before the first. A value that the history never tells has no date:
/// it is taken as known since the deal is, as the core does. A close, a creation or an attribute after the day is unknown.
/// </remarks>
internal static class KnownDeal
{
    /// <summary>The deal as known; null when nobody knew of it.</summary>
    public static Deal? On(LocalDate day, Deal deal)
    {
        DealChange[] told = [.. deal.History.Where(change => change.On <= day).OrderBy(change => change.On)];
        bool isClosed = deal.ClosedOn <= day;
        if (deal.CreatedOn > day || (deal.CreatedOn is null && told.Length == 0 && !isClosed)) return null;
        return deal with
        {
            Outcome = isClosed ? deal.Outcome : DealOutcome.Open,
            ClosedOn = isClosed ? deal.ClosedOn : null,
            LostReason = isClosed ? deal.LostReason : null,
            Amount = IsOwnKnown(change => change.Amount is not null) ? deal.Amount : Array.FindLast(told, change => change.Amount is not null)?.Amount,
            Owner = IsOwnKnown(change => change.Owner is not null) ? deal.Owner : Array.FindLast(told, change => change.Owner is not null)?.Owner,
            Stage = Array.FindLast(told, change => change.Stage is not null)?.Stage,
            ExpectedCloseOn = null,
            Category = null,
            SubscriptionId = null,
            RenewsSubscriptionId = null,
            History = ValueList.Create<DealChange>(told),
        };

        // The deal's own value is its latest. It is known when it was told by no change at all, or the deal is closed and no later change tells it.
        bool IsOwnKnown(Func<DealChange, bool> tells) => !deal.History.Any(change => tells(change) && (!isClosed || change.On > day));
    }

    /// <summary>The customer with the attributes and parents that it had by the day.</summary>
    public static Customer On(LocalDate day, Customer customer) => customer with
    {
        Attributes = ValueList.From(customer.Attributes.Where(attribute => !(attribute.From > day))),
        Parents = ValueList.From(customer.Parents.Where(parent => !(parent.From > day))),
    };

    /// <summary>The amount that a deal with such a history had on a day: the last told by then; what is told first holds from the creation on.</summary>
    public static Money? AmountOn(LocalDate day, Deal deal)
    {
        DealChange[] amounts = [.. deal.History.Where(change => change.Amount is not null).OrderBy(change => change.On)];
        return (Array.FindLast(amounts, change => change.On <= day) ?? amounts.FirstOrDefault())?.Amount ?? deal.Amount;
    }
}
