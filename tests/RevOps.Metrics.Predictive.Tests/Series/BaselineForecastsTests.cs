namespace RevOps.Metrics.Predictive.Tests;

public class BaselineForecastsTests
{
    private const double Z95 = 1.959963984540054;

    [Fact]
    public void AirPassengers_forecast_by_R()
    {
        // R 4.2.2, forecast 8.20: naive(window(AirPassengers, end = 1959 + 11/12)): the last value is 405 and the root mean squared change 31.3321287191971.
        TimeSeries series = new([405 - 31.3321287191971, 405.0]);

        Interval interval = BaselineForecasts.Naive(series, 2)[2].IntervalAt(0.95)!.Value;

        Assert.Equal(318.153365966097, interval.Lower, 9);
        Assert.Equal(491.846634033903, interval.Upper, 9);
    }

    [Fact]
    public void The_naive_range_widens_with_the_root_of_the_step()
    {
        // Changes 3 and -1: mean square 5.
        SeriesForecast forecast = BaselineForecasts.Naive(new TimeSeries([1.0, 4.0, 3.0]), 4);

        Assert.All(forecast.Points, point => Assert.Equal(3, point.Mean.OrThrow()));
        Assert.Equal(3 + (Z95 * Math.Sqrt(5)), forecast[1].IntervalAt(0.95)!.Value.Upper, 12);
        Assert.Equal(3 - (Z95 * Math.Sqrt(20)), forecast[4].IntervalAt(0.95)!.Value.Lower, 12);
    }

    [Fact]
    public void The_seasonal_naive_range_widens_with_each_season_gone_back()
    {
        SeriesForecast forecast = BaselineForecasts.SeasonalNaive(new TimeSeries([1, 2, 4, 4.0], 2), 3);

        // Changes over a season: 3 and 2.
        Assert.Equal([4, 4, 4], forecast.Points.Select(point => point.Mean.OrThrow()));
        Assert.Equal(4 + (Z95 * Math.Sqrt(6.5)), forecast[2].IntervalAt(0.95)!.Value.Upper, 12);
        Assert.Equal(4 + (Z95 * Math.Sqrt(13)), forecast[3].IntervalAt(0.95)!.Value.Upper, 12);
    }

    [Fact]
    public void Drift_goes_on_along_the_line_through_the_ends()
    {
        // Changes 3, -1, 4 around their mean 2: 1 + 9 + 4 over 2 is 7.
        SeriesForecast forecast = BaselineForecasts.Drift(new TimeSeries([1.0, 4.0, 3.0, 7.0]), 2);

        Assert.Equal([9, 11], forecast.Points.Select(point => point.Mean.OrThrow()));
        Assert.Equal(11 + (Z95 * Math.Sqrt(7 * 2 * (1 + (2 / 3.0)))), forecast[2].IntervalAt(0.95)!.Value.Upper, 12);
    }

    [Fact]
    public void The_range_of_the_mean_has_the_quantile_of_Student()
    {
        // n = 3: t(0.975, 2) = 4.30265272974946; standard deviation 1.
        SeriesForecast forecast = BaselineForecasts.Mean(new TimeSeries([1.0, 2.0, 3.0]), 2);

        Assert.Equal(2, forecast[2].Mean.OrThrow());
        Assert.Equal(2 + (4.30265272974946 * Math.Sqrt(4 / 3.0)), forecast[2].IntervalAt(0.95)!.Value.Upper, 10);
    }

    [Fact]
    public void Missing_periods_keep_their_place()
    {
        TimeSeries series = new([1.0, null, 5.0, 7.0, null]);

        // One change, from 5 to 7; the next period is two after the last observed.
        Assert.Equal(7 + (Z95 * 2 * Math.Sqrt(2)), BaselineForecasts.Naive(series, 1)[1].IntervalAt(0.95)!.Value.Upper, 12);
        Assert.Equal(11, BaselineForecasts.Drift(series, 1)[1].Mean.OrThrow());
        Assert.Equal(13 / 3.0, BaselineForecasts.Mean(series, 1)[1].Mean.OrThrow(), 12);
    }

    [Fact]
    public void The_same_period_of_the_year_before_last_stands_in_for_a_missing_one()
    {
        SeriesForecast forecast = BaselineForecasts.SeasonalNaive(new TimeSeries([1.0, 2.0, 4.0, null], 2), 2);

        Assert.Equal([4, 2], forecast.Points.Select(point => point.Mean.OrThrow()));

        // One change over a season, 3; two seasons back.
        Assert.Equal(2 + (Z95 * 3 * Math.Sqrt(2)), forecast[2].IntervalAt(0.95)!.Value.Upper, 12);
    }

    [Fact]
    public void A_series_shorter_than_a_season_says_which_periods_it_cannot_tell()
    {
        SeriesForecast forecast = BaselineForecasts.SeasonalNaive(new TimeSeries([1.0, 2.0], 4), 4);

        Assert.Equal("no period at this place in the season of 4 was observed", forecast[1].Mean.UndefinedReason);
        Assert.Equal([1, 2], forecast.Points.Skip(2).Select(point => point.Mean.OrThrow()));
        Assert.Equal("no two periods a season apart were observed", forecast[3].NoIntervals);
    }

    [Fact]
    public void Nothing_observed_forecasts_nothing()
    {
        foreach (TimeSeries series in new TimeSeries[] { new(Array.Empty<double>()), new([null, (double?)null]) })
        {
            foreach (Forecaster forecaster in Methods)
            {
                Assert.All(forecaster(series, 2).Points, point => Assert.Equal("the series has no observation", point.Mean.UndefinedReason));
            }
        }
    }

    [Fact]
    public void One_observation_has_a_point_but_no_range()
    {
        TimeSeries series = new([7.0]);

        Assert.Equal(7, BaselineForecasts.Naive(series, 1)[1].Mean.OrThrow());
        Assert.Empty(BaselineForecasts.Naive(series, 1)[1].Intervals);
        Assert.Equal("no two periods that follow one another were observed", BaselineForecasts.Naive(series, 1)[1].NoIntervals);
        Assert.Equal("one observation says nothing of how they vary", BaselineForecasts.Mean(series, 1)[1].NoIntervals);
        Assert.Equal("one observation makes no line: two are needed", BaselineForecasts.Drift(series, 1)[1].Mean.UndefinedReason);
        Assert.Equal("fewer than two changes say nothing of how they vary", BaselineForecasts.Drift(new TimeSeries([1.0, 2.0]), 1)[1].NoIntervals);
    }

    [Fact]
    public void A_constant_series_forecasts_itself_without_width()
    {
        TimeSeries series = new(Enumerable.Repeat(0.1, 9), 4);

        foreach (Forecaster forecaster in Methods)
        {
            Assert.All(forecaster(series, 3).Points, point =>
            {
                Assert.Equal(0.1, point.Mean.OrThrow(), 12);
                Assert.All(point.Intervals, interval => Assert.Equal(0, interval.Upper - interval.Lower, 12));
            });
        }
    }

    [Fact]
    public void Numbers_too_large_say_so()
    {
        TimeSeries series = new([-1e308, 1e308]);

        Assert.Equal("the numbers are too large", BaselineForecasts.Drift(series, 1)[1].Mean.UndefinedReason);
        Assert.Equal("the numbers are too large", BaselineForecasts.Mean(new TimeSeries([0, 1e200]), 1)[1].NoIntervals);
    }

    [Fact]
    public void Levels_and_horizon_are_checked()
    {
        TimeSeries series = new([1.0, 2.0]);

        Assert.Throws<ArgumentOutOfRangeException>(() => BaselineForecasts.Naive(series, 0));
        Assert.Contains("write 80 % as 0.8", Assert.Throws<ArgumentOutOfRangeException>(() => new SeriesForecastOptions { Levels = [80] }).Message, StringComparison.Ordinal);
        Assert.Equal([0.5], BaselineForecasts.Naive(series, 1, new SeriesForecastOptions { Levels = [0.5] })[1].Intervals.Select(interval => interval.Level));
    }

    private static Forecaster[] Methods { get; } =
    [
        (history, horizon) => BaselineForecasts.Naive(history, horizon), (history, horizon) => BaselineForecasts.SeasonalNaive(history, horizon),
        (history, horizon) => BaselineForecasts.Drift(history, horizon), (history, horizon) => BaselineForecasts.Mean(history, horizon),
    ];
}
