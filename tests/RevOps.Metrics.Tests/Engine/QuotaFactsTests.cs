using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

public sealed class QuotaFactsTests
{
    private static Quota QuotaOf(string? owner, decimal amount, DealType? type = DealType.NewBusiness) =>
        new() { Owner = owner, Amount = Usd(amount), PeriodStart = Day("2026-01-01"), PeriodEnd = Day("2026-04-01"), Measure = type };

    private static MetricTable Ask(Metric metric, IReadOnlyList<Deal> deals, IReadOnlyList<Quota> quotas, Dimension[]? by = null, DealScope scope = DealScope.NewBusiness) =>
        RevenueDataset.Build(deals: deals, quotas: quotas).Evaluate(metric, [Quarter(2026, 1)], by, new() { Policy = new() { Deals = scope } });

    [Fact]
    public void The_company_has_its_own_quota_else_that_of_its_representatives_together()
    {
        Assert.Equal(1000, Ask(Sales.Quota, [], [QuotaOf(null, 1000), QuotaOf("Ann", 700), QuotaOf("Ben", 500)]).Results[0].Magnitude);
        Assert.Equal(1200, Ask(Sales.Quota, [], [QuotaOf("Ann", 700), QuotaOf("Ben", 500)]).Results[0].Magnitude);
    }

    [Fact]
    public void Each_representative_is_held_against_a_quota_of_his_own()
    {
        Deal won = Deal("d", DealOutcome.Won, "2026-01-10", "2026-02-10", 350) with { Owner = "Ann" };
        MetricTable table = Ask(Sales.QuotaAttainment, [won], [QuotaOf("Ann", 700), QuotaOf("Ben", 500)], [Dimensions.Owner]);
        Assert.Equal([Cell.Of("Ann"), Cell.Of("Ben")], table.Cells);
        Assert.Equal([0.5m, 0m], table.Results.Select(result => result.Magnitude));
    }

    [Fact]
    public void A_shared_deal_counts_towards_the_quota_of_each_by_his_share_and_is_nobody_elses()
    {
        Deal shared = Deal("d", DealOutcome.Won, "2026-01-10", "2026-02-10", 100) with
        {
            Owner = "Eve",
            Splits = [new OwnerSplit("Ann", 1m / 3), new OwnerSplit("Ben", 1 - (1m / 3))],
        };
        MetricTable table = Ask(Sales.QuotaAttainment, [shared], [QuotaOf("Ann", 100), QuotaOf("Ben", 100)], [Dimensions.Owner]);
        Assert.Equal([Cell.Of("Ann"), Cell.Of("Ben")], table.Cells);
        Assert.Equal([0.333333m, 0.666667m], table.Results.Select(result => result.Magnitude));
        Assert.Equal(0.5m, Ask(Sales.QuotaAttainment, [shared], [QuotaOf("Ann", 100), QuotaOf("Ben", 100)]).Results[0].Magnitude);
    }

    [Fact]
    public void A_quota_of_every_type_is_held_against_deals_of_all_types_only()
    {
        Deal[] won =
        [
            Deal("d", DealOutcome.Won, "2026-01-10", "2026-02-10", 300), Deal("r", DealOutcome.Won, "2026-01-10", "2026-02-10", 100) with { Type = DealType.Renewal },
        ];
        Assert.Equal(0.4m, Ask(Sales.QuotaAttainment, won, [QuotaOf(null, 1000, type: null)], scope: DealScope.AllTypes).Results[0].Magnitude);
        Assert.Equal("nobody has a quota for the period", Ask(Sales.QuotaAttainment, won, [QuotaOf(null, 1000, type: null)]).Results[0].UndefinedReason);

        MetricTable byType = Ask(Sales.QuotaAttainment, won, [QuotaOf("Ann", 600), QuotaOf("Ann", 200, DealType.Renewal)], [Dimensions.DealType], DealScope.AllTypes);
        Assert.Equal([0.5m, 0.5m], byType.Results.Select(result => result.Magnitude));
    }

    [Fact]
    public void Who_just_reaches_the_quota_is_at_it_and_wins_of_nobody_are_nobodys()
    {
        Deal[] won =
        [
            Deal("d", DealOutcome.Won, "2026-01-10", "2026-02-10", 700) with { Owner = "Ann" }, Deal("e", DealOutcome.Won, "2026-01-10", "2026-02-10", 499.99m) with { Owner = "Ben" },
            Deal("f", DealOutcome.Won, "2026-01-10", "2026-02-10", 9999) with { Owner = "Eve" }, Deal("g", DealOutcome.Won, "2026-01-10", "2026-02-10", 9999),
        ];
        MetricTable table = Ask(Sales.ShareOfRepsAtQuota, won, [QuotaOf(null, 1), QuotaOf("Ann", 700), QuotaOf("Ben", 500)]);
        Assert.Equal(0.5m, table.Results[0].Magnitude);
        Assert.Equal(1, table.Results[0].Part("reps at quota"));
        Assert.Equal(2, table.Results[0].Part("reps with a quota"));
    }

    [Fact]
    public void Without_quotas_nothing_can_be_held_against_one()
    {
        Deal won = Deal("d", DealOutcome.Won, "2026-01-10", "2026-02-10", 350) with { Owner = "Ann" };
        Assert.Equal("no quotas were given", Ask(Sales.Quota, [won], []).Results[0].UndefinedReason);
        Assert.Equal("no quotas were given", Ask(Sales.PipelineCoverage, [won], []).Results[0].UndefinedReason);
        Assert.Equal("no quotas were given", Ask(Sales.ShareOfRepsAtQuota, [won], []).Results[0].UndefinedReason);
        Assert.Equal("no representative has a quota", Ask(Sales.ShareOfRepsAtQuota, [won], [QuotaOf(null, 100)]).Results[0].UndefinedReason);
        Assert.Equal("no deals were given", Ask(Sales.QuotaAttainment, [], [QuotaOf("Ann", 100)]).Results[0].UndefinedReason);
        Assert.Equal("the quota is zero", Ask(Sales.QuotaAttainment, [won], [QuotaOf("Ann", 0)]).Results[0].UndefinedReason);
        Assert.Equal("nothing of the quota is left to be won", Ask(Sales.PipelineCoverage, [won], [QuotaOf("Ann", 0)]).Results[0].UndefinedReason);
    }

    [Fact]
    public void Months_have_their_days_of_a_quota_and_the_quarter_has_it_whole()
    {
        RevenueDataset data = RevenueDataset.Build(quotas: [QuotaOf("Ann", 100)]);
        MetricTable table = data.Evaluate(Sales.Quota, [Month("2026-01"), Month("2026-02"), Month("2026-03"), Quarter(2026, 1)]);
        Assert.Equal([34.4444m, 31.1111m, 34.4445m, 100m], table.Results.Select(result => result.Magnitude));
    }
}
