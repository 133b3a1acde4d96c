using NodaTime;

namespace RevOps.Metrics;

/// <summary>A customer's (or the seller's) request to end a subscription, and its withdrawal where there was one.</summary>
public sealed record CancellationRequest
{
    /// <summary>The day of the request.</summary>
    public required LocalDate RequestedOn { get; init; }

    /// <summary>The day on which it was taken back; null when it stands.</summary>
    public LocalDate? WithdrawnOn { get; init; }

    /// <summary>Why, in the words of the source; without it churn by reason answers "(none)".</summary>
    public string? Reason { get; init; }

    /// <summary>True when the customer chose to leave, false for unpaid bills and the like; null when unknown.</summary>
    public bool? IsVoluntary { get; init; }
}
