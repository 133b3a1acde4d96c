namespace RevOps.Metrics.Predictive.Tests;

public class BacktestTests
{
    private static readonly Forecaster Naive = (history, horizon) => BaselineForecasts.Naive(history, horizon);
    private static readonly Forecaster Drift = (history, horizon) => BaselineForecasts.Drift(history, horizon);

    [Fact]
    public void By_hand()
    {
        // Drift from origin 3 (1, 2, 4): slope 1.5, says 5.5 for 5 and 7 for 9; from origin 4: slope 4/3, says 6.333 for 9. Naive says 4, 4 and 5.
        Backtest backtest = Backtest.Run(new TimeSeries([1.0, 2.0, 4.0, 5.0, 9.0]), Drift, new BacktestOptions { MinimumHistory = 3, Horizon = 2 });

        Assert.Equal([(3, 1), (3, 2), (4, 1)], backtest.Forecasts.Select(forecast => (forecast.Origin, forecast.Step)));
        BacktestScore all = backtest.Score(), next = backtest.Score(step: 1);
        Assert.Equal((0.5 + 2 + (8 / 3.0)) / 3, all.MeanAbsoluteError.OrThrow(), 1e-12);
        Assert.Equal((0.5 - 2 - (8 / 3.0)) / 3, all.Bias.OrThrow(), 1e-12);
        Assert.Equal((0.5 + 2 + (8 / 3.0)) / 23, all.Wape.OrThrow(), 1e-12);
        Assert.Equal((1 + 5 + 4) / 3.0, all.BaselineMeanAbsoluteError.OrThrow(), 1e-12);
        Assert.Equal((0.5 + 2 + (8 / 3.0)) / 10, all.RelativeMeanAbsoluteError.OrThrow(), 1e-12);

        // The naive error within 1, 2, 4 is 1.5.
        Assert.Equal(all.MeanAbsoluteError.OrThrow() / 1.5, all.Mase.OrThrow(), 1e-12);
        Assert.Equal(2, next.Forecasts);
        Assert.Equal((0.5 + (8 / 3.0)) / 2, next.MeanAbsoluteError.OrThrow(), 1e-12);
    }

    [Fact]
    public void The_naive_forecast_is_as_good_as_itself()
    {
        BacktestScore score = Backtest.Run(SimulatedSeries.Business(1, 48), Naive, new BacktestOptions { MinimumHistory = 24, Horizon = 6 }).Score();

        Assert.Equal(1, score.RelativeMeanAbsoluteError.OrThrow());
        Assert.Equal([0.8, 0.95], score.Ranges.Select(range => range.Level));
        Assert.Equal((24 - 5) * 6 + 15, score.Forecasts);
    }

    [Fact]
    public void A_forecaster_sees_no_more_than_the_past()
    {
        TimeSeries series = SimulatedSeries.Business(2, 30);
        List<int> seen = [];
        Forecaster watching = (history, horizon) =>
        {
            seen.Add(history.Count);
            Assert.Equal(series.First(seen[^1]), history);
            return BaselineForecasts.Naive(history, horizon);
        };

        Backtest.Run(series, watching, new BacktestOptions { MinimumHistory = 20, Horizon = 3, Every = 4, Threads = 1 });

        Assert.Equal([20, 24, 28], seen);
    }

    [Fact]
    public void A_window_shows_the_latest_periods_only()
    {
        TimeSeries series = new(Enumerable.Range(1, 10).Select(t => (double)t * t));
        Backtest backtest = Backtest.Run(series, (history, horizon) => BaselineForecasts.Mean(history, horizon), new BacktestOptions { MinimumHistory = 5, Window = 2 });

        Assert.Equal((16 + 25) / 2.0, backtest.Forecasts[0].Forecast.Mean.OrThrow());
    }

    [Fact]
    public void What_is_missing_is_not_judged_and_counted()
    {
        TimeSeries series = new([1.0, 2.0, 4.0, null, 9.0]);
        BacktestScore score = Backtest.Run(series, Drift, new BacktestOptions { MinimumHistory = 3, Horizon = 2 }).Score();

        Assert.Equal((2, 1), (score.Forecasts, score.NotJudged));
    }

    [Fact]
    public void What_is_undefined_is_not_judged()
    {
        Forecaster mute = (_, horizon) => new SeriesForecast("mute", ValueList.From(Enumerable.Range(1, horizon).Select(step => new ForecastPoint(step, Estimate.Undefined("I do not know"), []))));
        BacktestScore score = Backtest.Run(new TimeSeries([1.0, 2.0, 4.0]), mute, new BacktestOptions { MinimumHistory = 1 }).Score();

        Assert.Equal((0, 2), (score.Forecasts, score.NotJudged));
        Assert.Equal("there is no forecast to judge", score.Wape.UndefinedReason);
        Assert.Equal("there is no forecast to judge", score.Mase.UndefinedReason);
        Assert.Equal("there is no forecast to judge", score.RelativeMeanAbsoluteError.UndefinedReason);
        Assert.Empty(score.Ranges);
    }

    [Fact]
    public void Scores_that_do_not_exist_say_why()
    {
        BacktestScore score = Backtest.Run(new TimeSeries([0.0, 0.0, 0.0, 0.0]), Drift, new BacktestOptions { MinimumHistory = 2 }).Score();

        Assert.Equal("all that came is zero", score.Wape.UndefinedReason);
        Assert.Equal("the history before the first origin never changed", score.Mase.UndefinedReason);
        Assert.Equal("the baseline was never off", score.RelativeMeanAbsoluteError.UndefinedReason);
        BacktestScore seasonal = Backtest.Run(new TimeSeries([1.0, null, 2.0, 3.0, 5.0], 2), Naive, new BacktestOptions { MinimumHistory = 4 }).Score();
        Assert.Equal("the history before the first origin has no unbroken run longer than a season", seasonal.Mase.UndefinedReason);
        BacktestScore large = Backtest.Run(new TimeSeries([0.0, 1e30, 2e30, 4e30]), Naive, new BacktestOptions { MinimumHistory = 2 }).Score();
        Assert.StartsWith("the numbers are too large to be judged exactly", large.MeanAbsoluteError.UndefinedReason, StringComparison.Ordinal);
    }

    [Fact]
    public void With_gaps_errors_are_scaled_by_the_latest_unbroken_run()
    {
        // Of 7, 8, -, 1, 3 the run 1, 3 changes by 2; the forecast 3 for 6 is off by 3.
        BacktestScore score = Backtest.Run(new TimeSeries([7.0, 8.0, null, 1.0, 3.0, 6.0]), Naive, new BacktestOptions { MinimumHistory = 5 }).Score();

        Assert.Equal(1.5, score.Mase.OrThrow());
    }

    [Fact]
    public void Any_forecaster_can_be_judged_by_its_ranges()
    {
        // P10 and P90 of a forecaster of one's own: 4 and 8, around 6.
        Forecaster own = (_, _) => new SeriesForecast("own", [new ForecastPoint(1, Estimate.Of(6), [new Interval(0.8, 4, 8)])]);
        BacktestRange range = Assert.Single(Backtest.Run(new TimeSeries([5.0, 6.0, 9.0, 7.0]), own, new BacktestOptions { MinimumHistory = 2 }).Score().Ranges);

        Assert.Equal(2, range.Forecasts);
        Assert.Equal(0.5, range.Coverage.OrThrow());

        // 9 is 1 above: 2 / 0.2 x 1 is 10 more, on one of two.
        Assert.Equal(4 + (10 / 2.0), range.IntervalScore.OrThrow(), 1e-12);
        Assert.Equal(((0.9 * 1) + (0.1 * 1)) / 2, range.UpperPinballLoss.OrThrow(), 1e-12);
        Assert.Equal(((0.1 * 5) + (0.1 * 3)) / 2, range.LowerPinballLoss.OrThrow(), 1e-12);
    }

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        TimeSeries series = SimulatedSeries.Business(3, 48);
        ValueList<BacktestForecast> On(int threads) => Backtest.Run(
            series, (history, horizon) => EtsSelection.Of(history, [EtsForm.Parse("AAN"), EtsForm.Parse("MNN")]).Forecast(horizon),
            new BacktestOptions { MinimumHistory = 24, Horizon = 3, Threads = threads }).Forecasts;

        Assert.Equal(On(1), On(4));
    }

    [Fact]
    public void Misuse_is_refused_with_the_remedy()
    {
        TimeSeries series = new([1.0, 2.0, 3.0, 4.0]);
        Forecaster wrong = (history, _) => BaselineForecasts.Naive(history, 1);

        Assert.Contains("nothing is left to judge", Assert.Throws<ArgumentException>(() => Backtest.Run(series, Naive, new BacktestOptions { MinimumHistory = 4 })).Message, StringComparison.Ordinal);
        Assert.Contains(
            "was asked for 2 periods and has no point of step 2", Assert.Throws<ArgumentException>(() => Backtest.Run(series, wrong, new BacktestOptions { MinimumHistory = 1, Horizon = 2 })).Message, StringComparison.Ordinal);
        Assert.Contains("gave no forecast after 1 periods", Assert.Throws<ArgumentException>(() => Backtest.Run(series, (_, _) => null!, new BacktestOptions { MinimumHistory = 1 })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Backtest.Run(series, Naive, new BacktestOptions { MinimumHistory = 1, Every = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Backtest.Run(series, Naive, new BacktestOptions { MinimumHistory = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Backtest.Run(series, Naive, new BacktestOptions { MinimumHistory = 1, Window = 0 }));
    }
}
