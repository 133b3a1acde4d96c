namespace RevOps.Metrics.Predictive;

/// <summary>The forecast of a series: a point with its ranges for each of the next periods.</summary>
/// <param name="Method">What made it: "naive", "ETS(A,Ad,M)".</param>
/// <param name="Points">The periods to come, the next one first.</param>
public sealed record SeriesForecast(string Method, ValueList<ForecastPoint> Points)
{
    /// <summary>
    /// What the method says of each period of the history from the periods before it, with the parameters it now has; empty where a forecaster does not tell.
    /// </summary>
    public ValueList<Estimate> Fitted { get; init; } = [];

    /// <summary>The point of a step: 1 for the next period.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The forecast does not reach so far.</exception>
    public ForecastPoint this[int step] => step >= 1 && step <= Points.Count
        ? Points[step - 1]
        : throw new ArgumentOutOfRangeException(nameof(step), step, $"The forecast has the steps 1 to {Points.Count}.");

    /// <summary>A forecast of many series at once, in their order.</summary>
    /// <remarks>
    /// Each series is forecast by itself, so that the number of threads changes nothing. A series that cannot be forecast has points that say why.
    /// </remarks>
    /// <param name="series">The series.</param>
    /// <param name="forecaster">What forecasts each: <c>(history, horizon) => EtsSelection.Of(history).Forecast(horizon)</c>.</param>
    /// <param name="horizon">How many periods.</param>
    /// <param name="options">Threads and progress.</param>
    /// <param name="cancellationToken">To stop early.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static ValueList<SeriesForecast> OfMany(
        IReadOnlyList<TimeSeries> series, Forecaster forecaster, int horizon, FitOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(forecaster);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(horizon);
        SeriesForecast[] forecasts = new SeriesForecast[series.Count];
        IndependentWork.Do(series.Count, i => forecasts[i] = forecaster(series[i], horizon), options?.Threads, options?.Progress, cancellationToken);
        return ValueList.Create<SeriesForecast>(forecasts);
    }

    /// <summary>The method, and a line for each point.</summary>
    public override string ToString() => $"{Method}\n{string.Join('\n', Points)}";

    /// <summary>A forecast that has a reason instead of points.</summary>
    internal static SeriesForecast Undefined(string method, int horizon, string reason)
    {
        ForecastPoint[] points = new ForecastPoint[horizon];
        for (int i = 0; i < horizon; i++) points[i] = ForecastPoint.Undefined(i + 1, reason);
        return new SeriesForecast(method, ValueList.Create<ForecastPoint>(points));
    }
}
