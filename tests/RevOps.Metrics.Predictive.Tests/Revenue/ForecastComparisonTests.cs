using NodaTime;

namespace RevOps.Metrics.Predictive.Tests;

public class ForecastComparisonTests
{
    private static readonly ReportingPeriod[] Months = [.. ReportingCalendar.Gregorian.Months(2024), .. ReportingCalendar.Gregorian.Months(2025)];
    private static readonly PipelineForecastOptions Options = new() { Simulation = new PathSimulation(1, 300), IncludesDealsToCome = true, Levels = [0.8] };

    [Fact]
    public void The_pipeline_is_judged_beside_the_commits_and_the_naive_forecast()
    {
        List<Deal> deals = SimulatedPipeline.Deals(1, 730, 1);

        // The team always promises half as much again as comes.
        decimal WonIn(ReportingPeriod month) => deals.Where(deal => deal.Outcome == DealOutcome.Won && month.Contains(deal.ClosedOn!.Value)).Sum(deal => deal.Amount!.Value.Amount);
        IEnumerable<ForecastSnapshot> snapshots = Months.Skip(8).Select(month => new ForecastSnapshot
        {
            PeriodStart = month.Start, PeriodEnd = month.End, TakenOn = month.Start.PlusDays(4), Owner = "Ann", Amount = new Money(WonIn(month) * 1.5m, Currency.Usd),
        });
        RevenueDataset data = SimulatedPipeline.Dataset(deals, snapshots: snapshots);
        TimeSeries won = TimeSeries.Of(data.Evaluate(Sales.WonAmount, Months), Sales.WonAmount);
        ForecastComparison comparison = ForecastComparison.Run(
            won,
            [("pipeline", RevenueForecasters.Pipeline(data, Options, day: 5)), ("commits", RevenueForecasters.Commits(data, day: 5))],
            new BacktestOptions { MinimumHistory = 6 });

        Assert.Equal(["pipeline", "commits", "naive"], comparison.Forecasters.Select(of => of.Name));
        Assert.Equal(16, comparison.Judged);
        Assert.Equal(0.5, comparison["commits"].Score.Wape.OrThrow(), 9);
        Assert.True(comparison["commits"].Score.Bias.OrThrow() > 0);
        Assert.Equal("pipeline", comparison.BestByWape!.Name);
        Assert.Equal(16, comparison["pipeline"].Score.Ranges.Single().Forecasts);
        Assert.Empty(comparison["commits"].Score.Ranges);
        Assert.Contains("better by WAPE: pipeline", comparison.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Commits_are_those_known_on_the_day()
    {
        ForecastSnapshot Taken(int day, decimal amount) => new()
        {
            PeriodStart = Months[12].Start, PeriodEnd = Months[12].End, TakenOn = new LocalDate(2025, 1, day), Amount = new Money(amount, Currency.Usd),
        };
        RevenueDataset data = SimulatedPipeline.Dataset(SimulatedPipeline.Deals(2, 500, 1), snapshots: [Taken(3, 100), Taken(6, 900)]);
        TimeSeries history = TimeSeries.Of(data.Evaluate(Sales.WonAmount, Months[..12]), Sales.WonAmount);

        Assert.Equal(100, RevenueForecasters.Commits(data, day: 5)(history, 1)[1].Mean.OrThrow());
        Assert.Equal(900, RevenueForecasters.Commits(data, day: 6)(history, 1)[1].Mean.OrThrow());
        Assert.False(RevenueForecasters.Commits(data, day: 2)(history, 1)[1].Mean.IsDefined);
        Assert.False(RevenueForecasters.Commits(data, day: 5)(history, 2)[2].Mean.IsDefined);
    }

    [Fact]
    public void Where_nobody_committed_the_commits_are_left_out_with_a_note()
    {
        RevenueDataset data = SimulatedPipeline.Dataset(SimulatedPipeline.Deals(3, 400, 1));
        TimeSeries won = TimeSeries.Of(data.Evaluate(Sales.WonAmount, Months[..12]), Sales.WonAmount);
        ForecastComparison comparison = ForecastComparison.Run(
            won, [("pipeline", RevenueForecasters.Pipeline(data, Options)), ("commits", RevenueForecasters.Commits(data))], new BacktestOptions { MinimumHistory = 9 });

        Assert.Equal(["pipeline", "naive"], comparison.Forecasters.Select(of => of.Name));
        Assert.Equal(3, comparison.Judged);
        Assert.StartsWith("commits forecast no period: ", comparison.Notes.Single(), StringComparison.Ordinal);
        Assert.Throws<KeyNotFoundException>(() => comparison["commits"]);
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        RevenueDataset data = SimulatedPipeline.Dataset(SimulatedPipeline.Deals(3, 100, 1));
        TimeSeries won = TimeSeries.Of(data.Evaluate(Sales.WonAmount, Months[..12]), Sales.WonAmount);
        Forecaster pipeline = RevenueForecasters.Pipeline(data, Options);

        Assert.Throws<ArgumentException>(() => ForecastComparison.Run(won, [], new BacktestOptions { MinimumHistory = 3 }));
        Assert.Throws<ArgumentException>(() => ForecastComparison.Run(won, [("naive", pipeline)], new BacktestOptions { MinimumHistory = 11 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => pipeline(won, 0));
        Assert.Throws<ArgumentException>(() => pipeline(new TimeSeries([1.0, 2.0]), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => RevenueForecasters.Pipeline(data, Options, day: 31)(won, 1));
    }
}
