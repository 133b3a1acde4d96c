using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

public sealed class EntitySweepTests
{
    private static readonly Metric[] Asked = [Success.OpeningCustomers, Success.LostCustomers, Success.Customers, Success.CustomerChurnRate];

    /// <summary>a stays SMB, b moves from SMB to Enterprise, c leaves SMB, d leaves and returns within the month, e comes and goes within it.</summary>
    private static readonly RevenueDataset Data = RevenueDataset.Build(
        [
            Customer("a", Segment("SMB")), Customer("b", Segment("SMB"), Segment("Enterprise", "2026-01-15")), Customer("c", Segment("SMB")),
            Customer("d", Segment("SMB")), Customer("e", Segment("SMB")),
        ],
        [
            Monthly("a", "a", 10, "2025-01-01", plan: "Basic"), Monthly("a2", "a", 10, "2025-01-01", plan: "Pro"), Monthly("b", "b", 10, "2025-01-01"),
            Monthly("c", "c", 10, "2025-01-01", "2026-01-10"), Monthly("d", "d", 10, "2025-01-01", "2026-01-10"), Monthly("d2", "d", 10, "2026-01-20"),
            Monthly("e", "e", 10, "2026-01-05", "2026-01-25"),
        ]);

    private static decimal?[] Ask(EvaluationOptions? options = null, params Dimension[] by) =>
        [.. Data.Evaluate(Asked, [Month("2026-01")], by, options).Results.Select(result => result.Magnitude)];

    [Fact]
    public void Lost_is_who_was_there_at_the_open_and_is_not_at_the_close() => Assert.Equal([4, 1, 3, 0.25m], Ask());

    [Fact]
    public void A_customer_who_moves_to_another_segment_counts_there_at_the_close_and_is_not_lost() =>
        Assert.Equal([0, 0, 1, null, 4, 1, 2, 0.25m], Ask(null, Dimensions.Segment));

    [Fact]
    public void A_customer_who_moves_out_of_a_filter_is_not_lost()
    {
        EvaluationOptions smb = EvaluationOptions.Default with { Where = [new DimensionFilter(Dimensions.Segment, ["SMB"])] };
        Assert.Equal([4, 1, 2, 0.25m], Ask(smb));
    }

    [Fact]
    public void The_end_of_service_on_the_first_day_of_a_month_is_lost_in_that_month()
    {
        RevenueDataset data = RevenueDataset.Build(subscriptions: [Monthly("s", "a", 10, "2025-01-01", "2026-02-01"), Monthly("t", "b", 10, "2025-01-01")]);
        MetricTable table = data.Evaluate(Success.LostCustomers, [Month("2026-01"), Month("2026-02"), Month("2026-03")]);
        Assert.Equal([0, 1, 0], table.Results.Select(result => result.Magnitude));
    }

    [Fact]
    public void Customers_by_plan_count_in_each_plan_and_say_that_they_do_not_add_up()
    {
        MetricTable table = Data.Evaluate([Success.Customers, Revenue.Mrr], [Month("2026-01")], [Dimensions.Plan]);
        Assert.Equal(1, table[Success.Customers, Month("2026-01"), Cell.Of("Basic")].Magnitude);
        Assert.Equal(1, table[Success.Customers, Month("2026-01"), Cell.Of("Pro")].Magnitude);
        Assert.Equal(MetricFlags.NonAdditive, table[Success.Customers, Month("2026-01"), Cell.Of("Pro")].Flags);
        Assert.Equal(MetricFlags.None, table[Revenue.Mrr, Month("2026-01"), Cell.Of("Pro")].Flags);
        Assert.Equal(MetricFlags.None, Data.Evaluate(Success.Customers, [Month("2026-01")], [Dimensions.Segment]).Results[0].Flags);
    }
}
