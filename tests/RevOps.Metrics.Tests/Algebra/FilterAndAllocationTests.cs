using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

public sealed class FilterAndAllocationTests
{
    private static readonly RevenueDataset Data = RevenueDataset.Build(
        [
            Customer("a", Segment("SMB"), new CustomerAttribute("channel", "Ads")), Customer("b", Segment("SMB"), new CustomerAttribute("channel", "Events")),
            Customer("c", Segment("Mid"), new CustomerAttribute("channel", "Ads")), Customer("d"),
        ],
        [Monthly("s", "a", 100, "2026-01-01"), Monthly("t", "b", 200, "2026-01-01"), Monthly("u", "c", 300, "2026-01-01"), Monthly("v", "d", 400, "2026-01-01")],
        spends: [new Spend { From = Day("2026-01-01"), Amount = Usd(1000), Category = SpendCategory.Marketing, Channel = "Podcasts" }]);

    private static readonly ReportingPeriod January = Month("2026-01");

    private static Dimension Size { get; } = Dimensions.Segment.MappedTo("size", new Dictionary<string, string> { ["SMB"] = "small" });

    private static decimal? Of(Metric metric, EvaluationOptions? options = null) => Data.Evaluate(metric, [January], options: options).Results[0].Magnitude;

    [Fact]
    public void A_filter_takes_the_rows_of_its_values_and_of_none()
    {
        Assert.Equal(300, Of(Revenue.Mrr.Where(Dimensions.Segment, "SMB")));
        Assert.Equal(700, Of(Revenue.Mrr.Where(Dimensions.Segment, "Mid", null)));
        Assert.Equal(700, Of(Revenue.Mrr.Where(Size, (string?)null)));
        Assert.Equal("MRR where segment is Mid or (none)", Revenue.Mrr.Where(Dimensions.Segment, "Mid", null).Name);
    }

    [Fact]
    public void Filters_narrow_each_other()
    {
        Assert.Equal(100, Of(Revenue.Mrr.Where(Dimensions.Segment, "SMB").Where(Dimensions.Channel, "Ads")));
        Assert.Equal(0, Of(Revenue.Mrr.Where(Dimensions.Segment, "SMB").Where(Dimensions.Segment, "Mid")));
        Assert.Equal(100, Of(Revenue.Mrr.Where(Dimensions.Segment, "SMB"), new EvaluationOptions { Where = [new DimensionFilter(Dimensions.Channel, ["Ads"])] }));
    }

    [Fact]
    public void A_ratio_of_a_filtered_metric_and_the_whole_is_a_share() => Assert.Equal(0.3m, Of(Revenue.Mrr.Where(Dimensions.Segment, "SMB") / Revenue.Mrr));

    [Fact]
    public void A_value_that_nothing_has_is_refused_and_the_known_ones_are_named()
    {
        MeasureRefusedException refused = Assert.Throws<MeasureRefusedException>(() => Of(Revenue.Mrr.Where(Dimensions.Segment, "SMBB")));
        Assert.Contains("nothing has the segment 'SMBB'; known are Mid, SMB.", refused.Message, StringComparison.Ordinal);
        Assert.Throws<MeasureRefusedException>(() => Of(Revenue.Mrr, new EvaluationOptions { Where = [new DimensionFilter(Dimensions.Segment, ["smb"])] }));
        Assert.Contains("nothing has the size 'large'; known are small.", Assert.Throws<MeasureRefusedException>(() => Of(Revenue.Mrr.Where(Size, "large"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_channel_that_money_is_spent_on_is_known_before_it_wins_anybody() =>
        Assert.Equal("there is no new customer", Data.Evaluate(Marketing.Cac.Where(Dimensions.Channel, "Podcasts"), [January]).Results[0].UndefinedReason);

    [Fact]
    public void An_unknown_plan_takes_no_rows() => Assert.Equal(0, Of(Revenue.Mrr.Where(Dimensions.Plan, "Gold")));

    [Fact]
    public void What_is_unallocated_is_the_total_in_every_cell_and_under_every_filter()
    {
        Metric<Money> perCustomer = Marketing.AcquisitionSpend.Unallocated() / Success.NewCustomers;
        MetricTable table = Data.Evaluate(perCustomer, [January], [Dimensions.Segment]);
        Assert.Equal([1000m, 500m, 1000m], table.Results.Select(result => result.Magnitude)); // Mid, SMB, (none)
        Assert.All(table.Results, result => Assert.Equal(MetricFlags.Unallocated, result.Flags));
        Assert.Equal(500, Of(perCustomer.Where(Dimensions.Segment, "SMB")));
        Assert.Equal(1000, Of(Revenue.Mrr.Where(Dimensions.Segment, "SMB").Unallocated()) + Of(Revenue.Mrr.Where(Dimensions.Segment, "Mid", null)));
    }

    [Fact]
    public void What_is_allocated_is_shared_out_by_the_weights()
    {
        MetricTable table = Data.Evaluate(Marketing.AcquisitionSpend.AllocatedBy(Revenue.Mrr), [January], [Dimensions.Segment]);
        Assert.Equal([300m, 300m, 400m], table.Results.Select(result => result.Magnitude));
        Assert.Equal(MetricFlags.Unallocated, table.Results[0].Flags);
        MetricResult none = Data.Evaluate([Success.Customers, Marketing.AcquisitionSpend.AllocatedBy(Success.ChurnedCustomers)], [January], [Dimensions.Segment]).Results[1];
        Assert.Equal("churned customers is zero, so acquisition spend cannot be shared out by it", none.UndefinedReason);
    }

    [Fact]
    public void A_choice_of_the_policy_is_made_when_it_is_evaluated()
    {
        FlowMetric<Money> choice = FlowMetric<Money>.ByPolicy("spend or nothing", policy => policy.WinRate == WinRateBasis.Value ? Marketing.AcquisitionSpend : Marketing.AcquisitionSpend * 0m);
        Assert.Equal(0, Of(choice));
        Assert.Equal(12_000, Of(choice.Annualized(), new EvaluationOptions { Policy = new MetricPolicy { WinRate = WinRateBasis.Value } }));
    }

    [Fact]
    public void A_dimension_without_a_path_says_which_facts_have_one_and_what_can_be_done()
    {
        string message = Assert.Throws<MeasureRefusedException>(() => Data.Evaluate(Marketing.Cac, [January], [Dimensions.Plan])).Message;
        Assert.StartsWith("acquisition spend: SpendDays has no path to the dimension 'plan' (Movements has one);", message, StringComparison.Ordinal);
        Assert.Contains("it can be asked by segment, channel, owner, campaign. ", message, StringComparison.Ordinal);
        Assert.Contains("Unallocated() repeat its total in every cell, flagged", message, StringComparison.Ordinal);
        Assert.Contains("AllocatedBy(...) share the total out", message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_of_dimensions_holds_all_of_them()
    {
        var declared = typeof(Dimensions).GetProperties().Where(property => property.PropertyType == typeof(Dimension)).Select(property => (Dimension)property.GetValue(null)!);
        Assert.Equal(declared.OrderBy(dimension => dimension.Name), Dimensions.All.OrderBy(dimension => dimension.Name));
    }
}
