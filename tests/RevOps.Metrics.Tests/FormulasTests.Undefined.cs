namespace RevOps.Metrics.Tests;

public sealed partial class FormulasTests
{
    [Fact]
    public void Acquisition_without_anyone_acquired_is_undefined()
    {
        Assert.Null(Formulas.CustomerAcquisitionCost(spend: 200_000m, newCustomers: 0m));
        Assert.Null(Formulas.CustomerAcquisitionCost(spend: 0m, newCustomers: 0m));
        Assert.Null(Formulas.CostPerLead(spend: 10m, leads: 0m));
        Assert.Null(Formulas.RevenuePerLead(revenue: 10m, leads: 0m));
        Assert.Null(Formulas.EngagementRate(impressions: 0m, engagements: 3m));
        Assert.Null(Formulas.ConversionRate(entered: 0m, converted: 0m));
        Assert.Null(Formulas.ReturnOnAdSpend(revenue: 10m, adSpend: 0m));
        Assert.Null(Formulas.ReturnOnAdSpend(revenue: 10m, adSpend: -5m));
        Assert.Null(Formulas.MarketingRoi(revenue: 10m, cost: 0m));
        Assert.Null(Formulas.ReturnOnInvestment(averageRevenuePerCustomer: 10m, cac: 0m));
    }

    [Fact]
    public void Customers_without_gross_profit_never_pay_back()
    {
        Assert.Null(Formulas.CacPaybackMonths(spend: 100m, newMrr: 0m, grossMargin: 0.8m));
        Assert.Null(Formulas.CacPaybackMonths(spend: 100m, newMrr: 10m, grossMargin: 0m));
        Assert.Null(Formulas.CacPaybackMonths(spend: 100m, newMrr: 10m, grossMargin: -0.2m));
        Assert.Null(Formulas.CacPaybackMonthsPerCustomer(cac: 100m, arpa: 0m, grossMargin: 0.8m));
    }

    [Fact]
    public void Lifetime_value_without_churn_is_undefined_and_not_zero() =>
        Assert.Null(Formulas.CustomerLifetimeValue(arpa: 100m, grossMargin: 0.8m, monthlyChurnRate: 0m));

    [Fact]
    public void Payments_that_never_end_and_never_lose_value_have_no_sum() =>
        Assert.Null(Formulas.DiscountedCustomerLifetimeValue(arpa: 100m, grossMargin: 0.8m, monthlyChurnRate: 0m, monthlyDiscountRate: 0m));

    [Fact]
    public void Ratios_to_nothing_are_undefined()
    {
        Assert.Null(Formulas.RealisedCustomerLifetimeValue(revenueSoFar: 0m, grossMargin: 0.8m, acquiredCustomers: 0m));
        Assert.Null(Formulas.GrossMargin(revenue: 0m, costOfRevenue: 10m));
        Assert.Null(Formulas.ProfitMargin(profit: 10m, revenue: -5m));
        Assert.Null(Formulas.BlendedCacRatio(spend: 10m, newArr: 0m, expansionArr: 0m));
        Assert.Null(Formulas.MagicNumberOfArr(100m, 130m, previousSalesAndMarketing: 0m));
        Assert.Null(Formulas.LtvToCac(cltv: 100m, cac: 0m));
        Assert.Null(Formulas.LtvToCac(cltv: 100m, cac: -1m));
        Assert.Null(Formulas.MagicNumber(100m, 130m, previousQuarterSalesAndMarketing: 0m));
        Assert.Null(Formulas.RevenueGrowth(previousRevenue: 0m, revenue: 10m));
        Assert.Null(Formulas.RevenueGrowth(previousRevenue: -5m, revenue: 10m));
        Assert.Null(Formulas.AverageRevenuePerAccount(mrr: 0m, customers: 0m));
        Assert.Null(Formulas.AverageSalePrice(newMrr: 0m, newCustomers: 0m));
        Assert.Null(Formulas.QuickRatio(newMrr: 100m, expansion: 0m, contraction: 0m, churn: 0m));
    }

    [Fact]
    public void Burn_for_no_growth_has_no_multiple_that_could_look_good()
    {
        Assert.Null(Formulas.BurnMultiple(netBurn: 100m, netNewArr: 0m));
        Assert.Null(Formulas.BurnMultiple(netBurn: 100m, netNewArr: -50m));
    }

    [Fact]
    public void Retention_of_nobody_is_undefined()
    {
        Assert.Null(Formulas.CustomerChurnRate(openingCustomers: 0m, lostCustomers: 0m));
        Assert.Null(Formulas.CustomerRetentionRate(openingCustomers: 0m, retainedCustomers: 0m));
        Assert.Null(Formulas.GrossRevenueRetention(openingMrr: 0m, contraction: 0m, churn: 0m));
        Assert.Null(Formulas.NetRevenueRetention(openingMrr: 0m, expansion: 0m, contraction: 0m, churn: 0m));
        Assert.Null(Formulas.GrossRevenueChurnRate(openingMrr: 0m, contraction: 0m, churn: 0m));
        Assert.Null(Formulas.NetRevenueChurnRate(openingMrr: 0m, expansion: 0m, contraction: 0m, churn: 0m));
        Assert.Null(Formulas.RetentionCostPerCustomer(cost: 10m, retainedCustomers: 0m));
        Assert.Null(Formulas.CostPerTicket(cost: 10m, resolvedTickets: 0m));
        Assert.Null(Formulas.TrialConversion(trials: 0m, charged: 0m));
    }

    [Fact]
    public void Renewal_with_nothing_due_is_undefined()
    {
        Assert.Null(Formulas.RenewalRate(due: 0m, renewed: 0m));
        Assert.Null(Formulas.GrossRenewalRate(due: 0m, renewed: 0m, contraction: 0m));
        Assert.Null(Formulas.NetRenewalRate(due: 0m, renewed: 0m, expansion: 0m, contraction: 0m));
    }

    [Fact]
    public void Pipeline_figures_with_nothing_to_divide_by_are_undefined()
    {
        Assert.Null(Formulas.WinRate(won: 0m, lost: 0m));
        Assert.Null(Formulas.SalesPipelineVelocityPerDay(5m, 100m, winRate: 0.5m, averageCycleDays: 0m));
        Assert.Null(Formulas.PipelineCoverage(openPipeline: 100m, quota: 0m));
        Assert.Null(Formulas.Slippage(pushedOut: 0m, opening: 0m, created: 0m, pulledIn: 0m));
        Assert.Null(Formulas.QuotaAttainment(won: 100m, quota: 0m));
        Assert.Null(Formulas.PipelineCoverage(openPipeline: 100m, quota: 100m, wonSoFar: 100m));
        Assert.Null(Formulas.PipelineCoverage(openPipeline: 100m, quota: 100m, wonSoFar: 120m));
    }

    [Fact]
    public void Forecast_errors_are_no_fraction_of_nothing()
    {
        Assert.Null(Formulas.ForecastAccuracy(forecast: 10m, actual: 0m));
        Assert.Null(Formulas.ForecastAccuracy(forecast: 0m, actual: 0m));
        Assert.Null(Formulas.RelativeForecastBias(forecast: 10m, actual: 0m));
        Assert.Null(Formulas.MeanAbsolutePercentageError(forecasts: [], actuals: []));
        Assert.Null(Formulas.MeanAbsolutePercentageError(forecasts: [1m, 2m], actuals: [1m, 0m]));
        Assert.Null(Formulas.WeightedAbsolutePercentageError(forecasts: [], actuals: []));
        Assert.Null(Formulas.WeightedAbsolutePercentageError(forecasts: [1m, 2m], actuals: [0m, 0m]));
    }
}
