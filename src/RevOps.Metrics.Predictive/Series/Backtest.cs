namespace RevOps.Metrics.Predictive;

/// <summary>What a forecaster would have said in the past, from one origin after another, beside what came and beside the naive forecast.</summary>
/// <remarks>
/// <para>At each origin the forecaster is shown the history up to it and nothing later. Errors of all origins are pooled, and judged by the core's
/// <see cref="Formulas"/>. Scaled errors are in units of the naive error, a season back, within the history before the first origin, on which
/// nothing was judged; of a history with gaps its latest unbroken run longer than a season.</para>
/// <para>Source: Tashman, Out-of-sample tests of forecasting accuracy, International Journal of Forecasting 16 (2000); https://otexts.com/fpp3/tscv.html</para>
/// </remarks>
public sealed class Backtest
{
    private readonly decimal[] _training;
    private readonly string? _noTraining;
    private readonly int _seasonLength;

    private Backtest(ValueList<BacktestForecast> forecasts, TimeSeries training)
    {
        Forecasts = forecasts;
        _seasonLength = training.SeasonLength;
        (_training, _noTraining) = Unbroken(training);
    }

    /// <summary>Every forecast, by origin and step.</summary>
    public ValueList<BacktestForecast> Forecasts { get; }

    /// <summary>Forecasts the past.</summary>
    /// <param name="series">What came.</param>
    /// <param name="forecaster">What is judged: <c>(history, horizon) => BaselineForecasts.Drift(history, horizon)</c>.</param>
    /// <param name="options">From which origins, how far, and against what.</param>
    /// <param name="cancellationToken">To stop early.</param>
    /// <exception cref="ArgumentException">The series ends before the first forecast could be judged, or the forecaster does not give one point for each step.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static Backtest Run(TimeSeries series, Forecaster forecaster, BacktestOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(forecaster);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.MinimumHistory, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Horizon, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Every, nameof(options));
        if (options.Window is { } window) ArgumentOutOfRangeException.ThrowIfNegativeOrZero(window, nameof(options));
        if (options.MinimumHistory >= series.Count)
        {
            throw new ArgumentException(
                $"The series has {series.Count} periods and the first origin lies after {options.MinimumHistory}: nothing is left to judge. "
                + "Give a longer series or a smaller MinimumHistory.", nameof(series));
        }

        Forecaster baseline = options.Baseline ?? ((history, horizon) => BaselineForecasts.Naive(history, horizon));
        int count = ((series.Count - options.MinimumHistory - 1) / options.Every) + 1;
        int[] origins = [.. Enumerable.Range(0, count).Select(i => options.MinimumHistory + (i * options.Every))];
        BacktestForecast[][] made = new BacktestForecast[origins.Length][];
        IndependentWork.Do(origins.Length, i =>
        {
            TimeSeries history = series.First(origins[i]);
            if (options.Window is { } latest && latest < history.Count) history = history.Last(latest);

            // No further than the series goes: what cannot be judged need not be forecast.
            int horizon = Math.Min(options.Horizon, series.Count - origins[i]);
            SeriesForecast forecast = Made(forecaster, history, horizon, "forecaster"), naive = Made(baseline, history, horizon, "baseline");
            made[i] =
            [
                .. Enumerable.Range(0, horizon).Select(h =>
                    new BacktestForecast(origins[i], forecast.Points[h], naive.Points[h], series.Values[origins[i] + h])),
            ];
        }, options.Threads, options.Progress, cancellationToken);
        return new Backtest(ValueList.From(made.SelectMany(of => of)), series.First(options.MinimumHistory));
    }

    /// <summary>How far off the forecasts were.</summary>
    /// <param name="step">Those of one step only: 1 for the next period; of all steps when none is given.</param>
    public BacktestScore Score(int? step = null)
    {
        BacktestForecast[] asked = [.. Forecasts.Where(forecast => step is null || forecast.Step == step)];
        BacktestForecast[] judged = [.. asked.Where(forecast => forecast.IsJudged)];
        JudgedForecasts of = new(judged, _training, _noTraining, _seasonLength);
        return of.Score(asked.Length - judged.Length);
    }

    private static SeriesForecast Made(Forecaster forecaster, TimeSeries history, int horizon, string role)
    {
        SeriesForecast forecast = forecaster(history, horizon)
            ?? throw new ArgumentException(
                $"The {role} gave no forecast after {history.Count} periods: give points that are undefined, with the reason.", nameof(forecaster));
        for (int h = 0; h < horizon; h++)
        {
            if (h < forecast.Points.Count && forecast.Points[h].Step == h + 1) continue;
            throw new ArgumentException(
                $"The {role} '{forecast.Method}' was asked for {horizon} periods and has no point of step {h + 1} in its place: "
                + $"give the steps 1 to {horizon}, in order.", nameof(forecaster));
        }

        return forecast;
    }

    private static (decimal[] Values, string? Reason) Unbroken(TimeSeries training)
    {
        List<double> run = [];
        for (int t = training.Count - 1; t >= 0; t--)
        {
            if (training.Values[t] is { } value) run.Add(value);
            else if (run.Count > training.SeasonLength) break;
            else run.Clear();
        }

        run.Reverse();
        if (run.Count <= training.SeasonLength) return ([], "the history before the first origin has no unbroken run longer than a season");
        return run.TrueForAll(value => Math.Abs(value) < (double)decimal.MaxValue) ? ([.. run.Select(value => (decimal)value)], null) : ([], JudgedForecasts.TooLarge);
    }
}
