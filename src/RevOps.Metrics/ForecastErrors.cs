namespace RevOps.Metrics;

/// <summary>How far forecasts were off, in the usual measures: of a period, of a series of periods, or across owners.</summary>
/// <remarks>
/// <para>Accuracy and bias are of the period asked. The others need several forecasts: those of its months, unless <see cref="Each"/>,
/// <see cref="Trailing"/> or <see cref="Across"/> says another series. A series in which one period has no forecast, or is not covered by the
/// records, is undefined: to leave that period out would hide its error.</para>
/// <para>An error is forecast - actual, so above zero too much was promised. Textbooks often have the other sign.</para>
/// </remarks>
/// <example><code>
/// Metric&lt;Ratio&gt; bestCaseAtHalfTime = Forecast.ErrorsOf(Forecast.Submitted.OnDay(45).BestCase).Trailing(8).Wape;
/// </code></example>
public sealed class ForecastErrors
{
    private const string NoForecast = "there is no forecast";

    private readonly Metric<Money> _forecast;
    private readonly Metric<Money> _actual;
    private readonly ErrorSeries _series;

    internal ForecastErrors(Metric<Money> forecast, Metric<Money> actual, ErrorSeries series)
    {
        _forecast = forecast;
        _actual = actual;
        _series = series;
        Metric<Ratio> By(ForecastAccuracyBasis basis) => MetricArithmetic.Apply<Ratio>(
            "forecast accuracy", [forecast, actual], (v, _) => Formulas.ForecastAccuracy(v[0], v[1], basis),
            _ => basis == ForecastAccuracyBasis.Forecast ? "nothing was forecast" : $"{actual} is zero");
        Metric<Ratio> ofActual = By(ForecastAccuracyBasis.Actual), ofForecast = By(ForecastAccuracyBasis.Forecast);
        Metric<Ratio> clamped = By(ForecastAccuracyBasis.ActualClamped);
        Accuracy = Metric<Ratio>.ByPolicy("forecast accuracy", policy => policy.ForecastAccuracy switch
        {
            ForecastAccuracyBasis.Forecast => ofForecast,
            ForecastAccuracyBasis.ActualClamped => clamped,
            _ => ofActual,
        });
        Bias = MetricArithmetic.Apply<Money>("forecast bias", [forecast, actual], (v, _) => Formulas.ForecastBias(forecast: v[0], actual: v[1]), _ => "");
        RelativeBias = MetricArithmetic.Apply<Ratio>(
            "relative forecast bias", [forecast, actual], (v, _) => Formulas.RelativeForecastBias(forecast: v[0], actual: v[1]), _ => $"{actual} is zero");
        MeanBias = OfSeries<Money>("mean forecast bias", Formulas.MeanForecastBias, NoForecast);
        MeanAbsoluteError = OfSeries<Money>("mean absolute forecast error", Formulas.MeanAbsoluteError, NoForecast);
        RootMeanSquaredError = OfSeries<Money>("root mean squared forecast error", Formulas.RootMeanSquaredError, NoForecast);
        Mape = OfSeries<Ratio>("MAPE", Formulas.MeanAbsolutePercentageError, $"{actual} is zero in one of them");
        Wape = OfSeries<Ratio>("WAPE", Formulas.WeightedAbsolutePercentageError, $"{actual} is zero in all of them");
        Smape = OfSeries<Ratio>("sMAPE (0 to 2)", Formulas.SymmetricMeanAbsolutePercentageError, NoForecast);
        TrackingSignal = OfSeries<Ratio>("tracking signal", Formulas.TrackingSignal, "every forecast was exact");
    }

    /// <summary>How near the forecast of the period came, 1 for a hit: 1 - |forecast - actual| / actual.</summary>
    /// <remarks>Or another share, as <see cref="MetricPolicy.ForecastAccuracy"/> says.</remarks>
    public Metric<Ratio> Accuracy { get; }

    /// <summary>Forecast less result of the period.</summary>
    public Metric<Money> Bias { get; }

    /// <summary>The bias as a share of the result.</summary>
    public Metric<Ratio> RelativeBias { get; }

    /// <summary>The mean of the biases of the series, in which errors of opposite sign cancel.</summary>
    public Metric<Money> MeanBias { get; }

    /// <summary>The mean size of the errors (MAE).</summary>
    public Metric<Money> MeanAbsoluteError { get; }

    /// <summary>The root of the mean squared error (RMSE), in which large errors weigh more.</summary>
    public Metric<Money> RootMeanSquaredError { get; }

    /// <summary>The mean absolute percentage error: each error as a share of its own result.</summary>
    public Metric<Ratio> Mape { get; }

    /// <summary>The weighted absolute percentage error: all errors as a share of all results.</summary>
    public Metric<Ratio> Wape { get; }

    /// <summary>The symmetric mean absolute percentage error, in the variant from 0 to 2.</summary>
    public Metric<Ratio> Smape { get; }

    /// <summary>The sum of the biases over the mean absolute error: far from zero, the errors all lie on one side.</summary>
    public Metric<Ratio> TrackingSignal { get; }

    /// <summary>The same over the periods of one grain that the period asked is made of: the quarters of a year.</summary>
    /// <exception cref="ArgumentException">The grain is <see cref="CalendarGrain.Custom"/>.</exception>
    public ForecastErrors Each(CalendarGrain grain) => new(_forecast, _actual, PeriodSeries.Each(grain));

    /// <summary>The same over the period asked and those before it, so many in all.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are none.</exception>
    public ForecastErrors Trailing(int periods) => new(_forecast, _actual, PeriodSeries.Trailing(periods));

    /// <summary>The same across the values of a dimension within the period asked, so that one owner's error does not cancel another's.</summary>
    /// <remarks>Who won something without a forecast forecast nothing; who has neither is left out. Undefined where no forecast has a value.</remarks>
    public ForecastErrors Across(Dimension dimension)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        return new ForecastErrors(_forecast, _actual, new CellSeries(dimension));
    }

    /// <summary>The mean absolute scaled error (MASE): the mean size of the errors over what saying "as last time" was off by in earlier periods.</summary>
    /// <param name="trainingPeriods">How many periods right before the series the scale is taken of.</param>
    /// <param name="seasonLength">How many periods back "last time" is: 1, or 12 for months of a year with seasons.</param>
    /// <exception cref="ArgumentOutOfRangeException">The training is not longer than a season.</exception>
    /// <exception cref="InvalidOperationException">The series is no series of periods.</exception>
    public Metric<Ratio> Mase(int trainingPeriods, int seasonLength = 1) => Scaled("MASE", Formulas.MeanAbsoluteScaledError, trainingPeriods, seasonLength);

    /// <summary>The root mean squared scaled error (RMSSE): as <see cref="Mase"/>, of squared errors.</summary>
    /// <inheritdoc cref="Mase"/>
    public Metric<Ratio> Rmsse(int trainingPeriods, int seasonLength = 1) => Scaled("RMSSE", Formulas.RootMeanSquaredScaledError, trainingPeriods, seasonLength);

    /// <summary>The mean pinball loss, where what was forecast is a quantile (<see cref="Forecast.Quantile"/>).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The quantile is not between 0 and 1.</exception>
    public Metric<Money> PinballLoss(decimal quantile)
    {
        Formulas.RequireQuantile(quantile);
        string name = FormattableString.Invariant($"pinball loss of P{quantile * 100m:0.####}");
        return OfSeries<Money>(name, (forecasts, actuals) => Formulas.PinballLoss(forecasts, actuals, quantile), NoForecast);
    }

    private Metric<Ratio> Scaled(
        string name, Func<IReadOnlyList<decimal>, IReadOnlyList<decimal>, IReadOnlyList<decimal>, int, decimal?> formula, int trainingPeriods, int seasonLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(seasonLength);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(trainingPeriods, seasonLength);
        if (_series is CellSeries)
        {
            throw new InvalidOperationException($"{name} is scaled by earlier periods of a series, and owners are none: ask it of Each or Trailing.");
        }

        return new Metric<Ratio>(name + _series.Words, new ErrorExpression(
            _forecast, _actual, _series, trainingPeriods, (forecasts, actuals, earlier) => formula(forecasts, actuals, earlier, seasonLength),
            $"{_actual} did not change in the periods before"));
    }

    private Metric<TUnit> OfSeries<TUnit>(string name, Func<IReadOnlyList<decimal>, IReadOnlyList<decimal>, decimal?> formula, string undefined)
        where TUnit : struct, IUnit<TUnit> => new(name + _series.Words, new ErrorExpression(
            _forecast, _actual, _series, earlierPeriods: 0, (forecasts, actuals, _) => formula(forecasts, actuals), undefined));
}
