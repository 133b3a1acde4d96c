using FsCheck;
using FsCheck.Fluent;
using RevOps.Metrics.Tests;

namespace RevOps.Metrics.Predictive.Tests;

public class SeriesLaws
{
    private static readonly Gen<int> Seeds = Gen.Choose(0, 100_000);

    [Fact]
    public void A_series_times_k_has_forecasts_times_k() => Law.Holds(
        from seed in Seeds from k in Gen.Elements(0.001, 0.3, 7, 1e6) select (seed, k),
        drawn =>
        {
            TimeSeries series = SimulatedSeries.Business(drawn.seed), scaled = new(series.Values.Select(value => value * drawn.k), 12);
            return Methods(series).Zip(Methods(scaled)).All(pair => Same(pair.First, pair.Second, value => value * drawn.k, 100 * drawn.k));
        },
        cases: 40);

    [Fact]
    public void A_series_plus_c_has_forecasts_plus_c_where_nothing_multiplies() => Law.Holds(
        from seed in Seeds from c in Gen.Elements(-5000.0, -100, 3, 1e4) select (seed, c),
        drawn =>
        {
            TimeSeries series = SimulatedSeries.Business(drawn.seed), shifted = new(series.Values.Select(value => value + drawn.c), 12);
            return AdditiveMethods(series).Zip(AdditiveMethods(shifted)).All(pair => Same(pair.First, pair.Second, value => value + drawn.c, 100));
        },
        cases: 40);

    [Fact]
    public void Ranges_hold_the_point_and_the_wider_level_the_narrower() => Law.Holds(
        Seeds,
        seed => Methods(SimulatedSeries.Business(seed)).SelectMany(forecast => forecast.Points).All(point =>
            point.Intervals is [var narrow, var wide] && narrow.Contains(point.Mean.OrThrow()) && wide.Lower <= narrow.Lower && narrow.Upper <= wide.Upper),
        cases: 60);

    private static SeriesForecast[] Methods(TimeSeries series) =>
    [
        .. AdditiveMethods(series),
        .. new[] { "MNN", "MAN", "MNM" }.Select(form => EtsModel.Fit(series, EtsForm.Parse(form)).Forecast(13)),
        ExponentialSmoothing.Fit(series, TrendForm.Additive, SeasonalForm.Multiplicative, new SmoothingOptions { Alpha = 0.3, Beta = 0.1, Gamma = 0.2 }).Forecast(13),
    ];

    private static SeriesForecast[] AdditiveMethods(TimeSeries series) =>
    [
        BaselineForecasts.Naive(series, 3),
        BaselineForecasts.SeasonalNaive(series, 13),
        BaselineForecasts.Drift(series, 3),
        BaselineForecasts.Mean(series, 3),
        ExponentialSmoothing.Fit(series, TrendForm.Damped, SeasonalForm.Additive, new SmoothingOptions { Alpha = 0.3, Beta = 0.1, Gamma = 0.2, Phi = 0.9 }).Forecast(13),
        .. new[] { "ANN", "AAN", "AAdN", "ANA" }.Select(form => EtsModel.Fit(series, EtsForm.Parse(form)).Forecast(13)),
    ];

    private static bool Same(SeriesForecast first, SeriesForecast second, Func<double, double> moved, double size) => first.Points.Zip(second.Points).All(pair =>
        Math.Abs(moved(pair.First.Mean.OrThrow()) - pair.Second.Mean.OrThrow()) <= 1e-4 * size
        && pair.First.Intervals.Zip(pair.Second.Intervals).All(range =>
            Math.Abs(moved(range.First.Upper) - range.Second.Upper) <= 1e-4 * size && Math.Abs(moved(range.First.Lower) - range.Second.Lower) <= 1e-4 * size));
}
