namespace RevOps.Metrics.Predictive;

/// <summary>A forecaster as it did in a comparison.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Score">How far off it was, on the periods that all compared ones forecast.</param>
/// <param name="Backtest">All that it said.</param>
public sealed record ComparedForecaster(string Name, BacktestScore Score, Backtest Backtest);
