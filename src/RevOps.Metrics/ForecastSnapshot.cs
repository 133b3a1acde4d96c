using NodaTime;

namespace RevOps.Metrics;

/// <summary>An amount that somebody forecast, on one day, for one period.</summary>
/// <remarks>
/// An amount is the single category's own: "commit" is what is promised beyond what is closed. The commit forecast of a day is
/// closed + commit, so where a source stores the cumulative figure, give it as <see cref="ForecastCategory.Commit"/> and leave closed out.
/// </remarks>
public sealed record ForecastSnapshot
{
    /// <summary>The first day of the period forecast.</summary>
    public required LocalDate PeriodStart { get; init; }

    /// <summary>The first day after the period forecast.</summary>
    public required LocalDate PeriodEnd { get; init; }

    /// <summary>The day on which the forecast was made.</summary>
    public required LocalDate TakenOn { get; init; }

    /// <summary>Who forecast; without it the forecast is the company's.</summary>
    public string? Owner { get; init; }

    /// <summary>The category forecast.</summary>
    public ForecastCategory Category { get; init; } = ForecastCategory.Commit;

    /// <summary>The amount.</summary>
    public required Money Amount { get; init; }

    /// <summary>For a forecast with a range, the probability that the result is at most the amount: 0.1 for P10; null for a point forecast.</summary>
    public decimal? Quantile { get; init; }
}
