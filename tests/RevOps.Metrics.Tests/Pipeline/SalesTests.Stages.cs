using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

public sealed partial class SalesTests
{
    private static readonly DatasetOptions InOrder = new() { Stages = ["Qualified", "Demo", "Proposal"] };

    private static readonly ReportingPeriod January = Month("2026-01"), February = Month("2026-02");

    private static Deal Moved(Deal deal, params ReadOnlySpan<(string On, string Stage)> stages) =>
        deal with { History = [.. stages.ToArray().Select(stage => new DealChange { On = Day(stage.On), Stage = stage.Stage })] };

    private static RevenueDataset Book(DatasetOptions options, params Deal[] deals) => RevenueDataset.Build(deals: deals, options: options);

    [Fact]
    public void A_skipped_stage_counts_as_passed_but_is_not_entered()
    {
        RevenueDataset data = Book(InOrder, Moved(Deal("d", DealOutcome.Open, "2026-01-05", null, 1), ("2026-01-05", "Qualified"), ("2026-02-10", "Proposal")));
        Metric<Ratio> toDemo = Sales.StageConversionBetween("Qualified", "Demo"), fromDemo = Sales.StageConversionBetween("Demo", "Proposal");
        MetricTable table = data.Evaluate([toDemo, fromDemo], [January, February]);
        Assert.Equal(1, table[toDemo, January].Magnitude);
        Assert.Equal("no deal entered the stage Demo", table[fromDemo, February].UndefinedReason);
    }

    [Fact]
    public void Of_a_stage_entered_twice_the_first_entry_counts_and_each_visit_has_its_time()
    {
        RevenueDataset data = Book(InOrder, Moved(
            Deal("d", DealOutcome.Lost, "2026-01-05", "2026-02-25", 1),
            ("2026-01-05", "Demo"), ("2026-01-15", "Proposal"), ("2026-01-18", "Demo"), ("2026-02-20", "Demo")));
        MetricTable table = data.Evaluate([Sales.StageEntries, Sales.StageConversion, Sales.TimeInStage, Sales.OpenStageVisits], [January, February], [Dimensions.Stage]);
        Cell demo = Cell.Of("Demo");
        Assert.Equal(1, table[Sales.StageEntries, January, demo].Magnitude);
        Assert.Equal(1, table[Sales.StageConversion, January, demo].Magnitude);
        Assert.Equal(10, table[Sales.TimeInStage, January, demo].Magnitude);
        Assert.Equal(38, table[Sales.TimeInStage, February, demo].Magnitude);
        Assert.Equal([1m, 0m], new[] { January, February }.Select(month => table[Sales.OpenStageVisits, month, demo].Magnitude));
    }

    [Fact]
    public void A_win_passes_every_stage_and_a_loss_none()
    {
        RevenueDataset data = Book(
            InOrder, Moved(Deal("won", DealOutcome.Won, "2026-01-05", "2026-03-01", 1), ("2026-01-05", "Proposal"), ("2026-03-01", "Closed Won")),
            Moved(Deal("lost", DealOutcome.Lost, "2026-01-05", "2026-03-01", 1), ("2026-01-05", "Proposal"), ("2026-03-01", "Closed Lost")));
        MetricResult conversion = data.Evaluate(Sales.StageConversion, [January], [Dimensions.Stage]).Results[0];
        Assert.Equal(Cell.Of("Proposal"), conversion.Cell);
        Assert.Equal(0.5m, conversion.Magnitude);
        Assert.Equal(MetricFlags.None, conversion.Flags);
    }

    [Fact]
    public void Deals_that_can_still_go_on_are_told_beside_the_conversion_and_flagged()
    {
        RevenueDataset data = Book(
            InOrder, Moved(Deal("a", DealOutcome.Open, "2026-01-05", null, 1), ("2026-01-05", "Demo"), ("2026-01-20", "Proposal")),
            Moved(Deal("b", DealOutcome.Open, "2026-01-05", null, 1), ("2026-01-05", "Demo")));
        Metric<Ratio> conversion = Sales.StageConversionBetween("Demo", "Proposal");
        MetricResult result = data.Evaluate(conversion, [January]).Results[0];
        Assert.Equal(0.5m, result.Magnitude);
        Assert.Equal(1, result.Part("still open of those"));
        Assert.Equal(MetricFlags.Immature, result.Flags);
        Assert.Equal(MetricFlags.Immature, data.Evaluate((conversion + conversion).Trailing(1).Where(Dimensions.Stage, "Demo"), [January]).Results[0].Flags);
    }

    [Fact]
    public void Where_the_deal_itself_is_further_than_its_history_it_has_moved_on_and_nobody_knows_when()
    {
        Deal deal = Moved(Deal("d", DealOutcome.Open, "2026-01-05", null, 1), ("2026-01-05", "Qualified")) with { Stage = "Proposal" };
        RevenueDataset data = Book(InOrder, deal);
        Metric<Ratio> conversion = Sales.StageConversionBetween("Qualified", "Demo");
        MetricTable table = data.Evaluate([conversion, Sales.TimeInStage, Sales.StageEntries], [January]);
        Assert.Equal(1, table[conversion, January].Magnitude);
        Assert.Equal("no deal left a stage in the period", table[Sales.TimeInStage, January].UndefinedReason);
        Assert.Equal(1, table[Sales.StageEntries, January].Magnitude);
    }

    [Fact]
    public void Without_an_order_of_the_stages_their_conversion_is_undefined_and_their_time_is_not()
    {
        RevenueDataset data = Book(new(), Moved(Deal("d", DealOutcome.Open, "2026-01-05", null, 1), ("2026-01-05", "Demo"), ("2026-01-20", "Proposal")));
        MetricTable table = data.Evaluate([Sales.StageConversion, Sales.TimeInStage], [January]);
        Assert.Contains("DatasetOptions.Stages", table[Sales.StageConversion, January].UndefinedReason, StringComparison.Ordinal);
        Assert.Equal(15, table[Sales.TimeInStage, January].Magnitude);
    }

    [Fact]
    public void A_stage_that_is_none_of_the_process_is_refused_by_name()
    {
        Metric<Ratio> conversion = Sales.StageConversionBetween("Demo", "Trial");
        string Message(RevenueDataset data) => Assert.Throws<MeasureRefusedException>(() => data.Evaluate(conversion, [January])).Message;
        Assert.Contains("'Trial' is not among the stages of the sales process; they are Qualified, Demo, Proposal.", Message(Book(InOrder)), StringComparison.Ordinal);
        Assert.Contains("none are named", Message(Book(new())), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Sales.StageConversionBetween("Demo", "Demo"));
    }

    [Fact]
    public void A_measure_of_ones_own_can_ask_how_deals_go_through_the_stages()
    {
        RevenueDataset data = Book(
            InOrder, Moved(Deal("a", DealOutcome.Won, "2026-01-05", "2026-03-01", 1), ("2026-01-05", "Qualified"), ("2026-01-20", "Demo")),
            Moved(Deal("b", DealOutcome.Lost, "2026-01-05", "2026-03-01", 1), ("2026-01-05", "Qualified"), ("2026-01-25", "Demo")));
        FlowMetric<Count> won = Measures.Sum(StageVisits.Reached("Proposal"), on: StageVisits.EnteredOn).Where(StageVisits.NextStage.Is("Demo")).InPeriod();
        FlowMetric<Count> later = Measures.Count(StageVisits.ReachedOn("Demo")).Where(StageVisits.Stage.Is("Qualified"), StageVisits.EnteredOn.IsIn(Day("2026-01-01"), Day("2026-01-06"))).InPeriod();
        MetricTable table = data.Evaluate([won, later], [January]);
        Assert.Equal(1, table[won, January].Magnitude);
        Assert.Equal(2, table[later, January].Magnitude);
    }

    [Fact]
    public void Stages_are_named_once_each()
    {
        Assert.Throws<ArgumentException>(() => new DatasetOptions { Stages = ["Demo", "Demo"] });
        Assert.Throws<ArgumentException>(() => new DatasetOptions { Stages = [" "] });
        Assert.NotEqual(Book(InOrder), Book(new()));
    }
}
