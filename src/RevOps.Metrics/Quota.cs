using NodaTime;

namespace RevOps.Metrics;

/// <summary>The amount that somebody is to sell over a span of days.</summary>
public sealed record Quota
{
    /// <summary>The first day.</summary>
    public required LocalDate PeriodStart { get; init; }

    /// <summary>The first day after.</summary>
    public required LocalDate PeriodEnd { get; init; }

    /// <summary>The amount to reach.</summary>
    public required Money Amount { get; init; }

    /// <summary>Whose quota it is; without it, the company's.</summary>
    public string? Owner { get; init; }

    /// <summary>What counts towards it: deals of this type; null means every type.</summary>
    public DealType? Measure { get; init; } = DealType.NewBusiness;

    /// <summary>For somebody new, the share of full capacity in the period: 0.5 is half; null means ramped.</summary>
    public decimal? RampShare { get; init; }

    /// <inheritdoc cref="CustomerMerge.RecordedOn"/>
    public LocalDate? RecordedOn { get; init; }
}
