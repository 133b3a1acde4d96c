using NodaTime;

namespace RevOps.Metrics;

/// <summary>A record in one of its versions, and the day on which it was written down.</summary>
/// <seealso cref="RevenueDataset.RecordedBetween"/>
public sealed record RecordVersion
{
    /// <summary>The kind of record.</summary>
    public required RecordType Type { get; init; }

    /// <summary>The record as data issues name it, by id where it has one, else described: "subscription S1".</summary>
    public required string Record { get; init; }

    /// <summary>Its id; null for a kind of record that has none.</summary>
    public string? Id { get; init; }

    /// <summary>The customer whose record it is, which for a customer is itself; null where it belongs to none.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The day on which it was written down; for a forecast snapshot the day on which it was taken.</summary>
    public required LocalDate RecordedOn { get; init; }

    /// <summary>True for a later version of a record known before, false for the first one.</summary>
    public bool IsCorrection { get; init; }
}
