namespace RevOps.Metrics.Predictive.Tests;

public class ExponentialSmoothingTests
{
    [Fact]
    public void The_textbook_by_hand()
    {
        // https://www.wongsteve.com/Exponential_Smoothing.htm: alpha 0.3, the first forecast the first value.
        double[] y = [99, 88, 50, 58, 62, 60, 55, 62, 71, 65];
        ExponentialSmoothing smoothing = ExponentialSmoothing.Fit(new TimeSeries(y), given: new SmoothingOptions { Alpha = 0.3, Start = new SmoothingState(99) });

        Assert.Equal([99, 99, 95.7, 81.99, 74.793], smoothing.Fitted.Take(5).Select(value => Math.Round(value.OrThrow(), 9)));
        Assert.Equal(65.430723657, smoothing.Forecast(1)[1].Mean.OrThrow(), 9);
        Assert.Equal("simple exponential smoothing", smoothing.Forecast(1).Method);
    }

    [Fact]
    public void Holt_starts_with_the_second_value_and_the_first_change()
    {
        ExponentialSmoothing smoothing = ExponentialSmoothing.Fit(new TimeSeries([10.0, 12, 15]), TrendForm.Additive, given: new SmoothingOptions { Alpha = 0.5, Beta = 0.5 });

        // Forecast 14, value 15: level 14.5; trend (2.5 + 2) / 2.
        Assert.Equal(new SmoothingState(12, 2), smoothing.Start);
        Assert.Equal("the start was made of it", smoothing.Fitted[1].UndefinedReason);
        Assert.Equal(14, smoothing.Fitted[2].OrThrow());
        Assert.Equal(new SmoothingState(14.5, 2.25), smoothing.End);
        Assert.Equal(19, smoothing.Forecast(2)[2].Mean.OrThrow());
        Assert.Equal("fewer than two errors say nothing of how they vary", smoothing.Forecast(2)[2].NoIntervals);
    }

    [Fact]
    public void A_damped_trend_fades()
    {
        SmoothingOptions given = new() { Alpha = 0.5, Beta = 0.5, Phi = 0.5, Start = new SmoothingState(10, 4) };
        ExponentialSmoothing smoothing = ExponentialSmoothing.Fit(new TimeSeries([12.0]), TrendForm.Damped, given: given);

        // The forecast 10 + 2 is met: level 12, trend 0.5 x 2 + 0.5 x 2 = 2; then 12 + 1, 13 + 0.5.
        Assert.Equal([13, 13.5], smoothing.Forecast(2).Points.Select(point => point.Mean.OrThrow()));
    }

    [Theory]
    [InlineData(TrendForm.None, SeasonalForm.None)]
    [InlineData(TrendForm.Additive, SeasonalForm.None)]
    [InlineData(TrendForm.Damped, SeasonalForm.Additive)]
    [InlineData(TrendForm.Additive, SeasonalForm.Additive)]
    public void What_adds_is_an_ETS_model_in_other_parameters(TrendForm trend, SeasonalForm seasonal)
    {
        TimeSeries series = SimulatedSeries.Business(8, 48);
        ExponentialSmoothing classical = ExponentialSmoothing.Fit(series, trend, seasonal);
        SmoothingParameters p = classical.Parameters;
        int used = seasonal == SeasonalForm.None ? trend == TrendForm.None ? 1 : 2 : 12;

        EtsModel model = EtsModel.Fit(series.Last(series.Count - used), new EtsForm(ErrorForm.Additive, trend, seasonal), new SmoothingOptions
        {
            Alpha = p.Alpha,
            Beta = p.Alpha * p.Beta,
            Gamma = (1 - p.Alpha) * p.Gamma,
            Phi = p.Phi,
            Start = classical.Start,
        });

        for (int t = used; t < series.Count; t++) Assert.Equal(classical.Fitted[t].OrThrow(), model.Fitted[t - used].OrThrow(), 1e-8);
        SeriesForecast forecast = classical.Forecast(20), same = model.Forecast(20);
        for (int h = 1; h <= 20; h++) Assert.Equal(same[h].Mean.OrThrow(), forecast[h].Mean.OrThrow(), 1e-8);
    }

    [Fact]
    public void Nothing_near_the_parameters_found_has_smaller_errors()
    {
        TimeSeries series = SimulatedSeries.Business(8, 48);
        foreach (SeasonalForm seasonal in Enum.GetValues<SeasonalForm>())
        {
            ExponentialSmoothing found = ExponentialSmoothing.Fit(series, TrendForm.Additive, seasonal);
            SmoothingOptions given = SimulatedSeries.Given(found.Parameters);
            Assert.True(found.Report.Converged);
            for (double off = -0.01; off <= 0.01; off += 0.02)
            {
                Assert.True(Squares(given with { Alpha = Math.Clamp(given.Alpha!.Value + off, 0, 1) }) >= found.SumOfSquaredErrors - 1e-6);
                Assert.True(Squares(given with { Beta = Math.Clamp(given.Beta!.Value + off, 0, 1) }) >= found.SumOfSquaredErrors - 1e-6);
            }

            double Squares(SmoothingOptions at) => ExponentialSmoothing.Fit(series, TrendForm.Additive, seasonal, at).SumOfSquaredErrors;
        }
    }

    [Fact]
    public void The_range_of_factors_is_at_least_that_of_one_error()
    {
        TimeSeries series = SimulatedSeries.Business(8, 48);
        ExponentialSmoothing smoothing = ExponentialSmoothing.Fit(series, TrendForm.Additive, SeasonalForm.Multiplicative, new SmoothingOptions { Alpha = 0.3, Beta = 0.05, Gamma = 0.6 });

        double Width(HoltWintersIntervals intervals) => smoothing.Forecast(1, intervals: intervals)[1].IntervalAt(0.8) is { } interval ? interval.Upper - interval.Lower : 0;

        // 0.3 + 0.6 x 0.7 of an error is what R weighs the error of the period itself by.
        Assert.Equal(0.72, Width(HoltWintersIntervals.AsInR) / Width(HoltWintersIntervals.FirstOrder), 1e-9);
    }

    [Fact]
    public void Factors_without_a_trend_have_ranges_too()
    {
        ExponentialSmoothing smoothing = ExponentialSmoothing.Fit(SimulatedSeries.Business(8, 48), TrendForm.None, SeasonalForm.Multiplicative);

        Assert.Null(smoothing.End.Trend);
        Assert.Equal("multiplicative seasons without a trend", smoothing.Name);
        Assert.All(smoothing.Forecast(13).Points, point => Assert.Equal(2, point.Intervals.Count));
        Assert.StartsWith("R's formula reads past its last factor", smoothing.Forecast(12, intervals: HoltWintersIntervals.AsInR)[12].NoIntervals, StringComparison.Ordinal);
    }

    [Fact]
    public void Odd_seasons_start_as_well()
    {
        double[] y = [.. Enumerable.Range(0, 21).Select(t => 10.0 + t + (t % 3))];
        ExponentialSmoothing smoothing = ExponentialSmoothing.Fit(new TimeSeries(y, 3), TrendForm.Additive, SeasonalForm.Additive, new SmoothingOptions { Alpha = 0.5, Beta = 0.1, Gamma = 0.1 });

        Assert.Equal([-1, 0, 1], smoothing.Start.Seasonal.Select(value => Math.Round(value, 9)));
        Assert.Equal(1, smoothing.Start.Trend!.Value, 9);
    }

    [Fact]
    public void A_constant_series_forecasts_itself_without_width()
    {
        TimeSeries series = new(Enumerable.Repeat(5.0, 30), 12);
        foreach (SeasonalForm seasonal in Enum.GetValues<SeasonalForm>())
        {
            ForecastPoint point = ExponentialSmoothing.Fit(series, TrendForm.Additive, seasonal).Forecast(1)[1];
            Assert.Equal(5, point.Mean.OrThrow(), 9);
            Assert.Equal(0, point.IntervalAt(0.95)!.Value.Upper - point.IntervalAt(0.95)!.Value.Lower, 9);
        }
    }

    [Fact]
    public void What_cannot_start_is_refused_with_the_remedy()
    {
        string Refused(double?[] values, TrendForm trend, SeasonalForm seasonal) =>
            Assert.Throws<ArgumentException>(() => ExponentialSmoothing.Fit(new TimeSeries(values, 2), trend, seasonal)).Message;

        Assert.Contains("has no observation", Refused([], TrendForm.None, SeasonalForm.None), StringComparison.Ordinal);
        Assert.Contains("none is left to forecast", Refused([1], TrendForm.None, SeasonalForm.None), StringComparison.Ordinal);
        Assert.Contains("give a longer series or a starting state", Refused([1, 2, 3], TrendForm.None, SeasonalForm.Additive), StringComparison.Ordinal);
        Assert.Contains("period 2 is missing", Refused([1, null, 3, 4, 5], TrendForm.Additive, SeasonalForm.None), StringComparison.Ordinal);
        Assert.Contains("period 3 is -1", Refused([1, 2, -1, 4, 5], TrendForm.None, SeasonalForm.Multiplicative), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_period_after_the_start_passes()
    {
        ExponentialSmoothing smoothing = ExponentialSmoothing.Fit(new TimeSeries([4.0, null, 6.0, null]), given: new SmoothingOptions { Alpha = 0.5 });

        Assert.Equal(5, smoothing.End.Level);
        Assert.Equal(4, smoothing.SumOfSquaredErrors);
        Assert.Equal(4, smoothing.Fitted.Count);
        Assert.Contains("1 periods between observations are missing and were passed over", smoothing.Report.Warnings);
    }
}
