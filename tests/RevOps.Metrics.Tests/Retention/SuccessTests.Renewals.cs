using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

public sealed partial class SuccessTests
{
    /// <summary>
    /// Due in January 2026: a renewed early for more, b on time for less, c twenty days late, d forty days late, e never, f ended long before;
    /// g pays by the month and is never due. Each paid 1,000 a year.
    /// </summary>
    private static readonly Subscription[] Contracts =
    [
        Contract("a", "2025-01-10", "2026-01-10"), Contract("a2", "2025-12-20", null, 1500) with { RenewsId = "a", CustomerId = "a" },
        Subscribed("b", "b", "2025-01-15", null, Yearly("2025-01-15", 1000), Yearly("2026-01-15", 600)),
        Contract("c", "2025-01-05", "2026-01-05"), Contract("c2", "2026-01-25", null, 1200) with { CustomerId = "c" },
        Contract("d", "2025-01-31", "2026-01-31"), Contract("d2", "2026-03-12", null) with { CustomerId = "d" },
        Contract("e", "2025-01-20", "2026-01-20"),
        Contract("f", "2025-01-31", "2025-08-01"),
        Monthly("g", "g", 100, "2025-01-01", "2026-01-10"),
    ];

    private static readonly RevenueDataset Due = RevenueDataset.Build(subscriptions: Contracts);

    private static decimal? OfDue(Metric metric, MetricPolicy? policy = null) => Told(metric, Month("2026-01"), policy, Due).Magnitude;

    [Fact]
    public void Contracts_due_renew_early_on_time_late_or_not()
    {
        Assert.Equal(6, OfDue(Success.ContractsDue));
        Assert.Equal((1, 1, 1), (OfDue(Success.EarlyRenewals), OfDue(Success.OnTimeRenewals), OfDue(Success.LateRenewals)));
        Assert.Equal((3, 3, 0), (OfDue(Success.RenewedContracts), OfDue(Success.LostContracts), OfDue(Success.PendingContracts)));
        Assert.Equal((6000, 3300, 3000), (OfDue(Success.DueArr), OfDue(Success.RenewedArr), OfDue(Success.LostArr)));
        Assert.Equal(1000, OfDue(Success.LateRenewalArr));
    }

    [Fact]
    public void Renewal_rates_are_of_what_was_due_and_growth_makes_no_gross_rate_good()
    {
        Assert.Equal(0.5m, OfDue(Success.RenewalRate));
        Assert.Equal((1000 + 600 + 1000) / 6000m, OfDue(Success.GrossRenewalRate));
        Assert.Equal((1500 + 600 + 1200) / 6000m, OfDue(Success.NetRenewalRate));
    }

    [Fact]
    public void An_early_renewal_counts_when_the_contract_is_due() =>
        Assert.Equal(0, Told(Success.RenewedContracts, Month("2025-12"), data: Due).Magnitude);

    [Theory]
    [InlineData(0, 2)]
    [InlineData(19, 2)]
    [InlineData(20, 3)]
    [InlineData(39, 3)]
    [InlineData(40, 4)]
    public void A_renewal_is_late_within_the_days_of_grace_and_none_after_them(int grace, decimal renewed)
    {
        Assert.Equal(renewed, OfDue(Success.RenewedContracts, new() { RenewalGraceDays = grace }));
        Assert.Equal(6 - renewed, OfDue(Success.LostContracts, new() { RenewalGraceDays = grace }));
    }

    [Fact]
    public void Days_of_grace_below_zero_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new MetricPolicy { RenewalGraceDays = -1 });

    [Fact]
    public void A_contract_whose_grace_is_not_over_is_pending_and_in_no_rate()
    {
        // Known to 9 February: the grace of c ended on 4 February, that of e (due on the 20th), d and f (on the 31st) has not.
        RevenueDataset data = RevenueDataset.Build(subscriptions: Contracts, options: new DatasetOptions
        {
            Coverage = new Dictionary<RecordType, Coverage> { [RecordType.Subscription] = new(Day("2024-01-01"), Day("2026-02-10")) },
        });
        decimal? Of(Metric metric) => Told(metric, Month("2026-01"), data: data).Magnitude;
        Assert.Equal((6, 3, 0, 3), (Of(Success.ContractsDue), Of(Success.RenewedContracts), Of(Success.LostContracts), Of(Success.PendingContracts)));
        Assert.Equal(3000, Of(Success.PendingArr));
        Assert.Equal(1, Of(Success.RenewalRate));
        Assert.Equal((1000 + 600 + 1000) / 3000m, Of(Success.GrossRenewalRate));
    }

    [Fact]
    public void A_contract_is_lost_on_the_first_day_after_its_grace()
    {
        // Due on the 20th of January, so that the 19th of February is the last day of its grace.
        MetricResult Known(string to) => Told(Success.LostContracts, Month("2026-01"), data: RevenueDataset.Build(subscriptions: [Contract("e", "2025-01-20", "2026-01-20")], options: new DatasetOptions
        {
            Coverage = new Dictionary<RecordType, Coverage> { [RecordType.Subscription] = new(Day("2024-01-01"), Day(to)) },
        }));
        Assert.Equal(0, Known("2026-02-19").Magnitude);
        Assert.Equal(1, Known("2026-02-20").Magnitude);
    }

    [Fact]
    public void Contracts_of_the_year_after_the_records_are_due_and_forecast()
    {
        // Known to the end of January 2026. In the quarter before e and f were lost and i renewed; h falls due in February, and g in August.
        RevenueDataset data = RevenueDataset.Build(
            subscriptions:
            [
                Contract("e", "2024-11-20", "2025-11-20"), Contract("f", "2024-11-01", "2025-11-01", 500), Subscribed("g", "g", "2025-08-01", null, Yearly("2025-08-01", 600)),
                Contract("h", "2025-02-10", null, 900), Contract("i", "2024-12-01", "2025-12-01"), Contract("i2", "2025-12-01", null, 500) with { CustomerId = "i" },
            ],
            options: new() { Coverage = new Dictionary<RecordType, Coverage> { [RecordType.Subscription] = new(Day("2024-01-01"), Day("2026-02-01")) } });
        MetricResult Of(Metric metric, string period) => Told(metric, ReportingCalendar.Gregorian.Parse(period), data: data);

        // Of 2,500 due in the fourth quarter 500 were kept; in the first 900 are pending.
        Assert.Equal(180, Of(Success.RenewalForecast, "2026-Q1").Magnitude);
        Assert.Equal((1, 1), (Of(Success.ContractsDue, "2026-Q3").Magnitude, Of(Success.PendingContracts, "2026-Q3").Magnitude));
        Assert.Equal(120, Of(Success.RenewalForecast, "2026-Q3").Magnitude);
        Assert.Equal("no contract due in the period was renewed or lost", Of(Success.RenewalRate, "2026-Q3").UndefinedReason);
        Assert.Equal(MetricFlags.PartialPeriod, Of(Success.ContractsDue, "2026-Q3").Flags);
        Assert.Equal("due days of contracts are known from 2024-01-01 to 2027-02-01, which 2027-Q2 is not part of", Of(Success.ContractsDue, "2027-Q2").UndefinedReason);
        Assert.Throws<ArgumentOutOfRangeException>(() => Success.RenewalForecastOver(0));
    }

    [Fact]
    public void Late_renewals_join_what_was_lost_to_what_the_bridge_shows()
    {
        RevenueDataset late = RevenueDataset.Build(subscriptions: [.. Contracts.Where(s => s.CustomerId is "c" or "e")]);
        decimal? Of(Metric metric) => Told(metric, Month("2026-01"), data: late).Magnitude;
        Assert.Equal(-2000, Of(Revenue.ArrMovement(MovementKind.Churn)));
        Assert.Equal(Of(Success.LostArr) + Of(Success.LateRenewalArr), -Of(Revenue.ArrMovement(MovementKind.Churn)));
        Assert.Equal(1200, Of(Revenue.ArrMovement(MovementKind.Reactivation)));
    }

    [Fact]
    public void Renewals_are_told_by_plan_and_by_the_segment_of_the_day_before()
    {
        RevenueDataset data = RevenueDataset.Build(
            [Customer("a", Segment("SMB"), Segment("Enterprise", "2026-01-20"))],
            [Subscribed("a", "a", "2025-01-20", "2026-01-20", Yearly("2025-01-20", 1000, "Pro"))]);
        Assert.Equal("SMB", Assert.Single(data.Evaluate(Success.LostArr, [Month("2026-01")], [Dimensions.Segment]).Results, r => r.Magnitude > 0).Cell.ToString());
        Assert.Equal("Pro", Assert.Single(data.Evaluate(Success.LostArr, [Month("2026-01")], [Dimensions.Plan]).Results, r => r.Magnitude > 0).Cell.ToString());
    }

    [Fact]
    public void The_cohort_of_the_contracts_due_is_retained_by_its_renewals()
    {
        MetricPolicy policy = new() { RetentionCohort = RetentionCohort.ContractsDue };
        Assert.Equal(2600 / 6000m, OfDue(Success.GrossRevenueRetention, policy));
        Assert.Equal(3300 / 6000m, OfDue(Success.NetRevenueRetention, policy));
        Assert.Equal(3300 / 6000m, OfDue(Success.GrossRevenueRetention, policy with { RetentionCap = RetentionCap.OnTheTotal }));
        Assert.Equal(
            "the cohort has 6 contracts, fewer than the 7 that the policy asks for",
            Told(Success.NetRevenueRetention, Month("2026-01"), policy with { MinimumCohort = 7 }, Due).UndefinedReason);
        RevenueDataset one = RevenueDataset.Build(subscriptions: [Subscribed("a", "a", "2025-01-20", "2026-01-20", Yearly("2025-01-20", 1000, "Pro"))]);
        Assert.Equal(
            "the cohort has 1 contract, fewer than the 2 that the policy asks for",
            Told(Success.GrossRevenueRetention, Month("2026-01"), policy with { MinimumCohort = 2 }, one).UndefinedReason);
        Assert.Equal("no contract due in the period was renewed or lost", Told(Success.GrossRevenueRetention, Month("2025-07"), policy, Due).UndefinedReason);
    }

    [Fact]
    public void Churn_of_the_contracts_due_is_by_contract_and_gives_no_monthly_rate()
    {
        MetricPolicy policy = new() { ChurnWindow = ChurnWindow.ContractsDue };
        Assert.Equal(0.5m, OfDue(Success.CustomerChurnRate, policy));
        Assert.StartsWith("the churn of contracts due is by contract", Told(Success.CustomerLifetime, Month("2026-01"), policy, Due).UndefinedReason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_trailing_year_is_365_days_to_the_close_and_twelve_months_of_rate()
    {
        // On 31 January 2025, 365 days before the close: a to g. A year later e, f and g are gone; d is not back yet.
        MetricPolicy policy = new() { ChurnWindow = ChurnWindow.TrailingYear };
        Assert.Equal(4 / 7m, OfDue(Success.CustomerChurnRate, policy));
        Assert.Equal(4 / 7m / 12, OfDue(Success.MonthlyCustomerChurnRate, policy with { RateScaling = RateScaling.Simple }));
        Assert.Equal(Formulas.MonthlyChurnRate(4 / 7m, 12), OfDue(Success.MonthlyCustomerChurnRate, policy));
        Assert.Equal(
            "subscriptions are known from 2025-01-01, too late for a window from 2024-12-01", Told(Success.CustomerChurnRate, Month("2025-11"), policy, Due).UndefinedReason);
    }

    [Fact]
    public void The_customers_thirty_days_before_the_close_stand_below_a_rate_of_any_length()
    {
        // Thirty days before the end of January 2026 is the end of 1 January: a to e and g. Of the six c, who is back, was not lost; d, e and g were.
        MetricPolicy policy = new() { ChurnDenominator = ChurnDenominator.ThirtyDaysAgo };
        Assert.Equal(3 / 6m, OfDue(Success.CustomerChurnRate, policy));
        Assert.Equal(
            "subscriptions are known from 2025-01-01, too late for a window from 2024-12-31",
            Told(Success.CustomerChurnRate, ReportingCalendar.Gregorian.Parse("2025-01-29"), policy, Due).UndefinedReason);
    }

    private static Subscription Contract(string id, string start, string? end, decimal price = 1000) => Subscribed(id, id, start, end, Yearly(start, price));

    private static PriceTerm Yearly(string from, decimal price, string? plan = null) => Term(from, price, plan) with { Interval = BillingInterval.Year };
}
