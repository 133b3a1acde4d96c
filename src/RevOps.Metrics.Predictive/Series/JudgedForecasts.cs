namespace RevOps.Metrics.Predictive;

/// <summary>Forecasts and what came, as the core's formulas take them.</summary>
internal sealed class JudgedForecasts
{
    public const string TooLarge = "the numbers are too large to be judged exactly: give them in a larger unit, such as thousands";

    private const string NeverChanged = "the history before the first origin never changed";
    private const string NoForecast = "there is no forecast to judge";

    private readonly BacktestForecast[] _forecasts;
    private readonly decimal[] _training;
    private readonly string? _noTraining;
    private readonly int _season;

    public JudgedForecasts(BacktestForecast[] forecasts, decimal[] training, string? noTraining, int season) =>
        (_forecasts, _training, _noTraining, _season) = (forecasts, training, noTraining, season);

    public BacktestScore Score(int notJudged)
    {
        string wapeReason = _forecasts.Length == 0 ? NoForecast : "all that came is zero";
        Estimate error = Of(Formulas.MeanAbsoluteError, NoForecast), baseline = Of(Formulas.MeanAbsoluteError, NoForecast, forecast => forecast.Baseline);
        return new BacktestScore(
            _forecasts.Length,
            notJudged,
            Of(Formulas.MeanForecastBias, NoForecast),
            error,
            Of(Formulas.RootMeanSquaredError, NoForecast),
            Of(Formulas.WeightedAbsolutePercentageError, wapeReason),
            Of(Formulas.SymmetricMeanAbsolutePercentageError, NoForecast),
            Scaled((forecasts, actuals) => Formulas.MeanAbsoluteScaledError(forecasts, actuals, _training, _season), NeverChanged),
            Scaled((forecasts, actuals) => Formulas.RootMeanSquaredScaledError(forecasts, actuals, _training, _season), NeverChanged),
            baseline,
            Over(error, baseline),
            ValueList.From(Levels().Select(Range)));
    }

    private static Estimate Over(Estimate error, Estimate baseline) =>
        !error.IsDefined ? error : !baseline.IsDefined ? baseline
        : baseline.Value == 0 ? Estimate.Undefined("the baseline was never off")
        : Estimate.Of(error.Value.Value / baseline.Value.Value);

    private IEnumerable<double> Levels() => _forecasts.SelectMany(forecast => forecast.Forecast.Intervals.Select(interval => interval.Level)).Distinct().Order();

    private BacktestRange Range(double level)
    {
        (Interval Interval, double Actual)[] ranges =
        [
            .. from forecast in _forecasts
               let interval = forecast.Forecast.IntervalAt(level)
               where interval is not null
               select (interval.Value, forecast.Actual!.Value),
        ];
        Estimate Judge(Func<decimal[], decimal[], decimal[], decimal?> formula, string reason) => Exactly(
            () => formula(
                [.. ranges.Select(range => (decimal)range.Interval.Lower)],
                [.. ranges.Select(range => (decimal)range.Interval.Upper)],
                [.. ranges.Select(range => (decimal)range.Actual)]),
            reason);
        decimal share = (decimal)level;
        return new BacktestRange(
            level,
            ranges.Length,
            Judge(Formulas.IntervalCoverage, NoForecast),
            Judge((lower, upper, actuals) => Formulas.IntervalScore(lower, upper, actuals, share), NoForecast),
            _noTraining is null
                ? Judge((lower, upper, actuals) => Formulas.MeanScaledIntervalScore(lower, upper, actuals, share, _training, _season), NeverChanged)
                : Estimate.Undefined(_noTraining),
            Judge((lower, _, actuals) => Formulas.PinballLoss(lower, actuals, (1 - share) / 2), NoForecast),
            Judge((_, upper, actuals) => Formulas.PinballLoss(upper, actuals, (1 + share) / 2), NoForecast));
    }

    private Estimate Scaled(Func<decimal[], decimal[], decimal?> formula, string reason) =>
        _forecasts.Length == 0 ? Estimate.Undefined(NoForecast) : _noTraining is null ? Of(formula, reason) : Estimate.Undefined(_noTraining);

    private Estimate Of(Func<decimal[], decimal[], decimal?> formula, string reason, Func<BacktestForecast, ForecastPoint>? said = null) => Exactly(
        () => formula(
            [.. _forecasts.Select(forecast => (decimal)(said?.Invoke(forecast) ?? forecast.Forecast).Mean.OrThrow())],
            [.. _forecasts.Select(forecast => (decimal)forecast.Actual!.Value)]),
        reason);

    private static Estimate Exactly(Func<decimal?> formula, string reason)
    {
        try
        {
            return formula() is { } value ? Estimate.Of((double)value) : Estimate.Undefined(reason);
        }
        catch (OverflowException)
        {
            return Estimate.Undefined(TooLarge);
        }
    }
}
