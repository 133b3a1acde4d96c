namespace RevOps.Metrics;

/// <summary>Why spans of service end.</summary>
internal static class SpanEnds
{
    /// <summary>
    /// Names why the service behind spans ends: by going free, else by the last request to cancel that stood on the day. Spans that follow on
    /// each other end together.
    /// </summary>
    public static void Name(LedgerPolicy policy, Subscription subscription, List<PricedSpan> spans, int first)
    {
        for (int i = spans.Count - 1; i >= first; i--)
        {
            PricedSpan span = spans[i];
            if (span.To == FactTable.NoDay) continue;
            PricedSpan? next = i + 1 < spans.Count && spans[i + 1].From == span.To ? spans[i + 1] : null;
            bool goesFree = next is { Amount: 0 } && policy.Free == FreeTreatment.NotPaying;
            if (next is not null && !goesFree)
            {
                spans[i] = span with { EndsBy = next.EndsBy, EndReason = next.EndReason };
                continue;
            }

            CancellationRequest? request = subscription.Cancellations
                .Where(r => DayNumber.Of(r.RequestedOn) <= span.To && !(r.WithdrawnOn is { } withdrawn && DayNumber.Of(withdrawn) <= span.To))
                .OrderBy(r => r.RequestedOn).LastOrDefault();
            MovementCause? asked = request?.IsVoluntary switch { true => MovementCause.Voluntary, false => MovementCause.Involuntary, null => null };
            spans[i] = span with { EndsBy = goesFree ? MovementCause.ToFree : span.EndsBy ?? asked, EndReason = goesFree ? null : request?.Reason };
        }
    }
}
