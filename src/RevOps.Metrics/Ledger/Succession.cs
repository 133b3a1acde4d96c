using NodaTime;

namespace RevOps.Metrics;

/// <summary>Which subscription another one of the same customer takes the place of, and from when; what another customer's says counts for nothing.</summary>
internal sealed class Succession
{
    private readonly ILookup<string, Subscription> _replacing, _renewing;

    public Succession(RevenueDataset data, CustomerIdentity identity)
    {
        CustomerNumbers customers = data.NumbersBy(identity);
        // Those in columns name no other, though others may name them.
        ILookup<string, Subscription> Naming(Func<Subscription, string?> named) => data.Held.Records
            .Where(s => !s.IsVoid && named(s) is { } id && id != s.Id && data.Held.Find(id) is { } other && customers.Of(other.CustomerId) == customers.Of(s.CustomerId))
            .ToLookup(s => named(s)!, StringComparer.Ordinal);
        _replacing = Naming(subscription => subscription.ReplacesId);
        _renewing = Naming(subscription => subscription.RenewsId);
    }

    /// <summary>The first paid day of the subscription that replaces one, on which that one stops; null where none does.</summary>
    public LocalDate? ReplacedOn(Subscription subscription) => First(_replacing[subscription.Id].Select(FirstPaidDay));

    /// <summary>The day on which a contract was signed that replaces or renews one, if it was signed before it starts.</summary>
    public LocalDate? SuccessorSignedOn(Subscription subscription) =>
        First(_replacing[subscription.Id].Concat(_renewing[subscription.Id]).Where(s => s.SignedOn < FirstPaidDay(s)).Select(s => s.SignedOn!.Value));

    private static LocalDate? First(IEnumerable<LocalDate> days) => days.Any() ? days.Min() : null;

    private static LocalDate FirstPaidDay(Subscription subscription) => SubscriptionPricing.FirstPaidDay(subscription, subscription.Start);
}
