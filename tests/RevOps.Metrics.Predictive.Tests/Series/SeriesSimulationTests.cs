using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;
using Xunit.Abstractions;

namespace RevOps.Metrics.Predictive.Tests;

/// <summary>Ranges of forecasts of series whose truth is known: do they hold as many values as they say?</summary>
public class SeriesSimulationTests(ITestOutputHelper output)
{
    private const int Known = 150, Horizon = 6;

    public static TheoryData<string> FiniteForms => [.. EtsForm.All.Where(form => !form.HasInfiniteVariance).Select(form => form.ToString())];

    [Theory]
    [MemberData(nameof(FiniteForms))]
    public void Ranges_of_models_that_are_known_hold_as_many_values_as_they_say(string name)
    {
        EtsForm form = EtsForm.Parse(name);
        (SmoothingParameters p, SmoothingState start) = SimulatedSeries.Plain(form);
        SmoothingOptions given = SimulatedSeries.Given(p, start);
        IntervalCoverage.Holds(output, $"{form}: parameters known, 150 periods, 6 periods on", 1_000, seed =>
            Values(Made(form, seed, Known, Horizon), Known, history => EtsModel.Fit(history, form, given).Forecast(Horizon)));
    }

    [Theory]
    [InlineData("ANN")]
    [InlineData("AAN")]
    [InlineData("ANA")]
    [InlineData("MNN")]
    [InlineData("MNM")]
    public void Ranges_of_models_that_were_fitted_hold_as_many_values_as_they_say(string name)
    {
        EtsForm form = EtsForm.Parse(name);
        IntervalCoverage.Holds(output, $"{form}: fitted to 200 periods, 3 periods on", 500, seed =>
            Values(Made(form, seed, 200, 3), 200, history => EtsModel.Fit(history, form).Forecast(3)));
    }

    [Theory]
    [InlineData("ANN")]
    [InlineData("AAN")]
    [InlineData("AAdN")]
    [InlineData("AAA")]
    [InlineData("AAM")]
    public void Ranges_of_exponential_smoothing_hold_as_many_values_as_they_say(string name)
    {
        EtsForm form = EtsForm.Parse(name);
        string title = ExponentialSmoothing.Fit(new TimeSeries(Made(form, 0, 20, 0), 4), form.Trend, form.Seasonal).Name;
        IntervalCoverage.Holds(output, $"{title}: fitted to 200 periods, 3 periods on", 500, seed =>
            Values(Made(form, seed, 200, 3), 200, history => ExponentialSmoothing.Fit(history, form.Trend, form.Seasonal).Forecast(3)));
    }

    [Fact]
    public void Ranges_of_baselines_hold_as_many_values_as_they_say() => IntervalCoverage.Holds(
        output, "baselines on series of their own kind: 200 periods, 3 periods on", 2_000, seed =>
        {
            MersenneTwister random = new(seed);
            double[] noise = [.. Enumerable.Range(0, 203).Select(_ => Normal.Sample(random, 0, 1))], walk = [.. noise], seasonal = [.. noise];
            for (int t = 1; t < noise.Length; t++) walk[t] += walk[t - 1];
            for (int t = 4; t < noise.Length; t++) seasonal[t] += seasonal[t - 4];
            return
            [
                Value("naive", walk, history => BaselineForecasts.Naive(history, 3)),
                Value("seasonal naive", seasonal, history => BaselineForecasts.SeasonalNaive(history, 3)),
                Value("drift", [.. walk.Select((value, t) => value + (0.3 * t))], history => BaselineForecasts.Drift(history, 3)),
                Value("mean", noise, history => BaselineForecasts.Mean(history, 3)),
            ];
        });

    /// <summary>A backtest of many origins counts what a single forecast holds; one step ahead, errors do not know of one another.</summary>
    [Fact]
    public void A_backtest_measures_that_right_ranges_are_right()
    {
        EtsForm form = EtsForm.Parse("AAN");
        (SmoothingParameters p, SmoothingState start) = SimulatedSeries.Plain(form);
        Forecaster known = (history, horizon) => EtsModel.Fit(history, form, SimulatedSeries.Given(p, start)).Forecast(horizon);
        BacktestOptions options = new() { MinimumHistory = 100, Horizon = 1, Threads = 1 };
        IntervalCoverage.Holds(output, $"backtest of {form}: parameters known, 20 origins after 100 periods, 1 period on", 200, seed =>
        {
            Backtest backtest = Backtest.Run(new TimeSeries(Made(form, seed, 120, 0)), known, options);
            Held[] held = [.. backtest.Forecasts.Select(one => Held.Of("value", one.Forecast.IntervalAt, one.Actual!.Value))];
            Assert.Equal(held.Average(one => one.Of80 ? 1.0 : 0), backtest.Score().Ranges[0].Coverage.OrThrow(), 1e-12);
            return held;
        });
    }

    private static double[] Made(EtsForm form, int seed, int known, int horizon)
    {
        (SmoothingParameters p, SmoothingState start) = SimulatedSeries.Plain(form);
        return SimulatedSeries.Make(form, p, start, SimulatedSeries.PlainDeviation(form) / 2, known + horizon, seed);
    }

    private static IEnumerable<Held> Values(double[] y, int known, Func<TimeSeries, SeriesForecast> forecast)
    {
        SeriesForecast told = forecast(new TimeSeries(y.Take(known), 4));
        return [Held.Of("value", told.Points[^1].IntervalAt, y[^1])];
    }

    private static Held Value(string name, double[] y, Func<TimeSeries, SeriesForecast> forecast) =>
        Held.Of(name, forecast(new TimeSeries(y.Take(y.Length - 3), 4)).Points[^1].IntervalAt, y[^1]);
}
