using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

public sealed class QueryCheckTests
{
    private static readonly RevenueDataset Data = RevenueDataset.Build(
        [Customer("a", Segment("SMB"), new CustomerAttribute("channel", "Ads"))], [Monthly("s", "a", 10, "2026-01-01")]);

    private static string Refused(Metric metric, Dimension by) =>
        Assert.Throws<MeasureRefusedException>(() => Data.Evaluate(metric, [Month("2026-01")], [by])).Message;

    [Fact]
    public void A_dimension_without_a_path_names_the_relation_and_the_dimension()
    {
        string message = Refused(Revenue.Mrr, Dimensions.Owner);
        Assert.Contains("Movements has no path to the dimension 'owner'", message, StringComparison.Ordinal);
        Assert.Contains("annualised recurring revenue", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Churn_by_plan_is_refused_with_what_to_ask_instead() =>
        Assert.Contains("ask by an attribute of the customer", Refused(Success.CustomerChurnRate, Dimensions.Plan), StringComparison.Ordinal);

    [Fact]
    public void An_attribute_that_no_customer_has_lists_those_that_are_known() =>
        Assert.Contains("no customer has the attribute 'country'; known are channel, segment.", Refused(Revenue.Mrr, Dimensions.CustomerAttribute("country")), StringComparison.Ordinal);

    [Fact]
    public void A_mistyped_attribute_is_refused_for_deals_as_for_revenue() =>
        Assert.Contains("no customer has the attribute 'segmnet'", Refused(Sales.WinRate, Dimensions.CustomerAttribute("segmnet")), StringComparison.Ordinal);

    [Fact]
    public void A_filter_is_refused_like_a_grouping()
    {
        EvaluationOptions options = EvaluationOptions.Default with { Where = [new DimensionFilter(Dimensions.Plan, ["Pro"])] };
        MeasureRefusedException refused = Assert.Throws<MeasureRefusedException>(() => Data.Evaluate(Success.LostCustomers, [Month("2026-01")], options: options));
        Assert.Equal("lost customers", Assert.Single(refused.Refusals).Measure);
    }

    [Fact]
    public void Cost_of_acquisition_by_channel_has_a_path_and_by_plan_has_none()
    {
        Assert.NotEmpty(Data.Evaluate(Marketing.Cac, [Month("2026-01")], [Dimensions.Channel]).Results);
        Assert.Contains("SpendDays has no path to the dimension 'plan'", Refused(Marketing.Cac, Dimensions.Plan), StringComparison.Ordinal);
    }
}
