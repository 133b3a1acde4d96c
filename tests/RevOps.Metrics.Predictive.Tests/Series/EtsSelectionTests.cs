namespace RevOps.Metrics.Predictive.Tests;

public class EtsSelectionTests
{
    [Fact]
    public void The_form_of_the_least_criterion_is_chosen()
    {
        TimeSeries series = SimulatedSeries.Business(5, 60);
        EtsSelection selection = EtsSelection.Of(series);

        EtsCandidate[] tried = [.. selection.Candidates.Where(candidate => candidate.Aicc.IsDefined)];
        Assert.Equal(15, tried.Length);
        Assert.Equal(18, selection.Candidates.Count);
        Assert.Equal(tried.Min(candidate => candidate.Aicc.OrThrow()), selection.Best!.Aicc.OrThrow(), 1e-9);
        foreach (EtsCandidate candidate in tried) Assert.Equal(candidate.Aicc.OrThrow(), EtsModel.Fit(series, candidate.Form).Aicc.OrThrow(), 1e-9);
        Assert.All(selection.Candidates.Skip(15), candidate => Assert.Equal("its forecasts have no finite variance", candidate.Aicc.UndefinedReason));
        Assert.Equal(selection.Best.Forecast(3), selection.Forecast(3));
    }

    [Fact]
    public void A_strong_season_and_growth_are_seen()
    {
        EtsForm form = EtsForm.Parse("MAM");
        SmoothingState start = new(100, 2, [1.3, 0.9, 0.7, 1.1]);
        TimeSeries series = new(SimulatedSeries.Make(form, new SmoothingParameters(0.3, 0.02, 0.05), start, 0.02, 80, 3), 4);

        EtsForm best = EtsSelection.Of(series).Best!.Form;

        Assert.Equal((ErrorForm.Multiplicative, SeasonalForm.Multiplicative), (best.Error, best.Seasonal));
        Assert.NotEqual(TrendForm.None, best.Trend);
    }

    [Fact]
    public void Values_not_above_zero_leave_out_what_multiplies()
    {
        TimeSeries series = new(SimulatedSeries.Business(5, 48).Values.Select(value => value - 130), 12);
        EtsSelection selection = EtsSelection.Of(series);

        Assert.Equal(6, selection.Candidates.Count(candidate => candidate.Aicc.IsDefined));
        Assert.False(selection.Best!.Form.NeedsPositiveValues);
        Assert.All(selection.Candidates.Where(candidate => candidate.Form.NeedsPositiveValues), candidate =>
            Assert.StartsWith("it multiplies, which takes values above zero, and period", candidate.Aicc.UndefinedReason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public void Too_few_observations_have_no_model_and_say_so(int count)
    {
        EtsSelection selection = EtsSelection.Of(new TimeSeries(Enumerable.Range(1, count).Select(t => (double)t), 12));

        Assert.Null(selection.Best);
        Assert.NotNull(selection.UndefinedReason);
        Assert.All(selection.Forecast(2).Points, point => Assert.Equal(selection.UndefinedReason, point.Mean.UndefinedReason));
    }

    [Fact]
    public void A_series_shorter_than_a_season_is_forecast_without_one()
    {
        EtsSelection selection = EtsSelection.Of(SimulatedSeries.Business(1, 10));

        Assert.Equal(SeasonalForm.None, selection.Best!.Form.Seasonal);
        Assert.All(selection.Candidates.Where(candidate => candidate.Form.Seasonal != SeasonalForm.None), candidate => Assert.False(candidate.Aicc.IsDefined));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(0)]
    [InlineData(-3.3)]
    public void A_constant_series_has_one_model_and_forecasts_itself_without_width(double value)
    {
        EtsSelection selection = EtsSelection.Of(new TimeSeries(Enumerable.Repeat(value, 24), 12));

        Assert.Equal("ETS(A,N,N)", selection.Best!.Form.ToString());
        Assert.Contains("its ranges have no width", string.Join(' ', selection.Best.Report.Warnings), StringComparison.Ordinal);
        Assert.All(selection.Forecast(3).Points, point =>
        {
            Assert.Equal(value, point.Mean.OrThrow(), 12);
            Assert.All(point.Intervals, interval => Assert.Equal(0, interval.Upper - interval.Lower));
        });
    }

    [Fact]
    public void Gaps_are_no_zeros()
    {
        TimeSeries whole = SimulatedSeries.Business(5, 48);
        TimeSeries holed = new(whole.Values.Select((value, t) => t is 7 or 20 or 21 ? null : value), 12);

        Assert.InRange(EtsSelection.Of(holed).Forecast(1)[1].Mean.OrThrow() / EtsSelection.Of(whole).Forecast(1)[1].Mean.OrThrow(), 0.85, 1.15);
    }

    [Fact]
    public void Forms_asked_for_by_name_are_tried_alone()
    {
        EtsSelection selection = EtsSelection.Of(SimulatedSeries.Business(5, 48), [EtsForm.Parse("ANM"), EtsForm.Parse("AAM")]);

        Assert.Equal(2, selection.Candidates.Count(candidate => candidate.Aicc.IsDefined));
        Assert.True(selection.Best!.Form.HasInfiniteVariance);
        Assert.Equal("no form was to be tried", EtsSelection.Of(SimulatedSeries.Business(5), []).UndefinedReason);
    }

    [Fact]
    public void Numbers_too_large_are_refused_or_left_out()
    {
        TimeSeries series = new(Enumerable.Range(1, 24).Select(t => (t % 5) * 1e307));

        Assert.Contains("could not be computed", EtsSelection.Of(series).UndefinedReason!, StringComparison.Ordinal);
        Assert.Contains("too large", Assert.Throws<ArgumentException>(() => EtsModel.Fit(series, EtsForm.Parse("ANN"))).Message, StringComparison.Ordinal);
    }
}
