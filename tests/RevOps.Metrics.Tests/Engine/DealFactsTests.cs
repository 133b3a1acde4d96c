using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

public sealed class DealFactsTests
{
    private static Deal WithHistory(Deal deal, params ReadOnlySpan<(string On, decimal Amount)> amounts) => deal with
    {
        History = [.. amounts.ToArray().Select(change => new DealChange { On = Day(change.On), Amount = Usd(change.Amount) })],
    };

    private static decimal? PipelineOn(string day, params ReadOnlySpan<Deal> deals)
    {
        RevenueDataset data = RevenueDataset.Build(deals: deals.ToArray(), options: Covered(RecordType.Deal));
        ReportingPeriod period = ReportingPeriod.Between(Day(day), Day(day).PlusDays(1));
        return data.Evaluate(Sales.OpenPipeline, [period])[Sales.OpenPipeline, period].Magnitude;
    }

    [Theory]
    [InlineData("2026-01-09", 0)]
    [InlineData("2026-01-10", 24_000)]
    [InlineData("2026-01-31", 24_000)]
    [InlineData("2026-02-01", 20_000)]
    [InlineData("2026-02-09", 20_000)]
    [InlineData("2026-02-10", 0)]
    public void The_pipeline_of_a_day_holds_the_amounts_known_that_day(string day, int expected) => Assert.Equal(
        expected,
        PipelineOn(day, WithHistory(Deal("d", DealOutcome.Won, "2026-01-10", "2026-02-10", 18_000), ("2026-01-10", 24_000), ("2026-02-01", 20_000))));

    [Fact]
    public void A_change_on_or_after_the_close_is_too_late_for_the_pipeline()
    {
        Deal deal = WithHistory(
            Deal("d", DealOutcome.Won, "2026-01-10", "2026-02-10", null), ("2026-01-10", 10), ("2026-02-10", 20), ("2026-03-01", 30));
        Assert.Equal(10, PipelineOn("2026-02-09", deal));
        Assert.Equal(0, PipelineOn("2026-02-10", deal));
        Assert.Equal(0, PipelineOn("2026-03-01", deal));
    }

    [Fact]
    public void Of_two_amounts_on_one_day_the_later_in_the_history_holds_in_the_pipeline_and_in_the_deal()
    {
        Deal open = WithHistory(Deal("d", DealOutcome.Open, "2026-01-10", null, null), ("2026-01-10", 10), ("2026-01-20", 30), ("2026-01-20", 20));
        Assert.Equal(20, PipelineOn("2026-01-20", open));

        Deal won = open with { Outcome = DealOutcome.Won, ClosedOn = Day("2026-01-31") };
        MetricTable table = RevenueDataset.Build(deals: [won]).Evaluate(Sales.WonAmount, [Month("2026-01")]);
        Assert.Equal(20, table.Results[0].Magnitude);
    }

    [Fact]
    public void A_deal_without_a_creation_date_is_open_on_every_day_before_its_close()
    {
        Deal deal = Deal("d", DealOutcome.Lost, null, "2026-02-10", 500);
        Assert.Equal(500, PipelineOn("1999-01-01", deal));
        Assert.Equal(0, PipelineOn("2026-02-10", deal));
    }

    [Fact]
    public void A_deal_closed_on_the_day_it_was_created_never_shows_and_a_void_one_never_counts() => Assert.Equal(
        0,
        PipelineOn("2026-01-10", Deal("d", DealOutcome.Won, "2026-01-10", "2026-01-10", 500), Deal("v", DealOutcome.Void, "2026-01-01", "2026-03-01", 500)));

    [Fact]
    public void Only_new_business_counts_unless_the_policy_says_all_types()
    {
        RevenueDataset data = RevenueDataset.Build(deals:
            [Deal("n", DealOutcome.Won, "2026-01-01", "2026-01-31", 100), Deal("r", DealOutcome.Won, "2026-01-01", "2026-01-21", 900) with { Type = DealType.Renewal }]);
        Assert.Equal(100, data.Evaluate(Sales.WonAmount, [Month("2026-01")]).Results[0].Magnitude);

        EvaluationOptions all = EvaluationOptions.Default with { Policy = new MetricPolicy { Deals = DealScope.AllTypes } };
        Assert.Equal(1000, data.Evaluate(Sales.WonAmount, [Month("2026-01")], options: all).Results[0].Magnitude);
        Assert.Equal(25, data.Evaluate(Sales.SalesCycle, [Month("2026-01")], options: all).Results[0].Magnitude);
    }

    [Fact]
    public void A_deal_carries_the_segment_its_customer_had_on_the_day_it_closed()
    {
        RevenueDataset data = RevenueDataset.Build(
            [Customer("a", Segment("SMB"), Segment("Enterprise", "2026-02-01"))],
            deals:
            [
                Deal("before", DealOutcome.Won, "2026-01-01", "2026-01-31", 1) with { CustomerId = "a" },
                Deal("after", DealOutcome.Won, "2026-01-01", "2026-02-01", 10) with { CustomerId = "a" },
                Deal("nobody", DealOutcome.Won, "2026-01-01", "2026-02-01", 100),
            ]);
        MetricTable table = data.Evaluate(Sales.WonAmount, [ReportingCalendar.Gregorian.Quarters(2026)[0]], [Dimensions.Segment]);
        Assert.Equal([Cell.Of("Enterprise"), Cell.Of("SMB"), Cell.Of((string?)null)], table.Cells);
        Assert.Equal([10, 1, 100], table.Results.Select(result => result.Magnitude));
    }

    /// <summary>The quarter of the pipeline scenario: won 30,000, 20,000 and 10,000 after 90, 60 and 78 days; two lost; two open.</summary>
    [Fact]
    public void Win_rate_cycle_and_velocity_of_a_quarter_computed_by_hand()
    {
        RevenueDataset data = RevenueDataset.Build(deals:
        [
            Deal("D1", DealOutcome.Won, "2025-11-01", "2026-01-30", 30_000), Deal("D2", DealOutcome.Won, "2025-12-12", "2026-02-10", 20_000),
            Deal("D3", DealOutcome.Won, "2026-01-10", "2026-03-29", 10_000), Deal("D4", DealOutcome.Lost, "2025-12-01", "2026-02-20", 40_000),
            Deal("D5", DealOutcome.Lost, "2025-11-15", "2026-03-31", 25_000), Deal("D7", DealOutcome.Open, "2026-01-20", null, 50_000),
            Deal("D8", DealOutcome.Open, "2026-02-25", null, 15_000),
        ]);
        ReportingPeriod quarter = ReportingCalendar.Gregorian.Quarters(2026)[0];
        decimal? Of(Metric metric, MetricPolicy? policy = null) =>
            data.Evaluate(metric, [quarter], options: new EvaluationOptions { Policy = policy ?? MetricPolicy.Default }).Results[0].Magnitude;

        Assert.Equal(0.6m, Of(Sales.WinRate));
        Assert.Equal(60_000m / 125_000m, Of(Sales.WinRate, new MetricPolicy { WinRate = WinRateBasis.Value }));
        Assert.Equal(76m, Of(Sales.SalesCycle));
        Assert.Equal(78m, Of(Sales.MedianSalesCycle));
        Assert.Equal(2 * 20_000m * 0.6m / 76, Of(Sales.PipelineVelocity)); // open: D7, D8
        Assert.Equal(3 * 20_000m * 0.6m / 76, Of(Sales.PipelineVelocity, new MetricPolicy { Velocity = VelocityBasis.CreatedInPeriod })); // D3, D7, D8
        Assert.Equal(60_000m / 76, Of(Sales.PipelineVelocity, new MetricPolicy { Velocity = VelocityBasis.ClosedInPeriod })); // won amount / mean cycle
    }

    private static DatasetOptions Covered(RecordType type) =>
        new() { Coverage = new Dictionary<RecordType, Coverage> { [type] = new(Day("1990-01-01")) } };
}
