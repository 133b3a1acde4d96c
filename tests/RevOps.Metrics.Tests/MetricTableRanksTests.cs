using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

public sealed class MetricTableRanksTests
{
    private static readonly RevenueDataset Data = RevenueDataset.Build(deals:
    [
        Won("1", "ann", "Core", 100), Won("2", "ann", "Add-on", 300), Won("3", "bob", "Core", 400), Won("4", "cid", "Core", 400), Won("5", "dan", "Core", 0),
    ]);

    private static readonly ReportingPeriod January = Month("2026-01");

    private static Deal Won(string id, string owner, string product, decimal amount) =>
        Deal(id, DealOutcome.Won, "2026-01-01", "2026-01-20", amount) with { Owner = owner, Product = product };

    [Fact]
    public void A_share_is_of_all_or_within_some_of_the_dimensions()
    {
        MetricTable table = Data.Evaluate(Sales.WonAmount, [January], [Dimensions.Owner, Dimensions.Product]);
        Assert.Equal([0.25m, 1m / 12, 1m / 3, 1m / 3, 0m], table.ShareOfTotal(Sales.WonAmount).Select(share => share.Share.Value.Value));
        IReadOnlyList<CellShare> within = table.ShareOfTotal(Sales.WonAmount, within: [Dimensions.Owner]);
        Assert.Equal("won amount, 2026-01, ann, Add-on: 75.00 %", within[0].ToString());
        Assert.Equal([0.75m, 0.25m, 1, 1], within.Take(4).Select(share => share.Share.Value.Value));
        Assert.Equal("won amount is zero in all", within[4].Share.UndefinedReason);
    }

    [Fact]
    public void A_share_of_what_does_not_add_up_is_refused()
    {
        MetricTable table = Data.Evaluate([Sales.WinRate, Sales.WonAmount.Unallocated()], [January], [Dimensions.Owner]);
        Assert.Contains("'win rate' does not add up over owner", Assert.Throws<ArgumentException>(() => table.ShareOfTotal(Sales.WinRate)).Message, StringComparison.Ordinal);
        Assert.Contains("does not add up", Assert.Throws<ArgumentException>(() => table.ShareOfTotal(table.Metrics[1])).Message, StringComparison.Ordinal);
        MetricTable byPlan = RevenueDataset.Build(subscriptions: [Monthly("s", "a", 10, "2026-01-01", plan: "Pro"), Monthly("t", "a", 10, "2026-01-01", plan: "Basic")])
            .Evaluate([Success.Customers, Revenue.Mrr], [January], [Dimensions.Plan]);
        Assert.Throws<ArgumentException>(() => byPlan.ShareOfTotal(Success.Customers));
        Assert.Equal([0.5m, 0.5m], byPlan.ShareOfTotal(Revenue.Mrr).Select(share => share.Share.Value.Value));
    }

    [Fact]
    public void A_share_within_another_dimension_or_of_another_metric_is_refused()
    {
        MetricTable table = Data.Evaluate(Sales.WonAmount, [January], [Dimensions.Owner]);
        Assert.Contains("it is by owner", Assert.Throws<ArgumentException>(() => table.ShareOfTotal(Sales.WonAmount, [Dimensions.Product])).Message, StringComparison.Ordinal);
        Assert.Contains("it has won amount", Assert.Throws<ArgumentException>(() => table.Rank(Sales.WonDeals)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_allocated_adds_up_and_so_has_shares()
    {
        RevenueDataset data = RevenueDataset.Build(
            [Customer("a", Segment("SMB")), Customer("b", Segment("Mid"))], [Monthly("s", "a", 10, "2026-01-01"), Monthly("t", "b", 30, "2026-01-01")],
            spends: [new Spend { From = Day("2026-01-01"), Amount = Usd(100), Category = SpendCategory.Sales }]);
        Metric<Money> spend = Marketing.AcquisitionSpend.AllocatedBy(Revenue.Mrr);
        Assert.Equal([0.75m, 0.25m], data.Evaluate(spend, [January], [Dimensions.Segment]).ShareOfTotal(spend).Select(share => share.Share.Value.Value));
    }

    [Fact]
    public void Equal_results_share_a_rank_and_what_is_undefined_has_none()
    {
        MetricTable table = Data.Evaluate([Sales.WonAmount, Sales.LostDeals / Sales.WonDeals, Marketing.Cac.Unallocated()], [January], [Dimensions.Owner]);
        Assert.Equal([(1, "ann"), (1, "bob"), (1, "cid"), (4, "dan")], table.Rank(Sales.WonAmount).Select(ranked => (ranked.Rank, ranked.Result.Cell.Values[0])));
        Assert.Equal(3, table.Top(Sales.WonAmount, 2).Count);
        Assert.Equal("1. won amount, 2026-01, ann: 400.00 USD", table.Top(Sales.WonAmount, 1)[0].ToString());
        Assert.Empty(table.Rank(table.Metrics[2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => table.Top(Sales.WonAmount, 0));
    }
}
