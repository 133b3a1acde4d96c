namespace RevOps.Metrics.Predictive;

/// <summary>Anything that forecasts: given the history up to an origin, the next <paramref name="horizon"/> periods.</summary>
/// <remarks>
/// It sees the history alone. One that needs more than the series, such as the deals open at the origin, finds the origin's date as
/// <c>history.Periods[^1].End</c> and must not look past it.
/// </remarks>
/// <param name="history">What came up to the origin.</param>
/// <param name="horizon">How many periods to forecast.</param>
/// <returns>One point for each of the periods, in order.</returns>
public delegate SeriesForecast Forecaster(TimeSeries history, int horizon);
