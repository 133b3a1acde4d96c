using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

public sealed partial class SuccessTests
{
    /// <summary>In January: a, b and c stay, d leaves, e leaves and returns, f joins and stays, g joins and leaves, h joins and leaves twice.</summary>
    private static readonly RevenueDataset January = RevenueDataset.Build(subscriptions:
    [
        Monthly("a", "a", 10, "2025-01-01"), Monthly("b", "b", 10, "2025-01-01"), Monthly("c", "c", 10, "2025-01-01"),
        Monthly("d", "d", 10, "2025-01-01", "2026-01-10"),
        Monthly("e", "e", 10, "2025-01-01", "2026-01-10"), Monthly("e2", "e", 20, "2026-01-11"),
        Monthly("f", "f", 60, "2026-01-05"),
        Monthly("g", "g", 10, "2026-01-01", "2026-01-02"),
        Monthly("h", "h", 10, "2026-01-05", "2026-01-10"), Monthly("h2", "h", 10, "2026-01-15", "2026-01-31"),
    ]);

    private static decimal? InJanuary(Metric metric, MetricPolicy? policy = null) => Told(metric, Month("2026-01"), policy, January).Magnitude;

    [Fact]
    public void Short_visits_and_short_absences_are_counts_of_their_own()
    {
        Assert.Equal(2, InJanuary(Success.JoinedAndLostCustomers));
        Assert.Equal(1, InJanuary(Success.LostAndReturnedCustomers));
        Assert.Equal(1, InJanuary(Success.LostCustomers));
        Assert.Equal(4, InJanuary(Success.RetainedCustomers));
        Assert.Equal(5, InJanuary(Success.ChurnedCustomers));
    }

    [Fact]
    public void By_segment_a_short_visit_counts_where_it_began()
    {
        RevenueDataset data = RevenueDataset.Build(
            [Customer("a", Segment("SMB"), Segment("Enterprise", "2026-01-10"))], [Monthly("a", "a", 10, "2026-01-05", "2026-01-20")]);
        MetricTable table = data.Evaluate(Success.JoinedAndLostCustomers, [Month("2026-01")], [Dimensions.Segment]);
        Assert.Equal(1, table[Success.JoinedAndLostCustomers, Month("2026-01"), Cell.Of("SMB")].Magnitude);
        Assert.Equal(0, table[Success.JoinedAndLostCustomers, Month("2026-01"), Cell.Of("Enterprise")].Magnitude);
    }

    [Fact]
    public void A_service_that_ends_on_the_day_after_the_period_is_no_short_absence() =>
        Assert.Equal(0, Told(Success.LostAndReturnedCustomers, Month("2025-12"), data: January).Magnitude);

    [Fact]
    public void Logo_retention_is_what_churn_leaves() => Assert.Equal(0.8m, InJanuary(Success.LogoRetention));

    [Theory]
    [InlineData(ChurnDenominator.Opening, 1, 5)]
    [InlineData(ChurnDenominator.OpeningAndNew, 1, 6)]
    [InlineData(ChurnDenominator.Average, 2, 10)]
    [InlineData(ChurnDenominator.Closing, 1, 5)]
    public void Churn_is_told_of_the_customers_that_the_policy_names(ChurnDenominator denominator, int lost, int of) =>
        Assert.Equal((decimal)lost / of, InJanuary(Success.CustomerChurnRate, new() { ChurnDenominator = denominator }));

    [Fact]
    public void Short_visits_are_above_and_below_the_line_or_out()
    {
        Assert.Equal(1 / 5m, InJanuary(Success.CustomerChurnRate));
        Assert.Equal(3 / 7m, InJanuary(Success.CustomerChurnRate, new() { JoinedAndLost = JoinedAndLostTreatment.InBoth }));
        Assert.Equal(3 / 8m, InJanuary(Success.CustomerChurnRate, new() { JoinedAndLost = JoinedAndLostTreatment.InBoth, ChurnDenominator = ChurnDenominator.OpeningAndNew }));
    }

    [Fact]
    public void Short_absences_are_losses_or_none()
    {
        Assert.Equal(2 / 5m, InJanuary(Success.CustomerChurnRate, new() { LostAndReturned = LostAndReturnedTreatment.CountBoth }));
        Assert.Equal(4 / 7m, InJanuary(Success.CustomerChurnRate, new() { LostAndReturned = LostAndReturnedTreatment.CountBoth, JoinedAndLost = JoinedAndLostTreatment.InBoth }));
    }

    [Fact]
    public void Churn_of_the_closing_customers_can_pass_one_and_then_has_no_monthly_rate()
    {
        RevenueDataset data = RevenueDataset.Build(subscriptions:
        [
            Monthly("a", "a", 10, "2025-01-01"), Monthly("b", "b", 10, "2025-01-01", "2026-01-10"), Monthly("c", "c", 10, "2025-01-01", "2026-01-10"),
        ]);
        MetricPolicy policy = new() { ChurnDenominator = ChurnDenominator.Closing };
        Assert.Equal(2, Told(Success.CustomerChurnRate, Month("2026-01"), policy, data).Magnitude);
        Assert.Equal(
            "more customers were lost than the rate is told of, so no monthly rate gives it",
            Told(Success.CustomerLifetime, Month("2026-01"), policy, data).UndefinedReason);
    }

    [Fact]
    public void A_year_of_a_monthly_rate_is_compounded_and_a_lifetime_is_its_inverse()
    {
        Assert.Equal(5, InJanuary(Success.CustomerLifetime));
        Assert.Equal(1 - 0.068719476736m, InJanuary(Success.AnnualCustomerChurnRate));
        Assert.Equal("no customer was lost, so no lifetime can be told", Told(Success.CustomerLifetime, Month("2025-12"), data: January).UndefinedReason);
    }

    [Fact]
    public void A_period_of_more_than_a_hundred_years_has_no_monthly_rate_and_says_so()
    {
        RevenueDataset data = RevenueDataset.Build(subscriptions: [Monthly("a", "a", 10, "1890-01-01", "1950-01-01"), Monthly("b", "b", 10, "1890-01-01")]);
        ReportingPeriod century = ReportingPeriod.Between(new(1900, 1, 1), new(2001, 1, 1));
        Assert.Equal("the period is longer than a hundred years", Told(Success.MonthlyCustomerChurnRate, century, data: data).UndefinedReason);
    }
}
