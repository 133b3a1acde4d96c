namespace RevOps.Metrics.Predictive;

/// <summary>How far forecasts were off, beside a baseline on the same periods. An error is forecast - actual.</summary>
/// <param name="Forecasts">How many forecasts were judged.</param>
/// <param name="NotJudged">How many were not: the value or one of the two forecasts is missing.</param>
/// <param name="Bias">The mean error (<see cref="Formulas.MeanForecastBias"/>): above zero, too much was promised.</param>
/// <param name="MeanAbsoluteError">MAE (<see cref="Formulas.MeanAbsoluteError"/>).</param>
/// <param name="RootMeanSquaredError">RMSE (<see cref="Formulas.RootMeanSquaredError"/>).</param>
/// <param name="Wape">The errors as a share of all that came (<see cref="Formulas.WeightedAbsolutePercentageError"/>).</param>
/// <param name="Smape">sMAPE, 0 to 2 (<see cref="Formulas.SymmetricMeanAbsolutePercentageError"/>).</param>
/// <param name="Mase">MAE in units of what "as a season ago" was off by (<see cref="Formulas.MeanAbsoluteScaledError"/>).</param>
/// <param name="Rmsse">RMSE in such units (<see cref="Formulas.RootMeanSquaredScaledError"/>).</param>
/// <param name="BaselineMeanAbsoluteError">The baseline's MAE.</param>
/// <param name="RelativeMeanAbsoluteError">MAE over that of the baseline: below 1 the forecaster is better. Undefined where the baseline was never off.</param>
/// <param name="Ranges">How well the ranges were told, level by level.</param>
public sealed record BacktestScore(
    int Forecasts,
    int NotJudged,
    Estimate Bias,
    Estimate MeanAbsoluteError,
    Estimate RootMeanSquaredError,
    Estimate Wape,
    Estimate Smape,
    Estimate Mase,
    Estimate Rmsse,
    Estimate BaselineMeanAbsoluteError,
    Estimate RelativeMeanAbsoluteError,
    ValueList<BacktestRange> Ranges);
