namespace RevOps.Metrics.Predictive;

/// <summary>From which origins a backtest forecasts, and how far.</summary>
public sealed record BacktestOptions
{
    /// <summary>The periods of history before the first origin; at least 1.</summary>
    public required int MinimumHistory { get; init; }

    /// <summary>How many periods to forecast from each origin.</summary>
    public int Horizon { get; init; } = 1;

    /// <summary>How many periods from one origin to the next.</summary>
    public int Every { get; init; } = 1;

    /// <summary>How many of the latest periods a forecaster is shown; null for all of them.</summary>
    public int? Window { get; init; }

    /// <summary>What to judge against; <see cref="BaselineForecasts.Naive"/> unless said otherwise. It is shown what the forecaster is.</summary>
    public Forecaster? Baseline { get; init; }

    /// <summary>How many origins are forecast at once; all processors unless said otherwise. It does not change the result; with more than one, the
    /// forecaster is called from several threads.</summary>
    public int? Threads { get; init; }

    /// <summary>Told the share of the origins done, 0 to 1, now and then.</summary>
    public IProgress<double>? Progress { get; init; }
}
