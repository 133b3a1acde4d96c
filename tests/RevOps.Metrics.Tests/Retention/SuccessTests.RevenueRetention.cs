using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

public sealed partial class SuccessTests
{
    /// <summary>
    /// Five pay 100 a month at the end of March 2025. A year later a pays as much, b 180, c 60, d contracted to 40 and left, e left and is back at 90.
    /// f joined at 500 and h at 30; g had left before and is back at 70.
    /// </summary>
    private static readonly RevenueDataset Year = RevenueDataset.Build(
        [
            Customer("a", Segment("SMB")), Customer("b", Segment("SMB")), Customer("c", Segment("SMB"), Segment("Enterprise", "2025-12-01")), Customer("d", Segment("SMB")),
            Customer("e", Segment("Enterprise")), Customer("f", Segment("SMB")), Customer("g", Segment("SMB")), Customer("h"),
        ],
        [
            Monthly("a", "a", 100, "2025-01-01"),
            Subscribed("b", "b", "2025-01-01", null, Term("2025-01-01", 100) with { To = Day("2025-09-01") }, Term("2025-09-01", 180)),
            Subscribed("c", "c", "2025-01-01", null, Term("2025-01-01", 100) with { To = Day("2025-06-01") }, Term("2025-06-01", 60)),
            Subscribed("d", "d", "2025-01-01", "2025-11-01", Term("2025-01-01", 100) with { To = Day("2025-06-01") }, Term("2025-06-01", 40)),
            Monthly("e", "e", 100, "2025-01-01", "2025-08-01"), Monthly("e2", "e", 90, "2025-12-01"),
            Monthly("f", "f", 500, "2025-07-01"),
            Monthly("g", "g", 50, "2024-01-01", "2024-12-01"), Monthly("g2", "g", 70, "2025-10-01"),
            Monthly("h", "h", 30, "2025-11-15"),
        ]);

    private static readonly ReportingPeriod March = Month("2026-03");
    private static readonly ReportingPeriod LastQuarter = ReportingCalendar.Gregorian.Parse("2025-Q4");

    private static EvaluationOptions Under(MetricPolicy policy) => new() { Policy = policy };

    private static MetricResult Told(Metric metric, ReportingPeriod period, MetricPolicy? policy = null, RevenueDataset? data = null) =>
        (data ?? Year).Evaluate(metric, [period], options: Under(policy ?? MetricPolicy.Default)).Results[0];

    [Fact]
    public void Gross_retention_keeps_of_each_customer_at_most_what_it_paid() =>
        Assert.Equal((100 + 100 + 60 + 0 + 90) / 500m, Told(Success.GrossRevenueRetention, March).Magnitude);

    [Fact]
    public void Net_retention_takes_what_the_cohort_pays_now() =>
        Assert.Equal((100 + 180 + 60 + 0 + 90) / 500m, Told(Success.NetRevenueRetention, March).Magnitude);

    [Fact]
    public void The_window_is_twelve_months_whatever_the_length_of_the_period()
    {
        foreach (string label in new[] { "2026-03-31", "2026-Q1" })
        {
            ReportingPeriod period = ReportingCalendar.Gregorian.Parse(label);
            Assert.Equal(0.7m, Told(Success.GrossRevenueRetention, period).Magnitude);
            Assert.Equal(0.86m, Told(Success.NetRevenueRetention, period).Magnitude);
        }
    }

    [Fact]
    public void Expansion_does_not_raise_gross_retention_unless_it_is_capped_on_the_total() =>
        Assert.Equal(0.86m, Told(Success.GrossRevenueRetention, March, new MetricPolicy { RetentionCap = RetentionCap.OnTheTotal }).Magnitude);

    [Fact]
    public void A_customer_who_contracts_and_then_leaves_loses_what_it_paid_at_the_open()
    {
        RevenueDataset data = RevenueDataset.Build(subscriptions:
        [
            Subscribed("d", "d", "2025-01-01", "2025-11-01", Term("2025-01-01", 100) with { To = Day("2025-06-01") }, Term("2025-06-01", 40)),
            Monthly("a", "a", 300, "2025-01-01"),
        ]);
        MetricResult grr = Told(Success.GrossRevenueRetention, March, data: data);
        Assert.Equal(0.75m, grr.Magnitude);
        Assert.Equal(1200, grr.Part("ARR of lost customers"));
        Assert.Equal(4800, grr.Part("ARR of the cohort at the open"));
    }

    [Fact]
    public void The_cohort_of_the_previous_period_is_retained_over_the_period_itself()
    {
        MetricPolicy policy = new() { RetentionCohort = RetentionCohort.PreviousPeriod };
        Assert.Equal(840 / 880m, Told(Success.GrossRevenueRetention, LastQuarter, policy).Magnitude);
        Assert.Equal(840 / 880m, Told(Success.NetRevenueRetention, LastQuarter, policy).Magnitude);
    }

    [Fact]
    public void Revenue_churn_is_of_the_period_itself() => Assert.Equal(1 - (840 / 880m), Told(Success.GrossRevenueChurnRate, LastQuarter).Magnitude);

    [Fact]
    public void Who_comes_back_makes_no_net_churn_good_unless_the_policy_says_so()
    {
        Assert.Equal(1 - (840 / 880m), Told(Success.NetRevenueChurnRate, LastQuarter).Magnitude);
        Assert.Equal(1 - ((840 + 90 + 70) / 880m), Told(Success.NetRevenueChurnRate, LastQuarter, new() { NetChurnReactivation = ReactivationTreatment.Counted }).Magnitude);
    }

    [Fact]
    public void By_segment_a_customer_is_retained_where_it_was_at_the_open()
    {
        MetricTable table = Year.Evaluate([Success.GrossRevenueRetention, Success.NetRevenueRetention], [March], [Dimensions.Segment]);
        Assert.Equal(260 / 400m, table[Success.GrossRevenueRetention, March, Cell.Of("SMB")].Magnitude);
        Assert.Equal(340 / 400m, table[Success.NetRevenueRetention, March, Cell.Of("SMB")].Magnitude);
        Assert.Equal(0.9m, table[Success.GrossRevenueRetention, March, Cell.Of("Enterprise")].Magnitude);
    }

    [Fact]
    public void Retention_by_plan_is_refused() =>
        Assert.Throws<MeasureRefusedException>(() => Year.Evaluate(Success.GrossRevenueRetention, [March], [Dimensions.Plan]));

    [Fact]
    public void Records_that_do_not_reach_back_a_year_tell_no_retention()
    {
        RevenueDataset data = RevenueDataset.Build(subscriptions: [Monthly("a", "a", 100, "2025-06-01")]);
        Assert.Equal("subscriptions are known from 2025-06-01, too late for a window from 2025-04-01", Told(Success.NetRevenueRetention, March, data: data).UndefinedReason);
        Assert.Equal("there was no recurring revenue at the open", Told(Success.NetRevenueRetention, Month("2026-05"), data: data).UndefinedReason);
        Assert.Equal(1, Told(Success.NetRevenueRetention, Month("2026-06"), data: data).Magnitude);
        Assert.Equal(1, Told(Success.NetRevenueRetention, March, new() { RetentionCohort = RetentionCohort.PreviousPeriod }, data).Magnitude);
    }

    [Fact]
    public void A_cohort_below_the_minimum_tells_no_retention()
    {
        foreach (Metric metric in new[] { Success.GrossRevenueRetention, Success.NetRevenueRetention })
        {
            Assert.Equal(
                "the cohort has 5 customers, fewer than the 6 that the policy asks for", Told(metric, March, new() { MinimumCohort = 6 }).UndefinedReason);
            Assert.NotNull(Told(metric, March, new() { MinimumCohort = 5 }).Magnitude);
        }

        RevenueDataset one = RevenueDataset.Build(subscriptions: [Monthly("a", "a", 100, "2024-06-01")]);
        Assert.Equal(
            "the cohort has 1 customer, fewer than the 2 that the policy asks for", Told(Success.NetRevenueRetention, March, new() { MinimumCohort = 2 }, one).UndefinedReason);
        Assert.Throws<ArgumentOutOfRangeException>(() => new MetricPolicy { MinimumCohort = -1 });
    }
}
