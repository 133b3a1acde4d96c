using NodaTime;

namespace RevOps.Metrics;

/// <summary>States that one customer is, or became, part of another.</summary>
/// <remarks>A duplicate is merged for all time; an acquisition from its date, outside "new" and outside the cost of acquisition.</remarks>
public sealed record CustomerMerge
{
    /// <summary>The customer that goes.</summary>
    public required string CustomerId { get; init; }

    /// <summary>The customer that stays.</summary>
    public required string IntoCustomerId { get; init; }

    /// <summary>Whether they were one customer all along or became one.</summary>
    public required CustomerMergeKind Kind { get; init; }

    /// <summary>The first day as one customer; required for an acquisition, without meaning for a duplicate.</summary>
    public LocalDate? On { get; init; }

    /// <summary>The day the record was written down; null means it has been known since ever.</summary>
    /// <remarks>Without an id a record has no versions: it is unknown before that day. See <see cref="RevenueDataset.AsOf"/>.</remarks>
    public LocalDate? RecordedOn { get; init; }
}

/// <summary>Why two customers count as one.</summary>
public enum CustomerMergeKind
{
    /// <summary>Two records of one customer; merged for all time.</summary>
    Duplicate,

    /// <summary>One customer bought the other; merged from the date of it.</summary>
    Acquisition,
}
