using NodaTime;

namespace RevOps.Metrics;

/// <summary>Which subscription another one takes the place of, and from when.</summary>
internal sealed class Succession
{
    private readonly ILookup<string, Subscription> _replacing, _renewing;

    public Succession(RevenueDataset data)
    {
        IEnumerable<Subscription> standing = data.Subscriptions.Where(subscription => !subscription.IsVoid);
        _replacing = standing.Where(s => s.ReplacesId is not null && s.ReplacesId != s.Id).ToLookup(s => s.ReplacesId!, StringComparer.Ordinal);
        _renewing = standing.Where(s => s.RenewsId is not null && s.RenewsId != s.Id).ToLookup(s => s.RenewsId!, StringComparer.Ordinal);
    }

    /// <summary>The first paid day of the subscription that replaces one, on which that one stops; null where none does.</summary>
    public LocalDate? ReplacedOn(Subscription subscription) => First(_replacing[subscription.Id].Select(FirstPaidDay));

    /// <summary>The day on which a contract was signed that replaces or renews one, if it was signed before it starts.</summary>
    public LocalDate? SuccessorSignedOn(Subscription subscription) =>
        First(_replacing[subscription.Id].Concat(_renewing[subscription.Id]).Where(s => s.SignedOn < FirstPaidDay(s)).Select(s => s.SignedOn!.Value));

    private static LocalDate? First(IEnumerable<LocalDate> days) => days.Any() ? days.Min() : null;

    private static LocalDate FirstPaidDay(Subscription subscription) => SubscriptionPricing.FirstPaidDay(subscription, subscription.Start);
}
