using NodaTime;

namespace RevOps.Metrics;

/// <summary>A person or company that might buy, and the milestones it has passed on the way to a deal.</summary>
/// <remarks>A milestone that a company does not record is left null: the rates between the others still work, those that need it are undefined.</remarks>
public sealed record Lead
{
    /// <summary>The identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The day of the first contact.</summary>
    public required LocalDate FirstTouchOn { get; init; }

    /// <summary>The customer it became or belongs to.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The deal it became.</summary>
    public string? DealId { get; init; }

    /// <summary>Where it came from, in the words of the source: "webinar", "referral".</summary>
    public string? Source { get; init; }

    /// <summary>The marketing channel, in the same words as the channel of spend, so that the cost of a lead can be told.</summary>
    public string? Channel { get; init; }

    /// <summary>The campaign.</summary>
    public string? Campaign { get; init; }

    /// <summary>Who works it.</summary>
    public string? Owner { get; init; }

    /// <summary>True when the lead reached out by itself; null when unknown.</summary>
    public bool? IsInbound { get; init; }

    /// <summary>The day marketing qualified it (MQL).</summary>
    public LocalDate? MarketingQualifiedOn { get; init; }

    /// <summary>The day sales accepted it (SAL).</summary>
    public LocalDate? AcceptedOn { get; init; }

    /// <summary>The day sales qualified it (SQL).</summary>
    public LocalDate? SalesQualifiedOn { get; init; }

    /// <summary>The day it was given up.</summary>
    public LocalDate? DisqualifiedOn { get; init; }

    /// <summary>The day it became a deal.</summary>
    public LocalDate? ConvertedOn { get; init; }

    /// <inheritdoc cref="Customer.RecordedOn" path="/summary"/>
    /// <remarks>Several versions of one id are told apart by it; the latest holds.</remarks>
    public LocalDate? RecordedOn { get; init; }
}
