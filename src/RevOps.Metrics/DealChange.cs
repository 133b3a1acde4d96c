using NodaTime;

namespace RevOps.Metrics;

/// <summary>What became known of a deal on one day; what is null did not change.</summary>
public sealed record DealChange
{
    /// <summary>The day from which the new values hold.</summary>
    public required LocalDate On { get; init; }

    /// <summary>The stage entered.</summary>
    public string? Stage { get; init; }

    /// <summary>The new amount.</summary>
    public Money? Amount { get; init; }

    /// <summary>The new expected close.</summary>
    public LocalDate? ExpectedCloseOn { get; init; }

    /// <summary>The new forecast category.</summary>
    public ForecastCategory? Category { get; init; }

    /// <summary>The new owner.</summary>
    public string? Owner { get; init; }
}
