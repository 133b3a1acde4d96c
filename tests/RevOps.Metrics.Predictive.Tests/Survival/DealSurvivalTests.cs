using static RevOps.Metrics.Predictive.Tests.Records;

namespace RevOps.Metrics.Predictive.Tests;

public class DealSurvivalTests
{
    private static readonly RevenueDataset Data = RevenueDataset.Build(deals:
    [
        Deal("won", "2025-01-01", "2025-01-11", DealOutcome.Won, "Ann"), // 10 days
        Deal("lost", "2025-01-01", "2025-01-21", DealOutcome.Lost, "Ann"), // 20 days
        Deal("open", "2025-01-01", owner: "Bob"), // 59 days on 1 March
        Deal("won later", "2025-01-30", "2025-03-02", DealOutcome.Won, "Bob"), // open on 1 March: 30 days
        Deal("void", "2025-01-01", "2025-01-02", DealOutcome.Void, "Bob"),
        Deal("undated", null, "2025-01-02", DealOutcome.Won, "Bob"),
        Deal("to come", "2025-03-02"),
        Deal("more", "2025-01-01", "2025-01-02", DealOutcome.Won, "Bob") with { Type = DealType.Expansion },
    ]);

    [Fact]
    public void Lost_deals_are_censored_where_the_question_is_how_fast_deals_are_won()
    {
        SurvivalCurves curves = DealSurvival.TimeToWin(Data, Day("2025-03-01"));

        Assert.Equal([(10.0, 4.0, 0.75)], curves[0].Steps.Select(step => (step.Time, step.AtRisk, step.Survival)));
        Assert.Equal(["1 created after the day of observation", "1 without a day of creation"], curves.LeftOut);
    }

    [Fact]
    public void A_deal_is_decided_by_either_outcome() =>
        Assert.Equal([(10.0, 0.75), (20, 0.5)], DealSurvival.TimeToClose(Data, Day("2025-03-01"))[0].Steps.Select(step => (step.Time, step.Survival)));

    [Fact]
    public void Won_and_lost_rule_each_other_out()
    {
        CompetingRisks all = Assert.Single(DealSurvival.Outcomes(Data, Day("2025-03-01")));

        Assert.Equal(0.25, all[DealSurvival.Won].At(30).OrThrow());
        Assert.Equal(0.25, all[DealSurvival.Lost].At(30).OrThrow());
        Assert.Equal(0.5, all.Undecided.SurvivalAt(30).OrThrow());
    }

    [Fact]
    public void Owners_are_told_apart_and_other_types_come_in_when_asked_for()
    {
        SurvivalCurves byOwner = DealSurvival.TimeToWin(Data, Day("2025-03-01"), Dimensions.Owner);
        IReadOnlyList<CompetingRisks> outcomes = DealSurvival.Outcomes(Data, Day("2025-03-01"), Dimensions.Owner, DealScope.AllTypes);

        Assert.Equal([("Ann", 2.0), ("Bob", 2)], byOwner.Select(curve => (curve.Group!, curve.Observations)));
        Assert.Equal([("Ann", 1.0), ("Bob", 1)], outcomes.Select(owner => (owner.Group!, owner[DealSurvival.Won].Events)));
    }

    [Fact]
    public void Deals_from_before_the_data_enter_late()
    {
        RevenueDataset data = RevenueDataset.Build(
            deals: [Deal("old", "2024-12-02", "2025-02-01", DealOutcome.Won), Deal("before", "2024-12-02", "2024-12-20", DealOutcome.Won), Deal("new", "2025-01-01")],
            options: Since(RecordType.Deal, "2025-01-01"));

        SurvivalCurves curves = DealSurvival.TimeToWin(data, Day("2025-06-30"));
        Assert.Equal([(61.0, 2.0)], curves[0].Steps.Select(step => (step.Time, step.AtRisk)));
        Assert.Equal(1, curves[0].AtRisk(29)); // the new one; the old one's close is seen from its 30th day on
        Assert.Equal(2, curves[0].AtRisk(30));
        Assert.Equal(["1 closed before 2025-01-01, the first day of the data"], curves.LeftOut);
    }

    [Fact]
    public void Where_all_deals_were_lost_none_is_ever_won()
    {
        RevenueDataset lost = RevenueDataset.Build(deals: [Deal("A", "2025-01-01", "2025-01-11", DealOutcome.Lost), Deal("B", "2025-01-01", "2025-01-21", DealOutcome.Lost)]);

        Assert.Empty(DealSurvival.TimeToWin(lost, Day("2025-03-01"))[0].Steps);
        CompetingRisks outcomes = Assert.Single(DealSurvival.Outcomes(lost, Day("2025-03-01")));
        Assert.Equal(0, outcomes[DealSurvival.Won].At(20).OrThrow());
        Assert.Equal(1, outcomes[DealSurvival.Lost].At(20).OrThrow());
    }

    [Fact]
    public void One_deal_that_is_open_is_a_curve_that_stays_at_1()
    {
        SurvivalCurve one = DealSurvival.TimeToClose(RevenueDataset.Build(deals: [Deal("A", "2025-01-01")]), Day("2025-03-01"))[0];

        Assert.Equal(1, one.SurvivalAt(59).OrThrow());
        Assert.False(one.Median.Time.IsDefined);
    }

    [Fact]
    public void Without_deals_the_answer_says_so()
    {
        Assert.Equal("nobody was observed", DealSurvival.TimeToWin(RevenueDataset.Build(), Day("2025-06-30"))[0].Median.Time.UndefinedReason);
        Assert.Empty(DealSurvival.Outcomes(RevenueDataset.Build(), Day("2025-06-30")));
    }

    [Fact]
    public void A_dimension_that_deals_do_not_have_is_refused() =>
        Assert.Throws<MeasureRefusedException>(() => DealSurvival.TimeToWin(Data, Day("2025-03-01"), Dimensions.Plan));
}
