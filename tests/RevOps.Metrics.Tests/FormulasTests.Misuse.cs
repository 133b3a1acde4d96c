namespace RevOps.Metrics.Tests;

public sealed partial class FormulasTests
{
    [Fact]
    public void A_negative_count_is_refused()
    {
        Refuses("newCustomers", () => Formulas.CustomerAcquisitionCost(spend: 100m, newCustomers: -1m));
        Refuses("leads", () => Formulas.CostPerLead(spend: 100m, leads: -1m));
        Refuses("leads", () => Formulas.RevenuePerLead(revenue: 100m, leads: -1m));
        Refuses("impressions", () => Formulas.EngagementRate(impressions: -1m, engagements: 0m));
        Refuses("engagements", () => Formulas.EngagementRate(impressions: 1m, engagements: -1m));
        Refuses("converted", () => Formulas.ConversionRate(entered: 1m, converted: 2m));
        Refuses("months", () => Formulas.ContractedLifetimeRevenue(monthlyRevenue: 100m, months: -1m));
        Refuses("customers", () => Formulas.AverageRevenuePerAccount(mrr: 100m, customers: -1m));
        Refuses("newCustomers", () => Formulas.AverageSalePrice(newMrr: 100m, newCustomers: -1m));
        Refuses("openingCustomers", () => Formulas.CustomerChurnRate(openingCustomers: -1m, lostCustomers: 0m));
        Refuses("lostCustomers", () => Formulas.CustomerChurnRate(openingCustomers: 1m, lostCustomers: -1m));
        Refuses("retainedCustomers", () => Formulas.CustomerRetentionRate(openingCustomers: 1m, retainedCustomers: -1m));
        Refuses("retainedCustomers", () => Formulas.RetentionCostPerCustomer(cost: 100m, retainedCustomers: -1m));
        Refuses("resolvedTickets", () => Formulas.CostPerTicket(cost: 100m, resolvedTickets: -1m));
        Refuses("charged", () => Formulas.TrialConversion(trials: 1m, charged: 2m));
        Refuses("trials", () => Formulas.TrialConversion(trials: -1m, charged: 0m));
        Refuses("renewed", () => Formulas.RenewalRate(due: 1m, renewed: -1m));
        Refuses("won", () => Formulas.WinRate(won: -1m, lost: 2m));
        Refuses("lost", () => Formulas.WinRate(won: 1m, lost: -2m));
        Refuses("pushedOut", () => Formulas.Slippage(pushedOut: -1m, opening: 1m, created: 1m, pulledIn: 1m));
        Refuses("opening", () => Formulas.Slippage(pushedOut: 1m, opening: -1m, created: 1m, pulledIn: 1m));
        Refuses("created", () => Formulas.Slippage(pushedOut: 1m, opening: 1m, created: -1m, pulledIn: 1m));
        Refuses("pulledIn", () => Formulas.Slippage(pushedOut: 1m, opening: 1m, created: 1m, pulledIn: -1m));
        Refuses("quota", () => Formulas.QuotaAttainment(won: 1m, quota: -1m));
        Refuses("deals", () => Formulas.SalesPipelineVelocityPerDay(deals: -1m, 100m, winRate: 0.5m, averageCycleDays: 10m));
        Refuses("averageCycleDays", () => Formulas.SalesPipelineVelocityPerDay(deals: 1m, 100m, winRate: 0.5m, averageCycleDays: -10m));
    }

    [Fact]
    public void A_percentage_where_a_fraction_belongs_is_refused_and_told_how_to_write_it()
    {
        string churn = Refuses("monthlyChurnRate", () => Formulas.CustomerLifetimeValue(100m, 0.8m, monthlyChurnRate: 5m));
        Assert.Contains("write 5 % as 0.05", churn, StringComparison.Ordinal);
        string margin = Refuses("grossMargin", () => Formulas.CustomerLifetimeValue(100m, grossMargin: 80m, 0.05m));
        Assert.Contains("write 80 % as 0.8", margin, StringComparison.Ordinal);
        Refuses("monthlyChurnRate", () => Formulas.CustomerLifetimeValue(100m, 0.8m, monthlyChurnRate: -0.01m));
        Refuses("monthlyChurnRate", () => Formulas.AnnualisedChurnRate(monthlyChurnRate: 5m));
        Refuses("monthlyChurnRate", () => Formulas.CappedCustomerLifetimeValue(100m, 0.8m, monthlyChurnRate: 5m, months: 60));
        Refuses("monthlyChurnRate", () => Formulas.DiscountedCustomerLifetimeValue(100m, 0.8m, monthlyChurnRate: 5m, 0.01m));
        Refuses("grossMargin", () => Formulas.RealisedCustomerLifetimeValue(100m, grossMargin: 80m, 1m));
        Refuses("monthlyDiscountRate", () => Formulas.DiscountedCustomerLifetimeValue(100m, 0.8m, 0.05m, monthlyDiscountRate: -0.01m));
        Refuses("churnRate", () => Formulas.MonthlyChurnRate(churnRate: 1.01m, months: 3m));
        Refuses("churnRate", () => Formulas.MonthlyChurnRate(churnRate: -0.01m, months: 1m));
        Refuses("grossMargin", () => Formulas.CacPaybackMonths(spend: 100m, newMrr: 10m, grossMargin: 80m));
        Refuses("grossMargin", () => Formulas.CacPaybackMonthsPerCustomer(cac: 100m, arpa: 10m, grossMargin: 80m));
        Refuses("winRate", () => Formulas.SalesPipelineVelocityPerDay(10m, 100m, winRate: 60m, averageCycleDays: 10m));
        Refuses("probabilities", () => Formulas.WeightedPipeline([100m], [60m]));
    }

    [Fact]
    public void A_window_without_length_or_beyond_a_century_is_refused()
    {
        Refuses("months", () => Formulas.MonthlyChurnRate(churnRate: 0.1m, months: 0m));
        Refuses("months", () => Formulas.MonthlyChurnRate(churnRate: 0.1m, months: -3m));
        Refuses("months", () => Formulas.ChurnRateOverMonths(monthlyChurnRate: 0.1m, months: 1201m));
        Refuses("months", () => Formulas.CappedCustomerLifetimeValue(100m, 0.8m, 0.1m, months: 0));
        Refuses("months", () => Formulas.CappedCustomerLifetimeValue(100m, 0.8m, 0.1m, months: 1201));
        Refuses("periodsAYear", () => Formulas.MagicNumber(100m, 130m, 10m, periodsAYear: 0m));
    }

    [Fact]
    public void A_loss_given_as_a_negative_movement_is_refused()
    {
        string advice = Refuses("churn", () => Formulas.QuickRatio(100m, 0m, contraction: 0m, churn: -50m));
        Assert.Contains("negate", advice, StringComparison.Ordinal);
        Refuses("contraction", () => Formulas.QuickRatio(100m, 0m, contraction: -50m, churn: 0m));
        Refuses("churn", () => Formulas.NetNewMrr(100m, 0m, contraction: 0m, churn: -50m));
        Refuses("contraction", () => Formulas.NetNewMrr(100m, 0m, contraction: -50m, churn: 0m));
        Refuses("churn", () => Formulas.GrossRevenueRetention(100m, contraction: 0m, churn: -50m));
        Refuses("contraction", () => Formulas.NetRevenueRetention(100m, 0m, contraction: -50m, churn: 0m));
        Refuses("expansion", () => Formulas.NetRevenueRetention(100m, expansion: -1m, contraction: 0m, churn: 0m));
        Refuses("openingMrr", () => Formulas.NetRevenueChurnRate(openingMrr: -1m, 0m, contraction: 0m, churn: 0m));
        Refuses("contraction", () => Formulas.GrossRenewalRate(100m, 90m, contraction: -1m));
        Refuses("expansion", () => Formulas.NetRenewalRate(100m, 90m, expansion: -1m, contraction: 0m));
    }

    [Fact]
    public void Losing_more_than_there_was_is_refused()
    {
        Refuses("lostCustomers", () => Formulas.CustomerChurnRate(openingCustomers: 10m, lostCustomers: 11m));
        Refuses("retainedCustomers", () => Formulas.CustomerRetentionRate(openingCustomers: 10m, retainedCustomers: 11m));
        Refuses("churn", () => Formulas.GrossRevenueRetention(openingMrr: 100m, contraction: 40m, churn: 61m));
        Refuses("renewed", () => Formulas.RenewalRate(due: 10m, renewed: 11m));
        Refuses("contraction", () => Formulas.NetRenewalRate(due: 10m, renewed: 5m, expansion: 0m, contraction: 6m));
    }

    [Fact]
    public void Lists_that_do_not_pair_up_are_refused()
    {
        ArgumentException thrown = Assert.Throws<ArgumentException>(() => Formulas.WeightedPipeline([1m, 2m], [0.5m]));
        Assert.StartsWith("amounts holds 2 values and probabilities 1: give one of each", thrown.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Formulas.MeanAbsolutePercentageError([1m], []));
        Assert.Throws<ArgumentException>(() => Formulas.WeightedAbsolutePercentageError([], [1m]));
        Assert.Throws<ArgumentNullException>(() => Formulas.WeightedPipeline(null!, []));
        Assert.Throws<ArgumentNullException>(() => Formulas.MeanAbsolutePercentageError([], null!));
    }

    private static string Refuses(string parameter, Func<decimal?> misuse)
    {
        ArgumentOutOfRangeException thrown = Assert.Throws<ArgumentOutOfRangeException>(() => misuse());
        Assert.Equal(parameter, thrown.ParamName);
        return thrown.Message;
    }
}
