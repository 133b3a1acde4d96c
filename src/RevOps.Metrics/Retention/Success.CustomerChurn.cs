namespace RevOps.Metrics;

public static partial class Success
{
    private const string NoLoss = "no customer was lost, so no lifetime can be told";

    /// <summary>The share of the customers at the open who are none at the close.</summary>
    /// <remarks>
    /// Unit: ratio over the period. Out: who joined within the period, whether they left or not, and who left and returned within it; by policy
    /// they are in, and others stand below the line (<see cref="ChurnDenominator"/>). Undefined without a customer who could be lost.
    /// Source: https://help.chartmogul.com/hc/en-us/articles/203359321.
    /// </remarks>
    public static Metric<Ratio> CustomerChurnRate { get; } = Metric<Ratio>.ByPolicy("customer churn rate", CustomerChurn.RateBy).Described(new()
    {
        Id = "success.customer-churn-rate", Name = "customer churn rate", Good = GoodDirection.Down,
        Definition = "The share of the customers at the open who are none at the close.", Formula = "lost customers / opening customers",
        Policies = ["Ledger", "ChurnDenominator", "JoinedAndLost", "LostAndReturned"], Source = "https://help.chartmogul.com/hc/en-us/articles/203359321",
    });

    /// <summary>The <see cref="CustomerChurnRate"/> as a rate of one month, whatever the period's length.</summary>
    /// <remarks>Unit: ratio per month. Formula: 1 - (1 - c)^(1/m), the monthly rate that gives c when it holds in each of the m months.</remarks>
    public static Metric<PerMonth<Ratio>> MonthlyCustomerChurnRate { get; } = Metric<PerMonth<Ratio>>.ByPolicy(
        "monthly customer churn rate", policy => policy.RateScaling == RateScaling.Simple ? SimpleMonthly : ConstantHazardMonthly).Described(new()
        {
            Id = "success.monthly-customer-churn-rate", Name = "monthly customer churn rate", Good = GoodDirection.Down,
            Definition = "The customer churn rate of the period as a rate of one month.", Formula = "1 - (1 - customer churn rate)^(1 / months)",
            Policies = ["Ledger", "RateScaling", "ChurnDenominator", "JoinedAndLost", "LostAndReturned"],
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
            Policies = MonthlyCustomerChurnRate.Definition!.Policies,
        });

    /// <summary>How long an average customer stays, if all stays as in the period.</summary>
    /// <remarks>Unit: months. Formula: 1 / monthly churn rate. Undefined without a loss in the period: nobody can say when customers would leave.</remarks>
    public static Metric<Months> CustomerLifetime { get; } = MetricArithmetic.Apply<Months>(
        "customer lifetime", [MonthlyCustomerChurnRate], (v, _) => v[0] == 0 ? null : 1 / v[0], _ => NoLoss).Described(new()
        {
            Id = "success.customer-lifetime", Name = "customer lifetime", Good = GoodDirection.Up,
            Definition = "The months that an average customer stays, if all stays as in the period.", Formula = "1 / monthly customer churn rate",
            Policies = MonthlyCustomerChurnRate.Definition!.Policies,
        });

    private static Metric<PerMonth<Ratio>> ConstantHazardMonthly => field ??= MetricArithmetic.Apply<PerMonth<Ratio>>(
        "monthly customer churn rate", [CustomerChurnRate],
        (v, period) => v[0] > 1 || period.MonthsLong > Formulas.LongestWindowInMonths ? null : Formulas.MonthlyChurnRate(v[0], period.MonthsLong),
        v => v[0] > 1
            ? "more customers were lost than the rate is told of, so no monthly rate gives it"
            : "the period is longer than a hundred years");

    private static Metric<PerMonth<Ratio>> SimpleMonthly => field ??= MetricArithmetic.Apply<PerMonth<Ratio>>(
        "monthly customer churn rate", [CustomerChurnRate], (v, period) => v[0] > period.MonthsLong ? null : v[0] / period.MonthsLong,
        _ => "told by the month in proportion, the rate is above 1: the period is too short for it");
}
