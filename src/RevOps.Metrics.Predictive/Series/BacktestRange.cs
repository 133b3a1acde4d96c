namespace RevOps.Metrics.Predictive;

/// <summary>How well the ranges of one level were told.</summary>
/// <param name="Level">The share of values that they were to hold: 0.8.</param>
/// <param name="Forecasts">How many ranges were judged.</param>
/// <param name="Coverage">The share of values that they held (<see cref="Formulas.IntervalCoverage"/>): below the level they are too narrow.</param>
/// <param name="IntervalScore">Their width and a penalty for what lay outside (<see cref="Formulas.IntervalScore"/>); less is better.</param>
/// <param name="ScaledIntervalScore">The same in units of the naive error (<see cref="Formulas.MeanScaledIntervalScore"/>).</param>
/// <param name="LowerPinballLoss">The pinball loss of the lower ends, as forecasts of the quantile (1 - level) / 2: of P10, for 0.8.</param>
/// <param name="UpperPinballLoss">That of the upper ends, as forecasts of the quantile (1 + level) / 2: of P90, for 0.8.</param>
public sealed record BacktestRange(
    double Level, int Forecasts, Estimate Coverage, Estimate IntervalScore, Estimate ScaledIntervalScore, Estimate LowerPinballLoss, Estimate UpperPinballLoss);
