namespace RevOps.Metrics;

/// <summary>What forecast accuracy is a share of.</summary>
public enum ForecastAccuracyBasis
{
    /// <summary>Of what came: 1 - |forecast - actual| / actual. Below zero when the forecast was off by more than the whole result.</summary>
    Actual,

    /// <summary>Of the forecast: 1 - |forecast - actual| / forecast.</summary>
    Forecast,

    /// <summary>Of what came, and never below zero.</summary>
    ActualClamped,
}
