namespace RevOps.Metrics.Predictive;

/// <summary>One period as it was forecast from one origin.</summary>
/// <param name="Origin">How many periods of the series were known: the forecast was made at their end.</param>
/// <param name="Forecast">What the forecaster said; its step says for which period.</param>
/// <param name="Baseline">What the baseline said.</param>
/// <param name="Actual">What came; null where the period is missing.</param>
public sealed record BacktestForecast(int Origin, ForecastPoint Forecast, ForecastPoint Baseline, double? Actual)
{
    /// <summary>How many periods after the origin.</summary>
    public int Step => Forecast.Step;

    /// <summary>True when all three are known; only then it is judged, so that forecaster and baseline are judged on the same periods.</summary>
    public bool IsJudged => Actual is not null && Forecast.Mean.IsDefined && Baseline.Mean.IsDefined;
}
