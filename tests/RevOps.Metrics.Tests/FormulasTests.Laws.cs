using FsCheck;
using FsCheck.Fluent;

namespace RevOps.Metrics.Tests;

public sealed partial class FormulasTests
{
    private static readonly Gen<decimal> Amounts = Gen.Choose(0, 10_000_000).Select(cents => cents / 100m);
    private static readonly Gen<decimal> Fractions = Gen.Choose(0, 1_000_000).Select(millionths => millionths / 1_000_000m);
    private static readonly Gen<int> Months = Gen.Choose(1, 60);

    /// <summary>What a cohort did between two days; its opening is never less than its losses.</summary>
    private static readonly Gen<(decimal Opening, decimal Expansion, decimal Contraction, decimal Churn)> Cohorts =
        from kept in Amounts
        from expansion in Amounts
        from contraction in Amounts
        from churn in Amounts
        select (kept + contraction + churn, expansion, contraction, churn);

    [Fact]
    public void Gross_retention_is_a_fraction_and_never_above_net_retention() => Law.Holds(Cohorts, c =>
    {
        decimal? gross = Formulas.GrossRevenueRetention(c.Opening, c.Contraction, c.Churn);
        decimal? net = Formulas.NetRevenueRetention(c.Opening, c.Expansion, c.Contraction, c.Churn);
        return c.Opening == 0m ? gross is null && net is null : gross is >= 0m and <= 1m && gross <= net;
    });

    [Fact]
    public void Retention_and_churn_make_a_whole() => Law.Holds(Cohorts, c =>
        c.Opening == 0m
        || (Formulas.GrossRevenueRetention(c.Opening, c.Contraction, c.Churn)
            + Formulas.GrossRevenueChurnRate(c.Opening, c.Contraction, c.Churn) == 1m
            && Formulas.NetRevenueRetention(c.Opening, c.Expansion, c.Contraction, c.Churn)
            + Formulas.NetRevenueChurnRate(c.Opening, c.Expansion, c.Contraction, c.Churn) == 1m));

    [Fact]
    public void Net_new_revenue_is_what_the_retained_base_and_new_customers_changed() => Law.Holds(Cohorts, c =>
        c.Opening == 0m
        || Near(
            Formulas.NetNewMrr(0m, c.Expansion, c.Contraction, c.Churn),
            -c.Opening * Formulas.NetRevenueChurnRate(c.Opening, c.Expansion, c.Contraction, c.Churn)));

    [Fact]
    public void Velocity_on_the_closed_basis_is_the_amount_won_over_the_cycle() => Law.Holds(
        from won in Gen.Choose(1, 500)
        from lost in Gen.Choose(0, 500)
        from amount in Amounts
        from cycle in Gen.Choose(1, 1_000)
        select (Won: won, Lost: lost, Amount: amount, Cycle: (decimal)cycle),
        q => Near(
            Formulas.SalesPipelineVelocityPerDay(
                q.Won + q.Lost, q.Amount / q.Won, Formulas.WinRate(q.Won, q.Lost)!.Value, q.Cycle),
            q.Amount / q.Cycle));

    [Fact]
    public void A_monthly_churn_rate_multiplied_out_gives_back_the_rate_it_came_from() => Law.Holds(
        from rate in Fractions
        from months in Months
        select (Rate: rate, Months: months),
        c =>
        {
            decimal monthly = Formulas.MonthlyChurnRate(c.Rate, c.Months);
            decimal survival = 1m;
            for (int month = 0; month < c.Months; month++) survival *= 1m - monthly;
            return Math.Abs(1m - survival - c.Rate) <= 1e-12m
                && Math.Abs(Formulas.ChurnRateOverMonths(monthly, c.Months) - c.Rate) <= 1e-12m;
        });

    [Fact]
    public void A_churn_rate_of_one_month_is_its_own_monthly_rate() =>
        Law.Holds(Fractions, rate => Formulas.MonthlyChurnRate(rate, 1m) == rate && Formulas.ChurnRateOverMonths(rate, 1m) == rate);

    [Fact]
    public void The_longer_a_rate_took_the_smaller_its_monthly_rate() => Law.Holds(
        from rate in Fractions
        from months in Months
        select (Rate: rate, Months: months),
        c => Formulas.MonthlyChurnRate(c.Rate, c.Months + 1) <= Formulas.MonthlyChurnRate(c.Rate, c.Months));

    [Fact]
    public void Lifetime_value_does_not_depend_on_the_length_of_the_reports() => Law.Holds(
        from churn in Gen.Choose(1, 500).Select(thousandths => thousandths / 1_000m)
        from months in Gen.Choose(1, 12)
        select (Churn: churn, Months: months),
        c => Near(
            Formulas.CustomerLifetimeValue(
                100m, 0.8m, Formulas.MonthlyChurnRate(Formulas.ChurnRateOverMonths(c.Churn, c.Months), c.Months)),
            Formulas.CustomerLifetimeValue(100m, 0.8m, c.Churn)));

    [Fact]
    public void Neither_a_cap_nor_a_discount_makes_a_lifetime_worth_more() => Law.Holds(
        from churn in Gen.Choose(1, 1_000).Select(thousandths => thousandths / 1_000m)
        from discount in Gen.Choose(0, 500).Select(thousandths => thousandths / 1_000m)
        from months in Gen.Choose(1, 120)
        select (Churn: churn, Discount: discount, Months: months),
        c =>
        {
            decimal whole = Formulas.CustomerLifetimeValue(100m, 0.8m, c.Churn)!.Value;
            decimal capped = Formulas.CappedCustomerLifetimeValue(100m, 0.8m, c.Churn, c.Months);
            decimal discounted = Formulas.DiscountedCustomerLifetimeValue(100m, 0.8m, c.Churn, c.Discount)!.Value;
            return capped <= whole * (1m + 1e-15m) && capped <= Formulas.CappedCustomerLifetimeValue(100m, 0.8m, c.Churn, c.Months + 1)
                && discounted <= whole && discounted >= 80m
                && Near(Formulas.DiscountedCustomerLifetimeValue(100m, 0.8m, c.Churn, 0m), whole);
        });

    [Fact]
    public void Another_currency_unit_changes_no_ratio_and_scales_every_amount() => Law.Holds(
        from c in Cohorts
        from k in Gen.Choose(2, 1_000)
        select (c.Opening, c.Expansion, c.Contraction, c.Churn, K: (decimal)k),
        s =>
        {
            (decimal a, decimal b, decimal c, decimal d, decimal k) = s;
            return Near(Formulas.CacPaybackMonths(a, b, 0.7m), Formulas.CacPaybackMonths(k * a, k * b, 0.7m))
                && Near(Formulas.MarketingRoi(a, b), Formulas.MarketingRoi(k * a, k * b))
                && Near(Formulas.ReturnOnInvestment(a, b), Formulas.ReturnOnInvestment(k * a, k * b))
                && Near(Formulas.LtvToCac(a, b), Formulas.LtvToCac(k * a, k * b))
                && Near(Formulas.MagicNumber(a, b, c), Formulas.MagicNumber(k * a, k * b, k * c))
                && Near(Formulas.MagicNumberOfArr(a, b, c), Formulas.MagicNumberOfArr(k * a, k * b, k * c))
                && Near(Formulas.BlendedCacRatio(a, b, c), Formulas.BlendedCacRatio(k * a, k * b, k * c))
                && Near(Formulas.GrossMargin(a, b), Formulas.GrossMargin(k * a, k * b))
                && Near(k * Formulas.DiscountedCustomerLifetimeValue(a, 0.7m, 0.03m, 0.01m), Formulas.DiscountedCustomerLifetimeValue(k * a, 0.7m, 0.03m, 0.01m))
                && Near(k * Formulas.CappedCustomerLifetimeValue(a, 0.7m, 0.03m, 60), Formulas.CappedCustomerLifetimeValue(k * a, 0.7m, 0.03m, 60))
                && Near(Formulas.BurnMultiple(a, b), Formulas.BurnMultiple(k * a, k * b))
                && Near(Formulas.RevenueGrowth(a, b), Formulas.RevenueGrowth(k * a, k * b))
                && Near(Formulas.QuickRatio(a, b, c, d), Formulas.QuickRatio(k * a, k * b, k * c, k * d))
                && Near(Formulas.GrossRevenueRetention(a, c, d), Formulas.GrossRevenueRetention(k * a, k * c, k * d))
                && Near(Formulas.NetRevenueRetention(a, b, c, d), Formulas.NetRevenueRetention(k * a, k * b, k * c, k * d))
                && Near(Formulas.WinRate(a, b), Formulas.WinRate(k * a, k * b))
                && Near(Formulas.PipelineCoverage(a, b, c), Formulas.PipelineCoverage(k * a, k * b, k * c))
                && Near(Formulas.Slippage(a, b, c, d), Formulas.Slippage(k * a, k * b, k * c, k * d))
                && Near(Formulas.QuotaAttainment(a, b), Formulas.QuotaAttainment(k * a, k * b))
                && Near(Formulas.ForecastAccuracy(a, b), Formulas.ForecastAccuracy(k * a, k * b))
                && Near(
                    Formulas.MeanAbsolutePercentageError([a, b], [c, d]),
                    Formulas.MeanAbsolutePercentageError([k * a, k * b], [k * c, k * d]))
                && Near(
                    Formulas.WeightedAbsolutePercentageError([a, b], [c, d]),
                    Formulas.WeightedAbsolutePercentageError([k * a, k * b], [k * c, k * d]))
                && Near(k * Formulas.CustomerAcquisitionCost(a, 3m), Formulas.CustomerAcquisitionCost(k * a, 3m))
                && Near(k * Formulas.CustomerLifetimeValue(a, 0.7m, 0.03m), Formulas.CustomerLifetimeValue(k * a, 0.7m, 0.03m))
                && Near(k * Formulas.NetNewMrr(a, b, c, d), Formulas.NetNewMrr(k * a, k * b, k * c, k * d));
        });

    /// <summary>Both undefined, or equal but for the last digits of a decimal.</summary>
    private static bool Near(decimal? one, decimal? other) =>
        one is { } a && other is { } b ? Math.Abs(a - b) <= 1e-14m * Math.Max(1m, Math.Abs(a)) : one is null && other is null;
}
