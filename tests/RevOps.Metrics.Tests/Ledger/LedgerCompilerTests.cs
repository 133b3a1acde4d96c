using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

public sealed class LedgerCompilerTests
{
    [Fact]
    public void First_payment_is_new_and_the_end_is_churn_on_the_first_day_not_served()
    {
        RevenueDataset data = RevenueDataset.Build(subscriptions: [Monthly("s", "a", 100, "2026-01-05", "2026-03-05")]);
        Assert.Equal(["01-05: New 1200", "03-05: Churn -1200"], Ledger(data));
    }

    [Fact]
    public void A_life_of_one_day_is_new_and_churn_and_one_of_none_is_nothing()
    {
        RevenueDataset data = RevenueDataset.Build(subscriptions:
            [Monthly("one", "a", 100, "2026-01-05", "2026-01-06"), Monthly("none", "b", 100, "2026-01-05", "2026-01-05")]);
        Assert.Equal(["01-05: New 1200", "01-06: Churn -1200"], Ledger(data));

        MetricTable table = data.Evaluate([Success.NewCustomers, Success.ChurnedCustomers, Success.LostCustomers, Success.Customers], [Month("2026-01")]);
        Assert.Equal([1, 1, 0, 0], table.Results.Select(result => result.Magnitude));
    }

    [Fact]
    public void Paying_again_after_a_gap_is_reactivation_and_without_one_nothing()
    {
        RevenueDataset gap = RevenueDataset.Build(subscriptions:
            [Monthly("s1", "a", 100, "2026-01-05", "2026-02-05"), Monthly("s2", "a", 150, "2026-02-06")]);
        Assert.Equal(["01-05: New 1200", "02-05: Churn -1200", "02-06: Reactivation 1800"], Ledger(gap));

        RevenueDataset none = RevenueDataset.Build(subscriptions:
            [Monthly("s1", "a", 100, "2026-01-05", "2026-02-05"), Monthly("s2", "a", 100, "2026-02-05")]);
        Assert.Equal(["01-05: New 1200"], Ledger(none));
    }

    [Theory]
    [InlineData(150, "Expansion 600")]
    [InlineData(80, "Contraction -240")]
    public void A_switch_of_subscriptions_on_one_day_is_only_its_net_change(int price, string movement)
    {
        RevenueDataset data = RevenueDataset.Build(subscriptions:
            [Monthly("s1", "a", 100, "2026-01-05", "2026-02-10"), Monthly("s2", "a", price, "2026-02-10")]);
        Assert.Equal(["01-05: New 1200", $"02-10: {movement}"], Ledger(data));
    }

    [Fact]
    public void A_switch_of_plans_upwards_takes_the_old_price_along_and_expands_the_new_plan()
    {
        RevenueDataset data = RevenueDataset.Build(subscriptions:
            [Subscribed("s", "a", "2026-01-05", null, Term("2026-01-05", 100, "Basic"), Term("2026-02-10", 150, "Pro"))]);
        Assert.Equal(
            ["01-05 Basic: New 1200", "02-10 Basic: Transfer -1200", "02-10 Pro: Expansion 600", "02-10 Pro: Transfer 1200"],
            Ledger(data, Dimensions.Plan));
    }

    [Fact]
    public void A_switch_of_plans_downwards_takes_the_new_price_along_and_contracts_the_old_plan()
    {
        RevenueDataset data = RevenueDataset.Build(subscriptions:
            [Subscribed("s", "a", "2026-01-05", null, Term("2026-01-05", 100, "Basic"), Term("2026-02-10", 70, "Free"))]);
        Assert.Equal(
            ["01-05 Basic: New 1200", "02-10 Basic: Contraction -360", "02-10 Basic: Transfer -840", "02-10 Free: Transfer 840"],
            Ledger(data, Dimensions.Plan));
    }

    [Fact]
    public void Of_several_increases_the_transfer_is_taken_in_the_order_of_ids()
    {
        // Off: 1,200. On: 600 (s2), 480 (s3), 480 (s4), in all 1,560. Transferred: s2 whole, s3 whole, 120 of s4; the rest of s4 expands.
        RevenueDataset data = RevenueDataset.Build(subscriptions:
        [
            Monthly("s4", "a", 40, "2026-02-10", plan: "P4"), Monthly("s3", "a", 40, "2026-02-10", plan: "P3"), Monthly("s2", "a", 50, "2026-02-10", plan: "P2"),
            Monthly("s9", "a", 100, "2026-01-05", "2026-02-10", plan: "P9"),
        ]);
        Assert.Equal(
            [
                "01-05 P9: New 1200", "02-10 P2: Transfer 600", "02-10 P3: Transfer 480", "02-10 P4: Expansion 360", "02-10 P4: Transfer 120",
                "02-10 P9: Transfer -1200",
            ],
            Ledger(data, Dimensions.Plan));
    }

    [Fact]
    public void A_change_of_segment_moves_revenue_and_customer_and_is_no_movement_in_total()
    {
        RevenueDataset data = RevenueDataset.Build(
            [Customer("a", Segment("SMB"), Segment("Enterprise", "2026-02-10"))], [Monthly("s", "a", 100, "2026-01-05")]);
        Assert.Equal(["01-05: New 1200"], Ledger(data));
        Assert.Equal(["01-05 SMB: New 1200", "02-10 Enterprise: Transfer 1200", "02-10 SMB: Transfer -1200"], Ledger(data, Dimensions.Segment));

        MetricTable table = data.Evaluate([Success.Customers, Success.LostCustomers, Success.CustomerChurnRate, Success.NewCustomers], [Month("2026-02")], [Dimensions.Segment]);
        Assert.Equal([Cell.Of("Enterprise"), Cell.Of("SMB")], table.Cells);
        Assert.Equal([1, 0, null, 0, 0, 0, 0, 0], table.Results.Select(result => result.Magnitude));
    }

    [Fact]
    public void A_change_of_segment_on_the_day_of_an_expansion_expands_the_new_segment()
    {
        RevenueDataset data = RevenueDataset.Build(
            [Customer("a", Segment("SMB"), Segment("Enterprise", "2026-02-10"))],
            [Subscribed("s", "a", "2026-01-05", null, Term("2026-01-05", 100), Term("2026-02-10", 150))]);
        Assert.Equal(
            ["01-05 SMB: New 1200", "02-10 Enterprise: Expansion 600", "02-10 Enterprise: Transfer 1200", "02-10 SMB: Transfer -1200"],
            Ledger(data, Dimensions.Segment));
    }

    [Fact]
    public void A_change_of_segment_on_the_day_of_churn_churns_the_old_segment()
    {
        RevenueDataset data = RevenueDataset.Build(
            [Customer("a", Segment("SMB"), Segment("Enterprise", "2026-02-10"))], [Monthly("s", "a", 100, "2026-01-05", "2026-02-10")]);
        Assert.Equal(["01-05 SMB: New 1200", "02-10 SMB: Churn -1200"], Ledger(data, Dimensions.Segment));
    }

    [Fact]
    public void A_change_of_segment_on_the_day_of_a_switch_of_subscriptions_moves_what_stays_and_contracts_the_old_segment()
    {
        RevenueDataset data = RevenueDataset.Build(
            [Customer("a", Segment("SMB"), Segment("Enterprise", "2026-02-10"))],
            [Monthly("s1", "a", 100, "2026-01-05", "2026-02-10"), Monthly("s2", "a", 60, "2026-02-10")]);
        Assert.Equal(
            ["01-05 SMB: New 1200", "02-10 Enterprise: Transfer 720", "02-10 SMB: Contraction -480", "02-10 SMB: Transfer -720"],
            Ledger(data, Dimensions.Segment));
    }

    [Fact]
    public void Two_attributes_that_change_on_one_day_move_revenue_once()
    {
        RevenueDataset data = RevenueDataset.Build(
            [Customer("a", Segment("SMB"), Segment("Mid", "2026-02-10"), new("region", "EU"), new("region", "US", Day("2026-02-10")))],
            [Monthly("s", "a", 100, "2026-01-05")]);
        Assert.Equal(["01-05 SMB, EU: New 1200", "02-10 Mid, US: Transfer 1200", "02-10 SMB, EU: Transfer -1200"], Ledger(data, Dimensions.Segment, Dimensions.Region));
    }

    [Fact]
    public void A_segment_stated_again_moves_nothing()
    {
        RevenueDataset data = RevenueDataset.Build(
            [Customer("a", Segment("SMB"), Segment("SMB", "2026-02-10"))], [Monthly("s", "a", 100, "2026-01-05")]);
        MeasureRequest rows = new(new CountMeasure("rows", Movements.On), DateWindow.Before(Day("2027-01-01")));
        Assert.Equal(1, data.Engine.Measure(new MeasureQuery { Requests = [rows] })[Cell.Total, rows]);
    }

    [Fact]
    public void Going_free_is_churn_and_paying_again_reactivation()
    {
        RevenueDataset data = RevenueDataset.Build(subscriptions:
            [Subscribed("s", "a", "2026-01-05", null, Term("2026-01-05", 0), Term("2026-02-01", 10), Term("2026-03-01", 0), Term("2026-04-01", 20))]);
        Assert.Equal(["02-01: New 120", "03-01: Churn -120", "04-01: Reactivation 240"], Ledger(data));
    }

    [Fact]
    public void A_void_subscription_never_counts() =>
        Assert.Empty(Ledger(RevenueDataset.Build(subscriptions: [Monthly("s", "a", 100, "2026-01-05") with { IsVoid = true }])));
}
