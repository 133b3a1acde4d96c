namespace RevOps.Metrics;

public static partial class Success
{
    private const string NoLoss = "no customer was lost, so no lifetime can be told";

    /// <summary>The share of the customers at the open who are none at the close.</summary>
    /// <remarks>
    /// Unit: ratio over the period. Formula: lost customers / opening customers. Out: who joined within the period, whether they left or not, and who
    /// left and returned within it; by policy they are in, and others stand below the line (<see cref="ChurnDenominator"/>). By policy over the 365
    /// days to the close, or of the contracts due in the period instead of its customers (<see cref="ChurnWindow"/>). Undefined without a customer who
    /// could be lost, and where the records do not reach back to the window's start. Source: https://help.chartmogul.com/hc/en-us/articles/203359321.
    /// </remarks>
    public static Metric<Ratio> CustomerChurnRate { get; } = Metric<Ratio>.ByPolicy("customer churn rate", CustomerChurn.RateBy).Described(new()
    {
        Id = "success.customer-churn-rate", Name = "customer churn rate", Good = GoodDirection.Down,
        Definition = "The share of the customers at the open who are none at the close.", Formula = "lost customers / opening customers",
        Policies = ["Ledger", "ChurnWindow", "ChurnDenominator", "JoinedAndLost", "LostAndReturned", "RenewalGraceDays", "PeriodState"], Source = "https://help.chartmogul.com/hc/en-us/articles/203359321",
    });

    /// <summary>The <see cref="CustomerChurnRate"/> as a rate of one month, whatever the period's length.</summary>
    /// <remarks>
    /// Unit: ratio per month. Formula: 1 - (1 - c)^(1/m), the monthly rate that gives c when it holds in each of the m months. A rate of the trailing
    /// year has twelve months whatever the period's length; one of the contracts due is by contract, so no monthly rate follows from it.
    /// </remarks>
    public static Metric<PerMonth<Ratio>> MonthlyCustomerChurnRate { get; } = Metric<PerMonth<Ratio>>.ByPolicy(
        "monthly customer churn rate", MonthlyBy).Described(new()
        {
            Id = "success.monthly-customer-churn-rate", Name = "monthly customer churn rate", Good = GoodDirection.Down,
            Definition = "The customer churn rate of the period as a rate of one month.", Formula = "1 - (1 - customer churn rate)^(1 / months)",
            Policies = ["Ledger", "RateScaling", "ChurnWindow", "ChurnDenominator", "JoinedAndLost", "LostAndReturned", "RenewalGraceDays", "PeriodState"],
            Source = "https://churnkey.co/blog/convert-annual-churn-to-monthly-churn",
        });

    /// <summary>The share of the customers who would be lost in a year at the <see cref="MonthlyCustomerChurnRate"/>.</summary>
    /// <remarks>
    /// Unit: ratio per year. Formula: 1 - (1 - monthly)^12: who has left cannot leave again, so twelve times the monthly rate is too much.
    /// </remarks>
    public static Metric<PerYear<Ratio>> AnnualCustomerChurnRate { get; } = MetricArithmetic.Apply<PerYear<Ratio>>(
        "annual customer churn rate", [MonthlyCustomerChurnRate], (v, _) => Formulas.AnnualisedChurnRate(v[0]), _ => "").Described(new()
        {
            Id = "success.annual-customer-churn-rate", Name = "annual customer churn rate", Good = GoodDirection.Down,
            Definition = "The share of the customers who would be lost in a year at the monthly churn rate.", Formula = "1 - (1 - monthly customer churn rate)^12",
            Policies = MonthlyCustomerChurnRate.Definition!.Policies, Source = "https://churnkey.co/blog/convert-annual-churn-to-monthly-churn",
        });

    /// <summary>How long an average customer stays, if all stays as in the period.</summary>
    /// <remarks>Unit: months. Formula: 1 / monthly churn rate. Undefined without a loss in the period: nobody can say when customers would leave.</remarks>
    public static Metric<Months> CustomerLifetime { get; } = MetricArithmetic.Apply<Months>(
        "customer lifetime", [MonthlyCustomerChurnRate], (v, _) => v[0] == 0 ? null : 1 / v[0], _ => NoLoss).Described(new()
        {
            Id = "success.customer-lifetime", Name = "customer lifetime", Good = GoodDirection.Up,
            Definition = "The months that an average customer stays, if all stays as in the period.", Formula = "1 / monthly customer churn rate",
            Policies = MonthlyCustomerChurnRate.Definition!.Policies, Source = "https://www.forentrepreneurs.com/saas-metrics-2/",
        });

    private static Metric<PerMonth<Ratio>> ConstantHazardMonthly => field ??= MonthlyOf(ConstantHazard, period => period.MonthsLong);

    private static Metric<PerMonth<Ratio>> ConstantHazardMonthlyOfYear => field ??= MonthlyOf(ConstantHazard, _ => 12);

    private static Metric<PerMonth<Ratio>> SimpleMonthly => field ??= MonthlyOf(InProportion, period => period.MonthsLong);

    private static Metric<PerMonth<Ratio>> SimpleMonthlyOfYear => field ??= MonthlyOf(InProportion, _ => 12);

    private static Metric<PerMonth<Ratio>> NoMonthly => field ??= MetricArithmetic.Apply<PerMonth<Ratio>>(
        "monthly customer churn rate", [CustomerChurnRate], (_, _) => null,
        _ => "the churn of contracts due is by contract and not by time; take the churn of the trailing year for a monthly rate");

    private static Metric<PerMonth<Ratio>> MonthlyBy(MetricPolicy policy) => (policy.ChurnWindow, policy.RateScaling) switch
    {
        (ChurnWindow.ContractsDue, _) => NoMonthly,
        (ChurnWindow.TrailingYear, RateScaling.Simple) => SimpleMonthlyOfYear,
        (ChurnWindow.TrailingYear, _) => ConstantHazardMonthlyOfYear,
        (_, RateScaling.Simple) => SimpleMonthly,
        _ => ConstantHazardMonthly,
    };

    private static Metric<PerMonth<Ratio>> MonthlyOf(
        (Func<decimal, decimal, decimal?> Scale, Func<decimal, string> WhyNone) scaling, Func<ReportingPeriod, decimal> monthsOf) =>
        MetricArithmetic.Apply<PerMonth<Ratio>>(
            "monthly customer churn rate", [CustomerChurnRate], (v, period) => scaling.Scale(v[0], monthsOf(period)), v => scaling.WhyNone(v[0]));

    private static (Func<decimal, decimal, decimal?>, Func<decimal, string>) ConstantHazard => (
        (rate, months) => rate > 1 || months > Formulas.LongestWindowInMonths ? null : Formulas.MonthlyChurnRate(rate, months),
        rate => rate > 1
            ? "more customers were lost than the rate is told of, so no monthly rate gives it"
            : "the period is longer than a hundred years");

    private static (Func<decimal, decimal, decimal?>, Func<decimal, string>) InProportion => (
        (rate, months) => rate > months ? null : rate / months,
        _ => "told by the month in proportion, the rate is above 1: the period is too short for it");
}
