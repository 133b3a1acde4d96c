using NodaTime;
using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

public sealed class ForecastTests
{
    private static readonly ReportingPeriod January = Month("2026-01"), Quarter = Quarter(2026, 1), Next = Quarter(2026, 2);

    private static readonly RevenueDataset Deals = RevenueDataset.Build(deals:
    [
        Won("w", "2026-02-10", 50, "Ann"),
        Deal("d", DealOutcome.Open, "2026-01-10", null, 70) with
        {
            Owner = "Ben",
            History =
            [
                new DealChange { On = Day("2026-01-10"), ExpectedCloseOn = Day("2026-03-01"), Category = ForecastCategory.BestCase, Amount = Usd(30) },
                new DealChange { On = Day("2026-02-01"), Category = ForecastCategory.Commit, Amount = Usd(70) },
                new DealChange { On = Day("2026-03-10"), ExpectedCloseOn = Day("2026-05-01") },
            ],
        },
    ]);

    [Fact]
    public void A_roll_up_is_what_was_known_at_the_end_of_the_day()
    {
        Assert.Equal(0, Of(Deals, Forecast.RolledUp.OnDay(9).BestCase, Quarter).Magnitude);
        Assert.Equal(30, Of(Deals, Forecast.RolledUp.OnDay(10).BestCase, Quarter).Magnitude);
        Assert.Equal(0, Of(Deals, Forecast.RolledUp.OnDay(31).Commit, Quarter).Magnitude);
        Assert.Equal(70, Of(Deals, Forecast.RolledUp.OnDay(32).Commit, Quarter).Magnitude);
        Assert.Equal(120, Of(Deals, Forecast.RolledUp.On(Day("2026-02-10")).Commit, Quarter).Magnitude);
        Assert.Equal(50, Of(Deals, Forecast.RolledUp.On(Day("2026-03-10")).Commit, Quarter).Magnitude);
        Assert.Equal(50, Of(Deals, Forecast.RolledUp.Commit, Quarter).Magnitude);
        Assert.Equal("rolled-up commit on day 32", Forecast.RolledUp.OnDay(32).Commit.Name);
    }

    [Fact]
    public void The_next_quarter_has_a_forecast_before_it_starts()
    {
        Assert.Equal(0, Of(Deals, Forecast.RolledUp.On(Day("2026-03-09")).Commit, Next).Magnitude);
        Assert.Equal(70, Of(Deals, Forecast.RolledUp.On(Day("2026-03-10")).Commit, Next).Magnitude);
        Assert.Equal("deals are known from 2026-01-10 to 2026-03-11, which 2026-Q2 is not part of", Of(Deals, Forecast.RolledUp.Commit, Next).UndefinedReason);
        Assert.Equal("no deals were given", Of(RevenueDataset.Build(), Forecast.RolledUp.Commit, Next).UndefinedReason);
    }

    [Fact]
    public void The_open_pipeline_can_be_asked_by_category()
    {
        MetricTable table = Deals.Evaluate(Forecast.RolledUp.OnDay(40).OpenPipeline, [Quarter], [Dimensions.ForecastCategory]);
        Assert.Equal(70, table.Results.Single(result => result.Cell == Cell.Of("Commit")).Magnitude);
        Assert.Throws<MeasureRefusedException>(() => Deals.Evaluate(Forecast.RolledUp.Commit, [Quarter], [Dimensions.ForecastCategory]));
    }

    [Fact]
    public void What_was_not_submitted_is_undefined_and_not_zero()
    {
        RevenueDataset data = RevenueDataset.Build(forecastSnapshots: [Call(Quarter, "2026-01-02", 70), Call(Quarter, "2026-01-20", 90)]);
        Assert.Equal(70, Of(data, Forecast.Submitted.OnDay(19).Commit, Quarter).Magnitude);
        Assert.Equal(90, Of(data, Forecast.Submitted.On(Day("2026-01-20")).Commit, Quarter).Magnitude);
        Assert.Equal("no submitted commit on day 1 of the period was given", Of(data, Forecast.Submitted.OnDay(1).Commit, Quarter).UndefinedReason);
        Assert.Equal("no submitted best case of the period was given", Of(data, Forecast.Submitted.BestCase, Quarter).UndefinedReason);
    }

    [Fact]
    public void Any_forecast_can_be_judged_by_horizon_and_category()
    {
        RevenueDataset data = RevenueDataset.Build(
            deals: [Won("a", "2026-01-10", 100, "Ann"), Won("b", "2026-02-10", 100, "Ann")],
            forecastSnapshots:
            [
                Call(January, "2026-01-02", 60), Call(January, "2026-01-10", 90), Call(January, "2026-01-02", 50) with { Category = ForecastCategory.BestCase },
                Call(Month("2026-02"), "2026-02-02", 150),
            ]);
        Assert.Equal(0.6m, Of(data, Forecast.ErrorsOf(Forecast.Submitted.OnDay(5).Commit).Accuracy, January).Magnitude);
        Assert.Equal(0.9m, Of(data, Forecast.ErrorsOf(Forecast.Submitted.OnDay(10).Commit).Accuracy, January).Magnitude);
        Assert.Equal(0.9m, Of(data, Forecast.ErrorsOf(Forecast.Submitted.OnDay(5).BestCase).Accuracy, January).Magnitude);
        ForecastErrors two = Forecast.ErrorsOf(Forecast.Submitted.OnDay(10).Commit).Trailing(2);
        Assert.Equal(0.3m, Of(data, two.Wape, Month("2026-02")).Magnitude);
        Assert.Equal("WAPE, trailing 2", two.Wape.Name);
        Assert.Equal(0, Of(data, Forecast.ErrorsOf(Sales.WonAmount).Wape, January).Magnitude);
    }

    [Fact]
    public void A_series_with_a_hole_is_undefined_and_names_it()
    {
        RevenueDataset data = RevenueDataset.Build(
            deals: [Won("a", "2026-01-10", 100, "Ann"), Won("b", "2026-03-10", 100, "Ann")],
            forecastSnapshots: [Call(January, "2026-01-02", 60), Call(Month("2026-03"), "2026-03-02", 60)]);
        Assert.Equal("2026-02: no forecast for the period was taken by the day it is judged on", Of(data, Forecast.Wape, Quarter).UndefinedReason);
        Assert.StartsWith("2025-12: ", Of(data, Forecast.Errors.Trailing(2).Wape, January).UndefinedReason, StringComparison.Ordinal);
        ReportingPeriod week = ReportingCalendar.Gregorian.Weeks(2026)[3];
        Assert.Equal("2026-W04 is not made of whole months", Of(data, Forecast.Wape, week).UndefinedReason);
        Assert.Equal("2026-W04 is not made of whole quarters", Of(data, Forecast.Errors.Each(CalendarGrain.Quarter).Wape, week).UndefinedReason);
    }

    [Fact]
    public void Across_owners_one_miss_does_not_make_good_another()
    {
        RevenueDataset data = RevenueDataset.Build(
            deals: [Won("a", "2026-01-10", 150, "Ann"), Won("b", "2026-01-10", 50, "Ben"), Won("c", "2026-01-10", 20, "Cid")],
            forecastSnapshots: [Call(January, "2026-01-02", 120) with { Owner = "Ann" }, Call(January, "2026-01-02", 100) with { Owner = "Ben" }]);
        Assert.Equal(0, Of(data, Forecast.Wape, January).Magnitude);
        // Ann 30, Ben 50, and Cid, who forecast nothing, 20.
        Assert.Equal(100 / 220m, Of(data, Forecast.OwnerWape, January).Magnitude);
        Assert.Equal(100 / 3m, Of(data, Forecast.Errors.Across(Dimensions.Owner).MeanAbsoluteError, January).Magnitude);

        RevenueDataset company = RevenueDataset.Build(deals: [Won("a", "2026-01-10", 150, "Ann")], forecastSnapshots: [Call(January, "2026-01-02", 120)]);
        Assert.Equal("no forecast has a value of 'owner'", Of(company, Forecast.OwnerWape, January).UndefinedReason);
    }

    [Fact]
    public void Quantiles_of_several_owners_do_not_add_up()
    {
        RevenueDataset data = RevenueDataset.Build(
            deals: [Won("a", "2026-01-10", 150, "Ann")],
            forecastSnapshots:
            [
                Call(January, "2026-01-02", 60) with { Owner = "Ann", Quantile = 0.1m }, Call(January, "2026-01-02", 20) with { Owner = "Ben", Quantile = 0.1m },
            ]);
        Assert.Equal("2026-01: several owners forecast the P10, and quantiles do not add up: ask by owner", Of(data, Forecast.LowPinballLoss, January).UndefinedReason);
        MetricTable table = data.Evaluate(Forecast.LowPinballLoss, [January], [Dimensions.Owner]);
        Assert.Equal([9m, 18m], table.Results.Select(result => result.Magnitude));
        Assert.Equal("2026-01: no P90 for the period was taken by the day it is judged on", Of(data, Forecast.HighPinballLoss, January).UndefinedReason);
        Assert.Throws<ArgumentOutOfRangeException>(() => Forecast.Quantile(10m));
        Assert.Throws<ArgumentOutOfRangeException>(() => Forecast.IntervalScore(80m));
    }

    [Fact]
    public void A_scale_needs_earlier_periods()
    {
        RevenueDataset data = RevenueDataset.Build(
            deals: [Won("a", "2025-11-10", 10, "Ann"), Won("b", "2025-12-10", 30, "Ann"), Won("c", "2026-01-10", 100, "Ann")],
            forecastSnapshots: [Call(January, "2026-01-02", 60)]);
        Assert.Equal(2, Of(data, Forecast.Errors.Mase(trainingPeriods: 2), January).Magnitude);
        Assert.StartsWith("deals are known from 2025-10-11", Of(data, Forecast.Mase, January).UndefinedReason, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Forecast.Errors.Mase(trainingPeriods: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Forecast.Errors.Trailing(0));
        Assert.Throws<ArgumentException>(() => Forecast.Errors.Each(CalendarGrain.Custom));
        Assert.Throws<InvalidOperationException>(() => Forecast.Errors.Across(Dimensions.Owner).Mase(12));
    }

    private static MetricResult Of(RevenueDataset data, Metric metric, ReportingPeriod period) => data.Evaluate(metric, [period]).Results[0];

    private static Deal Won(string id, string on, decimal amount, string owner) =>
        Deal(id, DealOutcome.Won, LocalDateText(Day(on).PlusDays(-30)), on, amount) with { Owner = owner };

    private static string LocalDateText(LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);

    private static ForecastSnapshot Call(ReportingPeriod period, string taken, decimal amount) =>
        new() { PeriodStart = period.Start, PeriodEnd = period.End, TakenOn = Day(taken), Amount = Usd(amount) };
}
