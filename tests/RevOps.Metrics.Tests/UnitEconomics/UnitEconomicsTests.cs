using NodaTime;
using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

/// <summary>What there is no value of, and what periods of other lengths give; the values are among the examples of the catalogue.</summary>
public sealed class UnitEconomicsTests
{
    /// <summary>Ada pays 100 a month from December on, Bob 50 from 10 February; 300 were spent in each month. Nobody is lost.</summary>
    private static readonly RevenueDataset Loyal = RevenueDataset.Build(
        subscriptions: [Monthly("a", "ada", 100, "2025-12-01"), Monthly("b", "bob", 50, "2026-02-10")],
        spends: ((string[])["2025-12-01", "2026-01-01", "2026-02-01", "2026-03-01"]).Select(day => new Spend { From = Day(day), Amount = Usd(300), Category = SpendCategory.Sales }),
        financialFigures: [new() { On = Day("2026-03-31"), Account = FinancialAccount.NetBurn, Amount = Usd(100) }]);

    private static MetricResult Ask(Metric metric, ReportingPeriod period, MetricPolicy? policy = null, decimal margin = 0.8m, decimal? discount = null)
    {
        Assumptions assumptions = Assumptions.None.With(UnitEconomics.AssumedGrossMargin, new Ratio(margin));
        if (discount is { } rate) assumptions = assumptions.With(UnitEconomics.DiscountRate, new PerMonth<Ratio>(new Ratio(rate)));
        return Loyal.Evaluate(metric, [period], options: new() { Policy = policy ?? MetricPolicy.Default, Assumptions = assumptions }).Results[0];
    }

    [Fact]
    public void Without_churn_a_lifetime_is_undefined_or_what_the_policy_says()
    {
        Assert.Equal("no customer was lost, so no lifetime can be told", Ask(UnitEconomics.Cltv, Month("2026-03")).UndefinedReason);
        Assert.Equal(0, Ask(UnitEconomics.Cltv, Month("2026-03"), new() { ZeroChurn = ZeroChurnTreatment.Zero }).Magnitude);
        Assert.Equal(75 * 0.8m * 60, Ask(UnitEconomics.Cltv, Month("2026-03"), new() { ZeroChurn = ZeroChurnTreatment.CappedLifetime }).Magnitude);
        // What Stripe takes for no churn: 1.67 % a month, of revenue.
        Assert.Equal(75 * 60, Ask(UnitEconomics.Cltv, Month("2026-03"), MetricPolicy.StripeLike).Magnitude);
        Assert.Throws<ArgumentOutOfRangeException>(() => new MetricPolicy { LifetimeCapMonths = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new MetricPolicy { LifetimeCapMonths = 1201 });
    }

    [Fact]
    public void Without_churn_a_discount_gives_a_lifetime_a_value()
    {
        Assert.Equal("assumption discount rate not given", Ask(UnitEconomics.DiscountedCltv, Month("2026-03")).UndefinedReason);
        Assert.Equal("no customer was lost, so no lifetime can be told", Ask(UnitEconomics.DiscountedCltv, Month("2026-03"), discount: 0).UndefinedReason);
        Assert.Equal("the discount rate is below zero", Ask(UnitEconomics.DiscountedCltv, Month("2026-03"), discount: -0.01m).UndefinedReason);
        Assert.Equal(75 * 0.8m * 101, Ask(UnitEconomics.DiscountedCltv, Month("2026-03"), discount: 0.01m).Magnitude);
    }

    [Fact]
    public void What_never_pays_back_says_why()
    {
        Assert.Equal("there is no new MRR", Ask(UnitEconomics.CacPayback, Month("2026-03")).UndefinedReason);
        Assert.Equal("new customers bring no gross margin", Ask(UnitEconomics.CacPayback, Month("2026-02"), margin: -0.1m).UndefinedReason);
        Assert.Equal("there is no new MRR", Ask(UnitEconomics.CacPayback, Month("2026-03"), new() { CacPayback = CacPaybackBasis.WithoutMargin }).UndefinedReason);
        Assert.Equal("customers bring no gross margin", Ask(UnitEconomics.CacPayback, Month("2026-02"), new() { CacPayback = CacPaybackBasis.PerCustomer }, margin: 0).UndefinedReason);
        Assert.Equal("no recurring revenue was won", Ask(UnitEconomics.BlendedCacRatio, Month("2026-03")).UndefinedReason);
    }

    [Fact]
    public void Growth_that_there_is_none_of_says_so()
    {
        Assert.Equal("ARR did not grow", Ask(UnitEconomics.BurnMultiple, Month("2026-03")).UndefinedReason);
        Assert.Equal("no financial figures were given", RevenueDataset.Build(subscriptions: Loyal.Subscriptions).Evaluate(UnitEconomics.BurnMultiple, [Month("2026-02")]).Results[0].UndefinedReason);
        Assert.Equal("nothing was spent on acquisition in the period before", Covered.Evaluate(UnitEconomics.MagicNumber, [Month("2026-02")]).Results[0].UndefinedReason);
        Assert.Equal("subscriptions are known from 2025-12-01, which 2025-03 is not part of", Ask(UnitEconomics.RuleOf40, Month("2026-03")).UndefinedReason);
    }

    /// <summary>The same subscriptions, and a year of which it is known that nothing was spent.</summary>
    private static readonly RevenueDataset Covered = RevenueDataset.Build(
        subscriptions: Loyal.Subscriptions, options: new() { Coverage = new Dictionary<RecordType, Coverage> { [RecordType.Spend] = new(Day("2025-01-01")) } });

    [Fact]
    public void Recurring_revenue_of_a_period_is_the_sum_of_its_months()
    {
        FlowMetric<Money> revenue = Revenue.Mrr.OverMonths();
        Assert.Equal("MRR over the months", revenue.Name);
        Assert.Equal(150, Ask(revenue, Month("2026-02")).Magnitude);
        Assert.Equal(400, Ask(revenue, Quarter(2026, 1)).Magnitude);
        Assert.Equal(400, Ask(revenue.Trailing(3), Month("2026-03")).Magnitude);
        Assert.Equal(350, Ask(revenue.Trailing(3), Month("2026-02")).Magnitude);
        Assert.Equal(400, Ask(revenue.ToDate(CalendarGrain.Year), Month("2026-03")).Magnitude);
        Assert.Equal(1600, Ask(revenue.Annualized(), Quarter(2026, 1)).Magnitude);
        // At the ends of 14 February and 14 March.
        Assert.Equal(300, Ask(revenue, ReportingPeriod.Between(Day("2026-01-15"), Day("2026-03-15"))).Magnitude);
    }

    [Fact]
    public void Recurring_revenue_of_less_than_a_month_is_undefined()
    {
        FlowMetric<Money> revenue = Revenue.Mrr.OverMonths();
        Assert.Equal("2026-W08 is not made of whole months", Ask(revenue, ReportingCalendar.Gregorian.Weeks(2026)[7]).UndefinedReason);
        Assert.Equal("2026-02-01 is not made of whole months", Ask(revenue, ReportingCalendar.Gregorian.Days(2026)[31]).UndefinedReason);
        Assert.False(Ask(revenue, ReportingPeriod.Between(Day("2026-01-15"), Day("2026-03-14"))).IsDefined);
        Assert.False(Ask(revenue, ReportingPeriod.Between(Day("2026-01-31"), Day("2026-03-31"))).IsDefined);
        Assert.False(Ask(revenue.Trailing(4), ReportingCalendar.Gregorian.Weeks(2026)[7]).IsDefined);
        Assert.False(Ask(UnitEconomics.MagicNumber, ReportingCalendar.Gregorian.Weeks(2026)[7]).IsDefined);
    }

    [Fact]
    public void Retail_months_make_a_retail_quarter()
    {
        ReportingCalendar retail = ReportingCalendar.Retail(RetailPattern.FourFourFive, RetailYearEnd.Last(IsoDayOfWeek.Saturday, 1));
        ReportingPeriod quarter = retail.PeriodContaining(Day("2026-03-01"), CalendarGrain.Quarter);
        Assert.Equal(new LocalDate(2026, 2, 1), quarter.Start);
        Assert.Equal(450, Ask(Revenue.Mrr.OverMonths(), quarter).Magnitude);
    }

    [Fact]
    public void The_period_before_a_trailing_quarter_is_a_quarter_too()
    {
        // Of December to February 350, of September to November nothing is known.
        Assert.Equal("subscriptions are known from 2025-12-01, which 2025-09 is not part of", Ask(UnitEconomics.MagicNumber.Trailing(3), Month("2026-02")).UndefinedReason);
        // By two months: 150 + 150 less 100 + 100, six times a year, for 600.
        Assert.Equal(1, Ask(UnitEconomics.MagicNumber.Trailing(2), Month("2026-03")).Magnitude);
    }

    [Fact]
    public void Realised_value_is_told_by_cohort()
    {
        ReportingCalendar calendar = ReportingCalendar.Gregorian;
        Metric<Money> realised = UnitEconomics.RealisedCltv.Trailing(4);
        Dimension cohort = Dimensions.AcquisitionPeriod(calendar, CalendarGrain.Month);
        MetricTable table = Loyal.Evaluate(realised, [Month("2026-03")], [cohort], new() { Policy = new() { LifetimeValue = LifetimeValueBasis.Revenue } });
        Assert.Equal(["2025-12: 400", "2026-02: 100"], table.Results.Select(result => FormattableString.Invariant($"{result.Cell}: {result.Magnitude:0}")));

        Assert.Equal("there is no new customer", Ask(UnitEconomics.RealisedCltv, Month("2026-03")).UndefinedReason);
        Assert.Equal(
            "2026-02-01..2026-04-01 is made of no calendar's periods, by which customers are told by when they were acquired",
            Ask(UnitEconomics.RealisedCltv, ReportingPeriod.Between(Day("2026-02-01"), Day("2026-04-01"))).UndefinedReason);
    }

    [Fact]
    public void A_multiple_is_a_ratio_told_otherwise()
    {
        Metric<Multiple> spendToRevenue = (Marketing.AcquisitionSpend / Revenue.Mrr.OverMonths()).AsMultiple().Named("spend to revenue");
        MetricResult told = Ask(spendToRevenue, Month("2026-02"));
        Assert.Equal("spend to revenue, 2026-02, total: 2.00 x", told.ToString());
        Assert.Equal(150, told.Part("MRR over the months"));
        Assert.Equal("spend to revenue, 2026-02, total: 200.00 %", Ask(spendToRevenue.AsRatio(), Month("2026-02")).ToString());
        Assert.Equal(600, Ask(Marketing.AcquisitionSpend * spendToRevenue.AsRatio(), Month("2026-02")).Magnitude);
        Assert.Equal(new Multiple(2), Loyal.Evaluate(spendToRevenue, [Month("2026-02")]).Value(spendToRevenue, Month("2026-02")).Value);
        Assert.Equal("multiple", UnitEconomics.LtvToCac.UnitName);
    }
}
