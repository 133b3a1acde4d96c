using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

public sealed class RevenueTests
{
    /// <summary>In January: a grows from 100 to 130, b shrinks from 100 to 70, c leaves with 100, d is back at 60, e and f are new at 40 and 80.</summary>
    private static readonly RevenueDataset Data = RevenueDataset.Build(subscriptions:
    [
        Subscribed("a", "a", "2025-01-01", null, Term("2025-01-01", 100) with { To = Day("2026-01-10") }, Term("2026-01-10", 130)),
        Subscribed("b", "b", "2025-01-01", null, Term("2025-01-01", 100) with { To = Day("2026-01-10") }, Term("2026-01-10", 70)),
        Monthly("c", "c", 100, "2025-01-01", "2026-01-15"),
        Monthly("d", "d", 100, "2025-01-01", "2025-06-01"), Monthly("d2", "d", 60, "2026-01-20"),
        Monthly("e", "e", 40, "2026-01-20"), Monthly("f", "f", 80, "2026-01-20"),
    ]);

    private static MetricResult Told(Metric metric, string month, MetricPolicy? policy = null) =>
        Data.Evaluate(metric, [Month(month)], options: new EvaluationOptions { Policy = policy ?? MetricPolicy.Default }).Results[0];

    [Fact]
    public void Quick_ratio_sets_what_was_gained_against_what_was_lost()
    {
        Assert.Equal((120 + 30 + 60) / 130m, Told(Revenue.QuickRatio, "2026-01").Magnitude);
        Assert.Equal((120 + 30) / 130m, Told(Revenue.QuickRatio, "2026-01", new() { QuickRatioReactivation = ReactivationTreatment.Apart }).Magnitude);
    }

    [Fact]
    public void Without_a_loss_there_is_no_quick_ratio() => Assert.Equal("no recurring revenue was lost", Told(Revenue.QuickRatio, "2025-12").UndefinedReason);

    [Fact]
    public void Average_sale_price_is_that_of_new_customers()
    {
        Assert.Equal(60, Told(Revenue.AverageSalePrice, "2026-01").Magnitude);
        Assert.Equal("there is no new customer", Told(Revenue.AverageSalePrice, "2025-12").UndefinedReason);
    }

    [Fact]
    public void Revenue_per_account_is_told_of_the_customers_at_the_close_or_of_the_mean()
    {
        Assert.Equal((130 + 70 + 60 + 40 + 80) / 5m, Told(Revenue.Arpa, "2026-01").Magnitude);
        Assert.Equal((130 + 70 + 60 + 40 + 80) / 4m, Told(Revenue.Arpa, "2026-01", new() { ArpaDenominator = ArpaDenominator.Average }).Magnitude);
    }

    [Fact]
    public void Concentration_is_the_share_of_the_largest_customers()
    {
        Assert.Equal((130 + 80) / 380m, Told(Revenue.ConcentrationIn(2), "2026-01").Magnitude);
        Assert.Equal(1, Told(Revenue.Concentration, "2026-01").Magnitude);
        Assert.Throws<ArgumentOutOfRangeException>(() => Revenue.ConcentrationIn(0));
    }

    [Fact]
    public void Without_recurring_revenue_nobody_holds_a_share_of_it()
    {
        RevenueDataset data = RevenueDataset.Build(subscriptions: [Monthly("a", "a", 10, "2025-01-01", "2025-02-01")]);
        Assert.Equal("no customer pays at the close", data.Evaluate(Revenue.Concentration, [Month("2026-01")]).Results[0].UndefinedReason);
    }

    [Fact]
    public void A_customer_with_several_subscriptions_is_one_of_the_largest_by_their_sum_and_in_a_cell_by_what_it_pays_there()
    {
        RevenueDataset data = RevenueDataset.Build(subscriptions:
        [
            Monthly("a1", "a", 60, "2025-01-01", plan: "Basic"), Monthly("a2", "a", 50, "2025-01-01", plan: "Pro"), Monthly("b", "b", 90, "2025-01-01", plan: "Pro"),
        ]);
        Metric<Ratio> largest = Revenue.ConcentrationIn(1);
        Assert.Equal(110 / 200m, data.Evaluate(largest, [Month("2026-01")]).Results[0].Magnitude);
        Assert.Equal(90 / 140m, data.Evaluate(largest, [Month("2026-01")], [Dimensions.Plan])[largest, Month("2026-01"), Cell.Of("Pro")].Magnitude);
    }

    [Fact]
    public void Who_is_a_customer_at_no_charge_pays_nothing_and_leaves_the_average_revenue()
    {
        RevenueDataset data = RevenueDataset.Build(subscriptions:
        [
            Monthly("a", "a", 100, "2025-01-01"), Subscribed("b", "b", "2025-01-01", null, Term("2025-01-01", 50), Term("2026-01-10", 0)), Monthly("c", "c", 0, "2026-01-20"),
        ]);
        MetricPolicy free = new() { Ledger = new LedgerPolicy { Free = FreeTreatment.Active } };
        decimal? Told(Metric metric, MetricPolicy policy) => data.Evaluate(metric, [Month("2026-01")], options: new EvaluationOptions { Policy = policy }).Results[0].Magnitude;
        Assert.Equal(3, Told(Success.Customers, free));
        Assert.Equal(1, Told(Success.PayingCustomers, free));
        Assert.Equal(100, Told(Revenue.Arpa, free));
        Assert.Equal(100 / 1.5m, Told(Revenue.Arpa, free with { ArpaDenominator = ArpaDenominator.Average }));
        Assert.Equal(1, Told(Success.Customers, MetricPolicy.Default));
        Assert.Equal(1, Told(Success.PayingCustomers, MetricPolicy.Default));
    }
}
