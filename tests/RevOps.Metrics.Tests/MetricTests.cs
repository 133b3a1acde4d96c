using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

public sealed class MetricTests
{
    private static readonly RevenueDataset Data = RevenueDataset.Build(
        subscriptions: [Monthly("s", "a", 100, "2025-01-01"), Monthly("t", "b", 50, "2026-01-10")],
        spends: [new Spend { From = Day("2026-01-01"), Amount = Usd(300), Category = SpendCategory.Marketing }]);

    private static MetricResult Ask(Metric metric) => Data.Evaluate(metric, [Month("2026-01")]).Results[0];

    [Fact]
    public void Metrics_compose_like_the_numbers_they_stand_for()
    {
        Assert.Equal(2, Ask(Success.Customers).Magnitude);
        Assert.Equal(3, Ask(Success.Customers + Success.NewCustomers).Magnitude);
        Assert.Equal(1, Ask(Success.Customers - Success.NewCustomers).Magnitude);
        Assert.Equal(0.5m, Ask(Success.NewCustomers / Success.Customers).Magnitude);
        Assert.Equal(75, Ask(Revenue.Mrr / Success.Customers).Magnitude);
        Assert.Equal(2, Ask(Marketing.AcquisitionSpend / Revenue.Mrr).Magnitude); // months
        Assert.Equal(600, Ask(Marketing.AcquisitionSpend * 2m).Magnitude);
        Assert.Equal(Ask(Revenue.Arr).Magnitude, Ask(Revenue.Mrr.PerYear()).Magnitude);
    }

    [Fact]
    public void A_division_by_zero_is_undefined_and_names_the_zero()
    {
        MetricResult result = Ask(Success.Customers / Success.ChurnedCustomers);
        Assert.False(result.IsDefined);
        Assert.Equal("churned customers is zero", result.UndefinedReason);
    }

    [Fact]
    public void A_composed_metric_is_named_by_its_formula_until_it_is_given_a_name()
    {
        Metric<Ratio> share = Success.NewCustomers / Success.Customers;
        Assert.Equal("(new customers / customers)", share.Name);
        Assert.Equal("share of new", share.Named("share of new").ToString());
        Assert.Null(share.Definition);
        Assert.Throws<ArgumentException>(() => share.Named(" "));
    }

    [Fact]
    public void Or_takes_the_second_only_where_the_first_is_undefined()
    {
        Metric<Money> none = Marketing.AcquisitionSpend / Success.ChurnedCustomers;
        Assert.Equal(300, Ask(Marketing.AcquisitionSpend.Or(Marketing.Cac * 7m)).Magnitude);
        Assert.Equal(2100, Ask(none.Or(Marketing.Cac * 7m)).Magnitude);
        Assert.Equal("churned customers is zero", Ask(none.Or(none)).UndefinedReason);
    }

    [Fact]
    public void A_value_comes_with_its_unit_or_says_why_there_is_none()
    {
        MetricTable table = Data.Evaluate([Revenue.Mrr, Sales.WinRate], [Month("2026-01")]);
        MetricValue<PerMonth<Money>> mrr = table.Value(Revenue.Mrr, Month("2026-01"));
        Assert.Equal(Usd(150), mrr.Value.Value);
        MetricValue<Ratio> winRate = table.Value(Sales.WinRate, Month("2026-01"));
        Assert.Null(winRate.OrNull());
        Assert.Contains("no deals were given", Assert.Throws<InvalidOperationException>(() => winRate.Value).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_large_a_result_is_undefined()
    {
        Metric<Money> spend = Marketing.AcquisitionSpend;
        for (int i = 0; i < 4; i++) spend *= 100_000_000m;
        Assert.Equal("the result is too large for a decimal number", Ask(spend).UndefinedReason);
    }
}
