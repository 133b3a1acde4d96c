using NodaTime;

namespace RevOps.Metrics;

/// <summary>What a channel showed and what people did with it on one day.</summary>
public sealed record MarketingActivity
{
    /// <summary>The day.</summary>
    public required LocalDate On { get; init; }

    /// <summary>The marketing channel, in the same words as the channel of spend.</summary>
    public string? Channel { get; init; }

    /// <summary>The campaign.</summary>
    public string? Campaign { get; init; }

    /// <summary>True for paid reach, false for organic.</summary>
    public bool IsPaid { get; init; }

    /// <summary>How often content was shown.</summary>
    public long Impressions { get; init; }

    /// <summary>How often people reacted: clicks, likes, replies.</summary>
    public long Engagements { get; init; }

    /// <summary>The lead touched, where the activity is a touchpoint of one.</summary>
    public string? LeadId { get; init; }

    /// <inheritdoc cref="CustomerMerge.RecordedOn"/>
    public LocalDate? RecordedOn { get; init; }
}
