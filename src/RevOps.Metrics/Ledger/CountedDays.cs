using NodaTime;

namespace RevOps.Metrics;

/// <summary>The days on which a subscription counts: served, paid for and not yet replaced, less those that the policy takes off.</summary>
/// <remarks>
/// Taken off: where churn counts at the request, the days from a request to its withdrawal; where pauses end the service, the pauses; where
/// unpaid invoices do, the days from the policy's limit until the invoice is settled.
/// </remarks>
internal sealed class CountedDays(LedgerPolicy policy, RevenueDataset data)
{
    /// <summary>The end of what has no known end.</summary>
    public static readonly LocalDate Forever = LocalDate.MaxIsoValue;

    private readonly Succession _succession = new(data, policy.Identity);
    private readonly ILookup<string, UnpaidSpan> _unpaid = UnpaidSpan.BySubscription(data);

    /// <summary>The spans of days in order, each with the cause of its end where that is not the subscription's.</summary>
    public IEnumerable<(LocalDate From, LocalDate To, MovementCause? EndsBy)> Of(Subscription subscription)
    {
        LocalDate from = subscription.TrialEnd is { } paid && paid > subscription.Start ? paid : subscription.Start;
        LocalDate end = LocalDate.Min(subscription.End ?? Forever, _succession.ReplacedOn(subscription) ?? Forever);
        foreach ((LocalDate offFrom, LocalDate offTo, MovementCause? cause) in TakenOff(subscription).OrderBy(off => off.From))
        {
            LocalDate to = LocalDate.Min(offFrom, end);
            if (from < to) yield return (from, to, to == offFrom ? cause : null);
            from = LocalDate.Max(from, offTo);
        }

        if (from < end) yield return (from, end, null);
    }

    private IEnumerable<(LocalDate From, LocalDate To, MovementCause? Cause)> TakenOff(Subscription subscription)
    {
        // First, so that it names the cause where something else begins on the same day.
        foreach (UnpaidSpan unpaid in _unpaid[subscription.Id])
        {
            if (policy.PastDue.StopsCountingOn(unpaid.DueOn, subscription.Collection) is { } stop && stop < unpaid.SettledOn)
            {
                yield return (stop, unpaid.SettledOn, MovementCause.Involuntary);
            }
        }

        if (policy.ChurnRecognition == ChurnRecognition.AtRequest)
        {
            foreach (CancellationRequest request in subscription.Cancellations) yield return (request.RequestedOn, request.WithdrawnOn ?? Forever, null);
        }

        if (policy.Pauses == PauseTreatment.EndsService)
        {
            foreach (ServicePause pause in subscription.Pauses) yield return (pause.From, pause.To ?? Forever, null);
        }

    }
}
