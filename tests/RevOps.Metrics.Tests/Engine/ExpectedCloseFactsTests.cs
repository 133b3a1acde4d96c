using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

public sealed class ExpectedCloseFactsTests
{
    private static readonly DatasetOptions Covered = new()
    {
        Coverage = new Dictionary<RecordType, Coverage> { [RecordType.Deal] = new(Day("2020-01-01")) },
    };

    private static DealChange Told(string on, decimal? amount, string? close) => new()
    {
        On = Day(on), Amount = amount is { } value ? Usd(value) : null, ExpectedCloseOn = close is null ? null : Day(close),
    };

    /// <summary>The lines of the bridge that are not zero: "pulled-in pipeline 100".</summary>
    private static string[] BridgeOf(ReportingPeriod period, params ReadOnlySpan<Deal> deals)
    {
        MetricTable table = RevenueDataset.Build(deals: deals.ToArray(), options: Covered).Evaluate([.. Sales.PipelineBridge, Sales.Pushes], [period]);
        return [.. table.Results.Where(result => result.Magnitude != 0).Select(result => FormattableString.Invariant($"{result.Metric} {result.Magnitude:0.##}"))];
    }

    private static Deal Open(params ReadOnlySpan<DealChange> history) =>
        Deal("d", DealOutcome.Open, "2026-01-10", null, null) with { History = ValueList.Create(history) };

    [Fact]
    public void Changes_of_one_day_are_one_from_the_end_of_the_day_before_to_its_end() => Assert.Equal(
        ["opening period pipeline 100", "increased pipeline 50", "closing period pipeline 150"],
        BridgeOf(Month("2026-02"), Open(
            Told("2026-01-10", 100, "2026-02-20"),
            Told("2026-02-05", 900, "2026-03-20"), Told("2026-02-05", 150, "2026-02-27"))));

    [Fact]
    public void A_move_takes_the_amount_it_had_and_what_changed_with_it_changed_where_it_went()
    {
        Deal deal = Open(Told("2026-01-10", 100, "2026-02-20"), Told("2026-02-05", 150, "2026-03-20"));
        Assert.Equal(["opening period pipeline 100", "pushed-out pipeline -100", "pushes 1"], BridgeOf(Month("2026-02"), deal));
        Assert.Equal(["opening period pipeline 150", "closing period pipeline 150"], BridgeOf(Month("2026-03"), deal));
        Assert.Equal(
            ["created period pipeline 100", "increased pipeline 50", "closing period pipeline 150"], BridgeOf(Quarter(2026, 1), deal));
    }

    [Fact]
    public void Moved_out_and_back_and_out_again_is_two_pushes_and_moved_within_the_period_is_none()
    {
        Assert.Equal(
            ["opening period pipeline 100", "pulled-in pipeline 100", "pushed-out pipeline -200", "pushes 2"],
            BridgeOf(Month("2026-02"), Open(
                Told("2026-01-10", 100, "2026-02-20"), Told("2026-02-05", null, "2026-03-20"), Told("2026-02-06", null, "2026-02-20"),
                Told("2026-02-20", null, "2026-03-20"))));
        Assert.Equal(
            ["opening period pipeline 100", "closing period pipeline 100"],
            BridgeOf(Month("2026-02"), Open(Told("2026-01-10", 100, "2026-02-20"), Told("2026-02-05", null, "2026-02-28"))));
    }

    [Fact]
    public void What_is_told_on_the_day_of_the_close_changes_the_amount_that_leaves()
    {
        Deal deal = Open(Told("2026-01-10", 100, "2026-02-20"), Told("2026-02-10", 80, "2026-05-01")) with { ClosedOn = Day("2026-02-10") };
        Assert.Equal(
            ["opening period pipeline 100", "decreased pipeline -20", "won pipeline -80"], BridgeOf(Month("2026-02"), deal with { Outcome = DealOutcome.Won }));
        Assert.Equal(
            ["opening period pipeline 100", "decreased pipeline -20", "lost pipeline -80"], BridgeOf(Month("2026-02"), deal with { Outcome = DealOutcome.Lost }));
    }

    [Fact]
    public void A_win_before_its_time_is_pulled_in_and_a_loss_before_its_time_is_not()
    {
        Deal deal = Open(Told("2026-01-10", 100, "2026-03-20")) with { ClosedOn = Day("2026-02-10") };
        Assert.Equal(["pulled-in pipeline 100", "won pipeline -100"], BridgeOf(Month("2026-02"), deal with { Outcome = DealOutcome.Won }));
        Assert.Empty(BridgeOf(Month("2026-02"), deal with { Outcome = DealOutcome.Lost }));
        Assert.Empty(BridgeOf(Month("2026-03"), deal with { Outcome = DealOutcome.Lost }));
    }

    [Fact]
    public void A_deal_created_and_closed_on_one_day_is_both() => Assert.Equal(
        ["created period pipeline 100", "won pipeline -100"],
        BridgeOf(Month("2026-02"), Deal("d", DealOutcome.Won, "2026-02-10", "2026-02-10", 100)));

    [Fact]
    public void Slippage_needs_a_history()
    {
        Deal told = Open(Told("2026-01-10", 100, "2026-02-20"), Told("2026-02-05", null, "2026-03-20"));
        Deal untold = Deal("e", DealOutcome.Open, "2026-01-10", null, 300) with { ExpectedCloseOn = Day("2026-02-20") };
        MetricResult Slippage(params ReadOnlySpan<Deal> deals) =>
            RevenueDataset.Build(deals: deals.ToArray(), options: Covered).Evaluate(Sales.Slippage, [Month("2026-02")]).Results[0];
        Assert.Equal(0.25m, Slippage(told, untold).Magnitude);
        Assert.Equal("no deal expected to close in the period has a history", Slippage(untold, told with { Outcome = DealOutcome.Void, ClosedOn = Day("2026-03-01") }).UndefinedReason);
        Assert.Equal("no deal was expected to close in the period", Slippage(told with { History = [Told("2026-01-10", 0, "2026-02-20")] }).UndefinedReason);
    }
}
