namespace RevOps.Metrics;

/// <summary>Customers and how many of them stay.</summary>
/// <remarks>
/// Churned and lost are two words. A customer who leaves and returns within a quarter churned (a movement, which adds up over months) and was not
/// lost (a comparison of the quarter's edges, which does not). Rates are of lost customers.
/// </remarks>
public static class Success
{
    /// <summary>Customers with recurring revenue at the end of the period's last day; a paused one is still a customer.</summary>
    public static Metric<Count> Customers { get; } = new Metric<Count>("customers", MeasureExpression.Flow(RetentionMeasures.AtClose)).Described(new()
    {
        Id = "success.customers", Name = "customers", Good = GoodDirection.Up,
        Definition = "Customers with recurring revenue at the close.", Formula = "count of customers whose MRR is above zero", Policies = ["Ledger"],
    });

    /// <summary>Customers who pay at the end of the period's last day: not those whose service is paused.</summary>
    public static Metric<Count> PayingCustomers { get; } = new Metric<Count>("paying customers", MeasureExpression.Flow(RetentionMeasures.PayingAtClose)).Described(new()
    {
        Id = "success.paying-customers",
        Name = "paying customers",
        Good = GoodDirection.Up,
        Definition = "Customers who pay at the close; the paused do not.",
        Formula = "count of customers whose MRR is above zero",
        Policies = ["Ledger"],
    });

    /// <summary>Customers with recurring revenue at the end of the day before the period.</summary>
    public static Metric<Count> OpeningCustomers { get; } = new Metric<Count>("opening customers", MeasureExpression.Flow(RetentionMeasures.AtOpen)).Described(new()
    {
        Id = "success.opening-customers", Name = "opening customers",
        Definition = "Customers with recurring revenue before the period.", Formula = "count of customers whose MRR is above zero", Policies = ["Ledger"],
    });

    /// <summary>Customers whose first day with recurring revenue lies in the period.</summary>
    public static Metric<Count> NewCustomers { get; } = new Metric<Count>("new customers", MeasureExpression.Flow(RetentionMeasures.New)).Described(new()
    {
        Id = "success.new-customers", Name = "new customers", Good = GoodDirection.Up,
        Definition = "Customers whose first day with recurring revenue lies in the period.", Formula = "count", Policies = ["Ledger"],
    });

    /// <summary>Times that a customer stopped paying in the period; adds up over months.</summary>
    public static Metric<Count> ChurnedCustomers { get; } = MetricArithmetic.Scale<Count>(
        new Metric<Count>("change of customers by churn", MeasureExpression.Flow(RetentionMeasures.Churned)), -1).Described(new()
        {
            Id = "success.churned-customers", Name = "churned customers", Good = GoodDirection.Down,
            Definition = "Times that a customer stopped paying in the period.", Formula = "count of churn movements by customer", Policies = ["Ledger"],
        });

    /// <summary>Customers at the open who are none at the close; does not add up over months.</summary>
    public static Metric<Count> LostCustomers { get; } = new Metric<Count>("lost customers", MeasureExpression.Flow(RetentionMeasures.Lost)).Described(new()
    {
        Id = "success.lost-customers", Name = "lost customers", Good = GoodDirection.Down,
        Definition = "Customers at the open who are none at the close.", Formula = "count", Policies = ["Ledger"],
    });

    /// <summary>The share of the customers at the open who are none at the close.</summary>
    /// <remarks>
    /// Unit: ratio over the period. Out: who joined within the period, whether they left or not, and who left and returned within it.
    /// Undefined without a customer at the open. Source: https://help.chartmogul.com/hc/en-us/articles/203359321.
    /// </remarks>
    public static Metric<Ratio> CustomerChurnRate { get; } = MetricArithmetic.Apply<Ratio>(
        "customer churn rate", [LostCustomers, OpeningCustomers],
        (v, _) => Formulas.CustomerChurnRate(openingCustomers: v[1], lostCustomers: v[0]), _ => "there was no customer at the open").Described(new()
        {
            Id = "success.customer-churn-rate", Name = "customer churn rate", Good = GoodDirection.Down,
            Definition = "The share of the customers at the open who are none at the close.", Formula = "lost customers / opening customers",
            Policies = ["Ledger"], Source = "https://help.chartmogul.com/hc/en-us/articles/203359321",
        });

    /// <summary>The <see cref="CustomerChurnRate"/> as a rate of one month, whatever the period's length.</summary>
    /// <remarks>Unit: ratio per month. Formula: 1 - (1 - c)^(1/m), the monthly rate that gives c when it holds in each of the m months.</remarks>
    public static Metric<PerMonth<Ratio>> MonthlyCustomerChurnRate { get; } = Metric<PerMonth<Ratio>>.ByPolicy(
        "monthly customer churn rate", policy => policy.RateScaling == RateScaling.Simple ? SimpleMonthly : ConstantHazardMonthly).Described(new()
        {
            Id = "success.monthly-customer-churn-rate", Name = "monthly customer churn rate", Good = GoodDirection.Down,
            Definition = "The customer churn rate of the period as a rate of one month.", Formula = "1 - (1 - customer churn rate)^(1 / months)",
            Policies = ["Ledger", "RateScaling"],
        });

    private static Metric<PerMonth<Ratio>> ConstantHazardMonthly => field ??= MetricArithmetic.Apply<PerMonth<Ratio>>(
        "monthly customer churn rate", [CustomerChurnRate], (v, period) => Formulas.MonthlyChurnRate(v[0], period.MonthsLong), _ => "");

    private static Metric<PerMonth<Ratio>> SimpleMonthly => field ??= MetricArithmetic.Apply<PerMonth<Ratio>>(
        "monthly customer churn rate", [CustomerChurnRate], (v, period) => v[0] > period.MonthsLong ? null : v[0] / period.MonthsLong,
        _ => "told by the month in proportion, the rate is above 1: the period is too short for it");
}
