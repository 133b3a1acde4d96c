namespace RevOps.Metrics.Predictive.Tests;

public class SeriesForecastTests
{
    private static readonly Forecaster Automatic = (history, horizon) => EtsSelection.Of(history).Forecast(horizon);

    [Fact]
    public void Many_series_are_the_same_on_any_number_of_threads()
    {
        TimeSeries[] series = [.. Enumerable.Range(0, 15).Select(seed => SimulatedSeries.Business(seed))];

        ValueList<SeriesForecast> one = SeriesForecast.OfMany(series, Automatic, 6, new FitOptions { Threads = 1 });

        Assert.Equal(one, SeriesForecast.OfMany(series, Automatic, 6, new FitOptions { Threads = 3 }));
        for (int i = 0; i < series.Length; i += 7) Assert.Equal(Automatic(series[i], 6), one[i]);
    }

    [Fact]
    public void A_series_that_cannot_be_forecast_does_not_stop_the_others()
    {
        ValueList<SeriesForecast> forecasts = SeriesForecast.OfMany([new TimeSeries([1.0]), SimulatedSeries.Business(1)], Automatic, 2);

        Assert.False(forecasts[0][1].Mean.IsDefined);
        Assert.True(forecasts[1][1].Mean.IsDefined);
    }

    [Fact]
    public void Progress_rises_to_one()
    {
        List<double> told = [];
        SeriesForecast.OfMany([.. Enumerable.Range(0, 250).Select(t => new TimeSeries([t, 1.0]))], (history, horizon) => BaselineForecasts.Naive(history, horizon), 1, new FitOptions { Progress = new Told(told) });

        Assert.InRange(told.Count, 100, 130);
        Assert.Equal(told.Order(), told);
        Assert.Equal(1, told[^1]);
    }

    [Fact]
    public void Many_series_can_be_stopped()
    {
        using CancellationTokenSource stop = new();
        int begun = 0;
        Forecaster stopping = (history, horizon) =>
        {
            if (Interlocked.Increment(ref begun) == 3) stop.Cancel();
            return BaselineForecasts.Naive(history, horizon);
        };

        Assert.ThrowsAny<OperationCanceledException>(() =>
            SeriesForecast.OfMany([.. Enumerable.Repeat(new TimeSeries([1.0]), 10_000)], stopping, 1, new FitOptions { Threads = 1 }, stop.Token));
        Assert.InRange(begun, 3, 100);
    }

    [Fact]
    public void Of_several_failures_the_first_is_told()
    {
        Forecaster failing = (history, horizon) => history.Values[0] >= 5 ? throw new InvalidOperationException($"series {history.Values[0]}") : BaselineForecasts.Naive(history, horizon);

        Assert.Equal("series 5", Assert.Throws<InvalidOperationException>(() =>
            SeriesForecast.OfMany([.. Enumerable.Range(0, 50).Select(i => new TimeSeries([(double)i]))], failing, 1, new FitOptions { Threads = 4 })).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => SeriesForecast.OfMany([], failing, 1, new FitOptions { Threads = 0 }));
    }

    [Fact]
    public void A_forecast_reads_well()
    {
        SeriesForecast forecast = BaselineForecasts.Naive(new TimeSeries([1.0, 3.0]), 1, new SeriesForecastOptions { Levels = [0.8] });

        Assert.Equal("naive\n+1: 3 (80%: 0.436897 to 5.5631)", forecast.ToString());
        Assert.Null(forecast[1].IntervalAt(0.95));
        Assert.Contains("has the steps 1 to 1", Assert.Throws<ArgumentOutOfRangeException>(() => forecast[2]).Message, StringComparison.Ordinal);
    }

    private sealed class Told(List<double> told) : IProgress<double>
    {
        public void Report(double value) => told.Add(value);
    }
}
