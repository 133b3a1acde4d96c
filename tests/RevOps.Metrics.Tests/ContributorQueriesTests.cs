using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

public sealed class ContributorQueriesTests
{
    private static readonly RevenueDataset Data = RevenueDataset.Build(
        [Customer("a", Segment("SMB")), Customer("b", Segment("SMB")), Customer("c", Segment("Enterprise"))],
        [Monthly("s", "a", 100, "2025-01-01", "2026-01-10"), Monthly("t", "b", 500, "2025-02-01"), Monthly("u", "c", 300, "2026-01-05")],
        [
            Deal("d1", DealOutcome.Won, "2026-01-01", "2026-01-20", 100) with { CustomerId = "a", Owner = "ann" },
            Deal("d2", DealOutcome.Won, "2026-01-01", "2026-01-21", 300) with { CustomerId = "a", Owner = "ann" },
            Deal("d3", DealOutcome.Won, "2026-01-01", "2026-01-22", 200) with { CustomerId = "c", Owner = "bob" },
            Deal("d4", DealOutcome.Lost, "2026-01-01", "2026-01-23", 900) with { Owner = "bob" },
        ],
        spends: [new Spend { From = Day("2026-01-01"), Amount = Usd(600), Category = SpendCategory.Marketing }]);

    private static readonly ReportingPeriod January = Month("2026-01");

    private static MetricResult Ask(Metric metric, params Dimension[] by) => Data.Evaluate(metric, [January], by).Results[^1];

    [Fact]
    public void The_customers_behind_a_cell_come_largest_first_and_the_rest_together()
    {
        Contributors contributors = Data.Contributors(Ask(Revenue.Mrr, Dimensions.Segment), top: 1);
        Assert.Equal("MRR, 2026-01, SMB: 500.00 USD per month", contributors.Result.ToString());
        ContributorPart part = Assert.Single(contributors.Parts);
        Assert.Equal([new Contributor("b", 500)], part.Largest);
        Assert.Equal((1, 0m, 500m), (part.Count, part.Others, part.Magnitude));

        ContributorPart all = Assert.Single(Data.Contributors(Ask(Revenue.Mrr), top: 1).Parts);
        Assert.Equal([new Contributor("b", 500)], all.Largest);
        Assert.Equal((2, 300m), (all.Count, all.Others));
    }

    [Fact]
    public void A_ratio_tells_who_is_behind_each_number_of_it()
    {
        Contributors lost = Data.Contributors(Ask(Success.CustomerChurnRate));
        Assert.Equal(["lost customers", "opening customers"], lost.Parts.Select(part => part.Metric.Name));
        Assert.Equal([new Contributor("a", 1)], lost.Parts[0].Largest);
        Assert.Equal([new Contributor("a", 1), new Contributor("b", 1)], lost.Parts[1].Largest);

        Contributors won = Data.Contributors(Ask(Sales.WinRate), by: Dimensions.Deal);
        Assert.Equal(["d1", "d2", "d3"], won.Parts[0].Largest.Select(one => one.Id));
        Assert.Equal(["d4"], won.Parts[1].Largest.Select(one => one.Id));
    }

    [Fact]
    public void A_row_without_a_customer_is_told_as_such_and_owners_can_be_asked_too()
    {
        Assert.Equal([new Contributor(null, 900)], Data.Contributors(Ask(Sales.LostAmount)).Parts[0].Largest);
        Assert.Equal([new Contributor("ann", 400), new Contributor("bob", 200)], Data.Contributors(Ask(Sales.WonAmount), by: Dimensions.Owner).Parts[0].Largest);
    }

    [Fact]
    public void A_metric_of_another_period_tells_who_was_behind_it_then()
    {
        MetricResult result = Data.Evaluate(Revenue.Arr.PriorPeriod(), [January]).Results[0];
        ContributorPart part = Assert.Single(Data.Contributors(result).Parts);
        Assert.Equal([new Contributor("b", 6000), new Contributor("a", 1200)], part.Largest);
        ContributorPart rate = Data.Contributors(Data.Evaluate(Success.CustomerChurnRate.PriorPeriod(), [Month("2026-02")]).Results[0]).Parts[0];
        Assert.Equal((January, [new Contributor("a", 1)]), (rate.Period, rate.Largest));
    }

    [Fact]
    public void What_has_no_path_says_so_and_without_any_path_it_is_refused()
    {
        Contributors cac = Data.Contributors(Ask(Marketing.Cac));
        Assert.StartsWith("SpendDays has no path to the dimension 'customer'", cac.Parts[0].Refusal, StringComparison.Ordinal);
        Assert.Equal([new Contributor("c", 1)], cac.Parts[1].Largest);
        MeasureRefusedException refused = Assert.Throws<MeasureRefusedException>(() => Data.Contributors(Ask(Marketing.AcquisitionSpend)));
        Assert.Contains("SpendDays has no path to the dimension 'customer'", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Data.Contributors(Ask(Revenue.Mrr), top: 0));
    }

    [Fact]
    public async Task Any_engine_answers_and_the_text_is_a_table()
    {
        Contributors contributors = await new NaiveEngine(Data).ContributorsAsync(Ask(Sales.WonAmount), top: 1, by: Dimensions.Deal);
        Assert.Equal(
            """
            won amount, 2026-01, total: 600.00 USD
            won amount by deal
            deal    won amount
            ------------------
            d2      300.00 USD
            2 more  300.00 USD
            in all  600.00 USD

            """.ReplaceLineEndings("\n"),
            contributors.ToString());
    }
}
