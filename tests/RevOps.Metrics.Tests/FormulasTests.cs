namespace RevOps.Metrics.Tests;

/// <summary>Hand-computed cases; what is undefined, misused, or always true has a file of its own beside this one.</summary>
public sealed partial class FormulasTests
{
    [Fact]
    public void Acquisition_follows_the_published_formulas()
    {
        Assert.Equal(2_000m, Formulas.CustomerAcquisitionCost(spend: 200_000m, newCustomers: 100m));
        Assert.Equal(24m, Formulas.CacPaybackMonths(spend: 80_000m, newMrr: 12_500m / 3m, grossMargin: 0.8m)!.Value, 20);
        Assert.Equal(10m, Formulas.CacPaybackMonthsPerCustomer(cac: 600m, arpa: 80m, grossMargin: 0.75m));
        Assert.Equal(25m, Formulas.CostPerLead(spend: 10_000m, leads: 400m));
        Assert.Equal(98m, Formulas.RevenuePerLead(revenue: 35_280m, leads: 360m));
        Assert.Equal(0.04m, Formulas.EngagementRate(impressions: 120_000m, engagements: 4_800m));
        Assert.Equal(0.5m, Formulas.ConversionRate(entered: 360m, converted: 180m));
        Assert.Equal(2.5m, Formulas.ReturnOnAdSpend(revenue: 5_000m, adSpend: 2_000m));
        Assert.Equal(3m, Formulas.MarketingRoi(revenue: 20_000m, cost: 5_000m));
        Assert.Equal(-1m, Formulas.MarketingRoi(revenue: 0m, cost: 5_000m));
        Assert.Equal(4m, Formulas.ReturnOnInvestment(averageRevenuePerCustomer: 20_000m, cac: 5_000m));
    }

    [Fact]
    public void A_credit_can_make_spend_and_its_cost_per_customer_negative() =>
        Assert.Equal(-50m, Formulas.CustomerAcquisitionCost(spend: -100m, newCustomers: 2m));

    [Fact]
    public void A_customer_may_be_attributed_in_part() =>
        Assert.Equal(80m, Formulas.CustomerAcquisitionCost(spend: 200m, newCustomers: 2.5m));

    [Fact]
    public void Fifteen_hundred_a_month_is_eighteen_thousand_a_year_and_ninety_thousand_in_five()
    {
        Assert.Equal(18_000m, Formulas.ContractedLifetimeRevenue(monthlyRevenue: 1_500m, months: 12m));
        Assert.Equal(90_000m, Formulas.ContractedLifetimeRevenue(monthlyRevenue: 1_500m, months: 60m));
        Assert.Equal(18_000m, Formulas.AnnualRecurringRevenue(mrr: 1_500m));
    }

    [Fact]
    public void Unit_economics_follow_the_published_formulas()
    {
        Assert.Equal(1_600m, Formulas.CustomerLifetimeValue(arpa: 80m, grossMargin: 0.8m, monthlyChurnRate: 0.04m));
        Assert.Equal(-100m, Formulas.CustomerLifetimeValue(arpa: 100m, grossMargin: -0.1m, monthlyChurnRate: 0.1m));
        Assert.Equal(3m, Formulas.LtvToCac(cltv: 6_000m, cac: 2_000m));
        Assert.Equal(0.8m, Formulas.BurnMultiple(netBurn: 4_000_000m, netNewArr: 5_000_000m));
        Assert.Equal(-0.5m, Formulas.BurnMultiple(netBurn: -1m, netNewArr: 2m));
        Assert.Equal(0.35m, Formulas.RuleOf40(revenueGrowth: 0.5m, margin: -0.15m));
        Assert.Equal(0.25m, Formulas.RevenueGrowth(previousRevenue: 80m, revenue: 100m));
        Assert.Equal(-1m, Formulas.RevenueGrowth(previousRevenue: 80m, revenue: 0m));
    }

    [Fact]
    public void The_longer_a_lifetime_may_last_and_the_less_time_costs_the_more_it_is_worth()
    {
        // Of a margin of 80 a month: 80, and 72 from the nine in ten who stay, and 64.80.
        Assert.Equal(216.8m, Formulas.CappedCustomerLifetimeValue(arpa: 100m, grossMargin: 0.8m, monthlyChurnRate: 0.1m, months: 3));
        Assert.Equal(4_800m, Formulas.CappedCustomerLifetimeValue(arpa: 100m, grossMargin: 0.8m, monthlyChurnRate: 0m, months: 60));
        Assert.Equal(80m, Formulas.CappedCustomerLifetimeValue(arpa: 100m, grossMargin: 0.8m, monthlyChurnRate: 1m, months: 60));
        // 80 x 1.1 / (0.1 + 0.1).
        Assert.Equal(440m, Formulas.DiscountedCustomerLifetimeValue(arpa: 100m, grossMargin: 0.8m, monthlyChurnRate: 0.1m, monthlyDiscountRate: 0.1m));
        Assert.Equal(800m, Formulas.DiscountedCustomerLifetimeValue(arpa: 100m, grossMargin: 0.8m, monthlyChurnRate: 0.1m, monthlyDiscountRate: 0m));
        Assert.Equal(880m, Formulas.DiscountedCustomerLifetimeValue(arpa: 100m, grossMargin: 0.8m, monthlyChurnRate: 0m, monthlyDiscountRate: 0.1m));
        Assert.Equal(120m, Formulas.RealisedCustomerLifetimeValue(revenueSoFar: 1_500m, grossMargin: 0.8m, acquiredCustomers: 10m));
    }

    [Fact]
    public void Margins_are_shares_of_revenue()
    {
        Assert.Equal(0.8m, Formulas.GrossMargin(revenue: 1_000m, costOfRevenue: 200m));
        Assert.Equal(-0.5m, Formulas.GrossMargin(revenue: 1_000m, costOfRevenue: 1_500m));
        Assert.Equal(-0.15m, Formulas.ProfitMargin(profit: -150m, revenue: 1_000m));
        Assert.Equal(0.8m, Formulas.BlendedCacRatio(spend: 1_200m, newArr: 1_000m, expansionArr: 500m));
    }

    [Fact]
    public void Annual_revenue_is_not_annualised_again()
    {
        Assert.Equal(0.375m, Formulas.MagicNumberOfArr(previousArr: 1_000_000m, arr: 1_150_000m, previousSalesAndMarketing: 400_000m));
        Assert.Equal(3m, Formulas.MagicNumber(100_000m, 130_000m, previousQuarterSalesAndMarketing: 120_000m, periodsAYear: 12m));
    }

    [Fact]
    public void The_magic_number_annualises_quarterly_revenue_once()
    {
        // 30,000 more in the quarter is 120,000 more a year, for 120,000 of spend.
        Assert.Equal(1m, Formulas.MagicNumber(100_000m, 130_000m, previousQuarterSalesAndMarketing: 120_000m));
        Assert.Equal(-1m, Formulas.MagicNumber(130_000m, 100_000m, previousQuarterSalesAndMarketing: 120_000m));
    }

    [Fact]
    public void Recurring_revenue_follows_the_published_formulas()
    {
        Assert.Equal(3_800m, Formulas.AnnualRecurringRevenue(mrr: 316.6666666667m), 8);
        Assert.Equal(3m, Formulas.AverageRevenuePerAccount(mrr: 15m, customers: 5m));
        Assert.Equal(65m, Formulas.AverageSalePrice(newMrr: 650m, newCustomers: 10m));
        Assert.Equal(4_000m, Formulas.NetNewMrr(newMrr: 5_000m, expansion: 1_000m, contraction: 500m, churn: 1_500m));
        Assert.Equal(4_200m, Formulas.NetNewMrr(newMrr: 5_000m, expansion: 1_000m, contraction: 500m, churn: 1_500m, reactivation: 200m));
        Assert.Equal(3m, Formulas.QuickRatio(newMrr: 5_000m, expansion: 1_000m, contraction: 500m, churn: 1_500m));
        Assert.Equal(4m, Formulas.QuickRatio(newMrr: 5_000m, expansion: 1_000m, contraction: 500m, churn: 1_500m, reactivation: 2_000m));
        // Exactly twice the mean is no spike, nor is an increase below the least, a month after that is above half, or one that is not known yet.
        Assert.Equal([2, 6], Formulas.RevenueSpikes([1_000m, 1_000m, 4_000m, 2_000m, 6_000m, 3_500m, 9_501m, 4_000m], 1_000m));
        Assert.Empty(Formulas.RevenueSpikes([100m, 100m, 500m, 100m], 1_000m));
        Assert.Empty(Formulas.RevenueSpikes([1_000m, 1_000m, 4_000m], 1_000m));
    }

    [Fact]
    public void Retention_follows_the_published_formulas()
    {
        Assert.Equal(0.25m, Formulas.CustomerChurnRate(openingCustomers: 4m, lostCustomers: 1m));
        Assert.Equal(1m, Formulas.CustomerChurnRate(openingCustomers: 4m, lostCustomers: 4m));
        Assert.Equal(0.85m, Formulas.CustomerRetentionRate(openingCustomers: 1_000m, retainedCustomers: 950m - 100m));
        Assert.Equal(0.95m, Formulas.GrossRevenueRetention(openingMrr: 100_000m, contraction: 2_000m, churn: 3_000m));
        Assert.Equal(1.05m, Formulas.NetRevenueRetention(openingMrr: 100_000m, expansion: 10_000m, contraction: 2_000m, churn: 3_000m));
        Assert.Equal(0.05m, Formulas.GrossRevenueChurnRate(openingMrr: 100_000m, contraction: 2_000m, churn: 3_000m));
        Assert.Equal(-0.05m, Formulas.NetRevenueChurnRate(openingMrr: 100_000m, expansion: 10_000m, contraction: 2_000m, churn: 3_000m));
        Assert.Equal(250m, Formulas.RetentionCostPerCustomer(cost: 100_000m, retainedCustomers: 400m));
        Assert.Equal(50m, Formulas.CostPerTicket(cost: 100_000m, resolvedTickets: 2_000m));
        Assert.Equal(0.5m, Formulas.TrialConversion(trials: 10m, charged: 5m));
    }

    [Fact]
    public void Renewals_at_a_lower_price_count_at_the_lower_price()
    {
        Assert.Equal(0.9m, Formulas.RenewalRate(due: 200m, renewed: 180m));
        Assert.Equal(0.8m, Formulas.GrossRenewalRate(due: 200m, renewed: 180m, contraction: 20m));
        Assert.Equal(1.05m, Formulas.NetRenewalRate(due: 200m, renewed: 180m, expansion: 50m, contraction: 20m));
    }

    [Theory]
    // To 20 places, from a computation in 50 digits.
    [InlineData("0.25", "3", "0.09143970358393017055")]
    [InlineData("0.9999", "12", "0.53584111663872211076")]
    [InlineData("0.000001", "12", "0.00000008333337152780")]
    [InlineData("0.05", "1200", "0.00004274349846026341")]
    [InlineData("0.3", "2.5", "0.13295983561887656402")]
    [InlineData("0.5", "0.25", "0.9375")]
    [InlineData("0.19", "2", "0.1")]
    [InlineData("0.25", "1", "0.25")]
    [InlineData("0.3333333333333333333333333333", "1", "0.3333333333333333333333333333")]
    [InlineData("0", "3", "0")]
    [InlineData("1", "3", "1")]
    public void A_churn_rate_becomes_monthly_at_a_constant_hazard(string churnRate, string months, string expected) =>
        Assert.Equal(Number(expected), Formulas.MonthlyChurnRate(Number(churnRate), Number(months)));

    [Fact]
    public void A_churn_rate_too_small_or_too_near_1_to_compound_stays_a_rate()
    {
        const decimal smallest = 0.0000000000000000000000000001m;
        Assert.InRange(Formulas.MonthlyChurnRate(smallest, 12m), 0m, smallest);
        Assert.InRange(Formulas.MonthlyChurnRate(1m - smallest, 12m), 0.99m, 1m);
        Assert.Equal(1m, Formulas.ChurnRateOverMonths(1m - smallest, 1200m));
    }

    [Fact]
    public void Monthly_churn_compounds_over_months()
    {
        Assert.Equal(0.19m, Formulas.ChurnRateOverMonths(0.1m, 2m));
        Assert.Equal(0.59003658699830298149m, Formulas.ChurnRateOverMonths(0.3m, 2.5m));
        Assert.Equal(0.45963991233736303711m, Formulas.AnnualisedChurnRate(0.05m));
        Assert.Equal(0.05m, Formulas.ChurnRateOverMonths(0.05m, 1m));
    }

    [Fact]
    public void Lifetime_value_takes_a_quarterly_churn_rate_made_monthly()
    {
        // ARR 3,800 of four customers, margin 0.8, one of four customers lost in the quarter. A quarterly rate left as it is gives 253.33,
        // a third of it 760.
        decimal arpa = Formulas.AverageRevenuePerAccount(mrr: 3_800m / 12m, customers: 4m)!.Value;
        decimal churn = Formulas.MonthlyChurnRate(churnRate: 0.25m, months: 3m);
        Assert.Equal(692.6240008554m, Formulas.CustomerLifetimeValue(arpa, grossMargin: 0.8m, churn)!.Value, 10);
    }

    [Fact]
    public void Pipeline_follows_the_published_formulas()
    {
        Assert.Equal(0.6m, Formulas.WinRate(won: 3m, lost: 2m));
        Assert.Equal(0.48m, Formulas.WinRate(won: 60_000m, lost: 65_000m));
        Assert.Equal(315.7894736842m, Formulas.SalesPipelineVelocityPerDay(2m, 20_000m, winRate: 0.6m, averageCycleDays: 76m)!.Value, 10);
        Assert.Equal(1.19m, Formulas.PipelineCoverage(openPipeline: 119_000m, quota: 100_000m));
        Assert.Equal(0.25m, Formulas.Slippage(pushedOut: 50m, opening: 100m, created: 60m, pulledIn: 40m));
        Assert.Equal(0.6m, Formulas.QuotaAttainment(won: 60_000m, quota: 100_000m));
        Assert.Equal(2.5m, Formulas.PipelineCoverage(openPipeline: 125_000m, quota: 100_000m, wonSoFar: 50_000m));
        Assert.Equal(40_000m, Formulas.WeightedPipeline([100_000m, 50_000m], [0.3m, 0.2m]));
        Assert.Equal(0m, Formulas.WeightedPipeline([], []));
    }

    [Fact]
    public void A_forecast_is_judged_by_what_came()
    {
        Assert.Equal(0.75m, Formulas.ForecastAccuracy(forecast: 75_000m, actual: 60_000m));
        Assert.Equal(15_000m, Formulas.ForecastBias(forecast: 75_000m, actual: 60_000m));
        Assert.Equal(0.25m, Formulas.RelativeForecastBias(forecast: 75_000m, actual: 60_000m));
        Assert.Equal(-0.5m, Formulas.ForecastAccuracy(forecast: 250m, actual: 100m));
        Assert.Equal(-0.5m, Formulas.RelativeForecastBias(forecast: 50m, actual: 100m));
    }

    [Fact]
    public void A_negative_actual_is_measured_by_its_size()
    {
        Assert.Equal(0.5m, Formulas.ForecastAccuracy(forecast: -50m, actual: -100m));
        Assert.Equal(0.5m, Formulas.RelativeForecastBias(forecast: -50m, actual: -100m));
    }

    [Fact]
    public void Percentage_errors_weigh_by_period_and_weighted_ones_by_amount()
    {
        Assert.Equal(0.3m, Formulas.MeanAbsolutePercentageError(forecasts: [15m, 90m], actuals: [10m, 100m]));
        Assert.Equal(0.12m, Formulas.WeightedAbsolutePercentageError(forecasts: [15m, 77m], actuals: [25m, 75m]));
        Assert.Equal(0.4m, Formulas.WeightedAbsolutePercentageError(forecasts: [20m, 80m], actuals: [0m, 100m]));
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
