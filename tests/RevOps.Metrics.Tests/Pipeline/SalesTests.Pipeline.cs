using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

public sealed partial class SalesTests
{
    private static readonly Deal Handed = Deal("d", DealOutcome.Won, "2026-01-05", "2026-03-10", 300) with
    {
        Stage = "Closed Won",
        Owner = "Cyd",
        Category = ForecastCategory.Closed,
        History =
        [
            new() { On = Day("2026-01-05"), Stage = "Demo", Owner = "Ann", Category = ForecastCategory.Pipeline, Amount = Usd(100) },
            new() { On = Day("2026-02-10"), Stage = "Proposal", Owner = "Ben" }, new() { On = Day("2026-02-20"), Category = ForecastCategory.Commit, Amount = Usd(300) },
        ],
    };

    [Fact]
    public void The_pipeline_by_stage_owner_and_category_is_as_it_was_known_on_the_day()
    {
        RevenueDataset data = Book(InOrder, Handed);
        Dimension[] by = [Dimensions.Stage, Dimensions.Owner, Dimensions.ForecastCategory];
        MetricTable table = data.Evaluate(Sales.OpenPipeline, [January, February, Month("2026-03")], by);
        Assert.Equal(100, table[Sales.OpenPipeline, January, Cell.Of("Demo", "Ann", "Pipeline")].Magnitude);
        Assert.Equal(300, table[Sales.OpenPipeline, February, Cell.Of("Proposal", "Ben", "Commit")].Magnitude);
        Assert.Equal([100m, 300m, 0m], table.Periods.Select(period => table.Cells.Sum(cell => table[Sales.OpenPipeline, period, cell].Magnitude)));
        Assert.DoesNotContain(table.Cells, cell => cell.Values[1] == "Cyd");
    }

    [Fact]
    public void A_deal_goes_stale_after_its_last_change_of_any_kind_and_not_before_its_close()
    {
        RevenueDataset data = Book(InOrder, Handed);
        decimal? StaleOn(string day, int after) =>
            data.Evaluate(Sales.StaleDealsAfter(after), [ReportingPeriod.Between(Day(day), Day(day).PlusDays(1))]).Results[0].Magnitude;
        Assert.Equal([0m, 1m, 1m, 0m, 0m, 0m, 1m, 0m], new[] { "2026-02-03", "2026-02-04", "2026-02-09", "2026-02-10", "2026-02-20", "2026-02-25", "2026-03-09", "2026-03-10" }
            .Select((day, i) => StaleOn(day, i < 3 ? 30 : 10)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Sales.StaleDealsAfter(0));
    }

    [Fact]
    public void A_stage_without_a_probability_is_named_and_so_is_one_that_is_none()
    {
        RevenueDataset data = Book(InOrder, Handed, Deal("e", DealOutcome.Open, "2026-01-01", null, 50));
        string? Reason(ReportingPeriod period, Assumptions assumptions) =>
            data.Evaluate(Sales.WeightedPipeline, [period], options: new() { Assumptions = assumptions }).Results[0].UndefinedReason;
        Assumptions demo = Assumptions.None.With(Sales.StageProbability, Dimensions.Stage, "Demo", new Ratio(0.2m));
        Assert.Equal("assumption stage probability not given for stage Demo", Reason(January, Assumptions.None));
        Assert.Equal("assumption stage probability not given for stage (none)", Reason(January, demo));
        Assumptions both = demo.With(Sales.StageProbability, Dimensions.Stage, null, new Ratio(0.1m));
        Assert.Null(Reason(January, both));
        Assert.Equal("assumption stage probability not given for stage Proposal", Reason(February, both));
        Assert.Equal("the stage probability of stage Demo is not between 0 and 1", Reason(January, both.With(Sales.StageProbability, Dimensions.Stage, "Demo", new Ratio(20))));
        Assert.Equal("no deals were given", RevenueDataset.Build().Evaluate(Sales.WeightedPipeline, [January]).Results[0].UndefinedReason);
    }

    [Fact]
    public void Weighted_pipeline_can_be_told_by_stage_and_by_others()
    {
        RevenueDataset data = Book(InOrder, Handed, Deal("e", DealOutcome.Open, "2026-01-01", null, 50) with { Stage = "Demo", Owner = "Ben" });
        EvaluationOptions options = new() { Assumptions = Assumptions.None.With(Sales.StageProbability, Dimensions.Stage, "Demo", new Ratio(0.2m)) };
        MetricTable byStage = data.Evaluate(Sales.WeightedPipeline, [January], [Dimensions.Stage], options);
        Assert.Equal(30, byStage[Sales.WeightedPipeline, January, Cell.Of("Demo")].Magnitude);
        MetricTable byOwner = data.Evaluate(Sales.WeightedPipeline, [January], [Dimensions.Owner], options);
        Assert.Equal([20m, 10m], byOwner.Results.Select(result => result.Magnitude));
    }

    [Fact]
    public void Commit_conversion_is_undefined_for_a_period_that_ends_by_its_day()
    {
        RevenueDataset data = Book(InOrder, Handed);
        ReportingPeriod[] days = [ReportingPeriod.Between(Day("2026-03-01"), Day("2026-03-06")), ReportingPeriod.Between(Day("2026-03-01"), Day("2026-03-12"))];
        MetricTable table = data.Evaluate(Sales.CommitConversion, days);
        Assert.Equal("the period ends by its day 5", table.Results[0].UndefinedReason);
        Assert.Equal(1, table.Results[1].Magnitude);
        Assert.Equal("no deal was in commit on day 5 of the period", data.Evaluate(Sales.CommitConversion, [January]).Results[0].UndefinedReason);
    }

    [Fact]
    public void The_loss_reason_mix_is_the_lost_deals_by_reason()
    {
        RevenueDataset data = Book(
            InOrder, Deal("a", DealOutcome.Lost, "2026-01-01", "2026-01-10", 1) with { LostReason = "price" },
            Deal("b", DealOutcome.Lost, "2026-01-01", "2026-01-10", 1) with { LostReason = "price" }, Deal("c", DealOutcome.Lost, "2026-01-01", "2026-01-10", 1));
        MetricTable table = data.Evaluate(Sales.LostDeals, [January], [Dimensions.LossReason]);
        Assert.Equal([(Cell.Of("price"), 2m), (Cell.Of((string?)null), 1m)], table.Results.Select(result => (result.Cell, result.Magnitude!.Value)));
    }

    [Fact]
    public void A_cycle_from_the_lead_needs_a_lead_that_came_before_the_close()
    {
        Deal won = Deal("d", DealOutcome.Won, "2026-01-01", "2026-01-10", 1) with { LeadId = "named" };
        RevenueDataset Led(params Lead[] leads) => RevenueDataset.Build(deals: [won], leads: leads);
        (decimal? Days, string? Reason) Cycle(RevenueDataset data, SalesCycleBasis basis)
        {
            MetricResult result = data.Evaluate(Sales.SalesCycle, [January], options: new() { Policy = new() { SalesCycle = basis } }).Results[0];
            return (result.Magnitude, result.UndefinedReason);
        }

        Lead first = new() { Id = "named", FirstTouchOn = Day("2025-12-31"), SalesQualifiedOn = Day("2026-01-04") }, late = new() { Id = "late", FirstTouchOn = Day("2026-01-11"), DealId = "d" };
        Assert.Equal((10m, null), Cycle(Led(first, late), SalesCycleBasis.WonFromLead));
        Assert.Equal((6m, null), Cycle(Led(first, late), SalesCycleBasis.WonFromQualified));
        Assert.Equal((null, "no deal with a lead was won"), Cycle(Led(late), SalesCycleBasis.WonFromLead));
        Assert.Equal((null, "no deal with a qualified lead was won"), Cycle(Led(late), SalesCycleBasis.WonFromQualified));
    }

    [Fact]
    public void Reasons_name_the_basis_of_the_win_rate()
    {
        RevenueDataset data = Book(InOrder, Deal("a", DealOutcome.Lost, "2026-01-01", "2026-02-10", 1) with { LostReason = "NO decision" });
        string? Reason(ReportingPeriod period, WinRateBasis basis) =>
            data.Evaluate(Sales.WinRate, [period], options: new() { Policy = new() { WinRate = basis } }).Results[0].UndefinedReason;
        Assert.Equal("no deal was won or lost", Reason(February, WinRateBasis.WithoutNoDecision));
        Assert.Equal("no deal was created", Reason(February, WinRateBasis.CreatedCohort));
        Assert.Null(Reason(January, WinRateBasis.CreatedCohort));
    }
}
