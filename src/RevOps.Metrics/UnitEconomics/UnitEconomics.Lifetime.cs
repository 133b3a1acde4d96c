namespace RevOps.Metrics;

public static partial class UnitEconomics
{
    private const string NoChurn = "no customer was lost, so no lifetime can be told";

    /// <summary>Customer lifetime value: the gross margin a customer brings until it is lost, if all stays as in the period.</summary>
    /// <remarks>
    /// Unit: money. Formula: ARPA x gross margin / monthly customer churn rate, all per month, so that it does not depend on the period's length.
    /// Undefined without churn in the period: nobody can say when customers would leave; by policy zero, or what a capped lifetime brings
    /// (<see cref="ZeroChurnTreatment"/>). By policy of revenue, without the margin.
    /// Source: https://help.chartmogul.com/hc/en-us/articles/203359061.
    /// </remarks>
    public static Metric<Money> Cltv { get; } = MetricArithmetic.ByOption(
        "CLTV", policy => (policy.LifetimeValue, policy.ZeroChurn), option => CltvBy(option.LifetimeValue, option.ZeroChurn)).Described(new()
        {
            Id = "unit-economics.cltv", Name = "CLTV", Synonyms = ["LTV", "CLV", "customer lifetime value"], Good = GoodDirection.Up,
            Definition = "The gross margin a customer brings until it is lost, if all stays as in the period.",
            Formula = "ARPA x gross margin / monthly customer churn rate",
            Policies = ["LifetimeValue", "ZeroChurn", "LifetimeCapMonths", .. PoliciesOfLifetime],
            Source = "https://help.chartmogul.com/hc/en-us/articles/203359061",
        });

    /// <summary>Capped CLTV: the gross margin a customer brings in its first months, however long it stays after them.</summary>
    /// <remarks>
    /// Unit: money. Formula: ARPA x gross margin x (1 + r + ... + r^(n - 1)), r = 1 - monthly customer churn rate, n =
    /// <see cref="MetricPolicy.LifetimeCapMonths"/>: of each month's margin what the customers still there pay. Never more than <see cref="Cltv"/>,
    /// and defined without churn, as n months of margin. By policy of revenue, without the margin.
    /// Source: https://www.forentrepreneurs.com/saas-metrics-2/ (a lifetime of five years at most).
    /// </remarks>
    public static Metric<Money> CappedCltv { get; } = MetricArithmetic.ByOption("capped CLTV", policy => policy.LifetimeValue, basis => LifetimeValue(
        "capped CLTV", basis, [Success.MonthlyCustomerChurnRate, LifetimeCap],
        (arpa, margin, v) => Formulas.CappedCustomerLifetimeValue(arpa, margin, v[0], (int)v[1]), _ => "")).Described(new()
        {
            Id = "unit-economics.capped-cltv", Name = "capped CLTV", Synonyms = ["five-year LTV"], Good = GoodDirection.Up,
            Definition = "The gross margin a customer brings within the months to which its lifetime is capped.",
            Formula = "ARPA x gross margin x sum over the months to the cap of (1 - monthly customer churn rate)^month",
            Policies = ["LifetimeValue", "LifetimeCapMonths", .. PoliciesOfLifetime],
            Source = "https://www.forentrepreneurs.com/saas-metrics-2/",
        });

    /// <summary>Discounted CLTV: what the gross margin of a customer's stay is worth on its first day.</summary>
    /// <remarks>
    /// Unit: money. Formula: ARPA x gross margin x the sum of (r / (1 + d))^t over the months t = 0, 1, 2, ..., r = 1 - monthly customer churn rate, d the
    /// monthly <see cref="DiscountRate"/>. Timing: a month is paid at its start, so the first is worth all of it and without a discount
    /// this is <see cref="Cltv"/>. Defined without churn, as long as there is a discount. By policy of revenue, without the margin.
    /// Source: Gupta and Lehmann, "Customers as Assets", Journal of Interactive Marketing 17 (2003), who pay at the month's end: one month's margin less.
    /// </remarks>
    public static Metric<Money> DiscountedCltv { get; } = MetricArithmetic.ByOption("discounted CLTV", policy => policy.LifetimeValue, basis => LifetimeValue(
        "discounted CLTV", basis, [Success.MonthlyCustomerChurnRate, Metric<PerMonth<Ratio>>.Assumed(DiscountRate)],
        (arpa, margin, v) => v[1] < 0 ? null : Formulas.DiscountedCustomerLifetimeValue(arpa, margin, v[0], v[1]),
        v => v[^1] < 0 ? "the discount rate is below zero" : NoChurn)).Described(new()
        {
            Id = "unit-economics.discounted-cltv", Name = "discounted CLTV", Synonyms = ["present value of a customer"], Good = GoodDirection.Up,
            Definition = "What the gross margin of a customer's stay is worth on its first day.",
            Formula = "ARPA x gross margin x (1 + discount rate) / (discount rate + monthly customer churn rate)",
            Policies = ["LifetimeValue", .. PoliciesOfLifetime],
            Source = "Gupta and Lehmann, Customers as Assets, Journal of Interactive Marketing 17 (2003)",
        });

    /// <summary>Realised CLTV: the gross margin that the customers acquired in the period have brought by its close, for each of them.</summary>
    /// <remarks>
    /// Unit: money. Formula: recurring revenue of the customers acquired in the period x gross margin / new customers. Their recurring revenue is the sum of
    /// their MRR at each month's end, whatever was credited; who is gone pays nothing and stays below the line. It grows as they age: ask by
    /// <see cref="Dimensions.AcquisitionPeriod(ReportingCalendar, CalendarGrain)"/> over a year, or trailing, to see each cohort so far. By policy of revenue,
    /// without the margin. Undefined for less than a month, and for ranges between two dates.
    /// </remarks>
    public static Metric<Money> RealisedCltv { get; } = MetricArithmetic.ByOption("realised CLTV", policy => policy.LifetimeValue, Realised).Described(new()
    {
        Id = "unit-economics.realised-cltv", Name = "realised CLTV", Synonyms = ["value to date"], Good = GoodDirection.Up,
        Definition = "The gross margin that the customers acquired in the period have brought by its close, for each of them.",
        Formula = "recurring revenue of the customers acquired in the period x gross margin / new customers",
        Policies = ["LifetimeValue", .. MetricDefinition.PoliciesOf(Revenue.OpeningMrr, Success.NewCustomers)],
        Source = "https://help.peelinsights.com/docs/ltv-by-customer",
    });

    /// <summary>How many times the lifetime value of a customer covers the cost of winning one.</summary>
    /// <remarks>Unit: multiple. Formula: CLTV / CAC; three is the usual yardstick. Source: https://www.forentrepreneurs.com/saas-metrics-2/.</remarks>
    public static Metric<Multiple> LtvToCac { get; } = MetricArithmetic.Apply<Multiple>("LTV to CAC",
        [Cltv, Marketing.Cac], (v, _) => Formulas.LtvToCac(v[0], v[1]), _ => "customers cost nothing to win").Described(new()
        {
            Id = "unit-economics.ltv-to-cac", Name = "LTV to CAC", Synonyms = ["LTV:CAC", "CLTV to CAC"], Good = GoodDirection.Up,
            Definition = "How many times the lifetime value of a customer covers the cost of winning one.", Formula = "CLTV / CAC",
            Policies = MetricDefinition.PoliciesOf(Cltv, Marketing.Cac), Source = "https://www.forentrepreneurs.com/saas-metrics-2/",
        });

    private static ValueList<string> PoliciesOfLifetime => MetricDefinition.PoliciesOf(Success.MonthlyCustomerChurnRate, Revenue.Arpa);

    private static Metric<Months> LifetimeCap => field ??= new("lifetime cap", new PolicyNumberExpression(policy => policy.LifetimeCapMonths));

    private static Metric<Money> CltvBy(LifetimeValueBasis basis, ZeroChurnTreatment zeroChurn) => zeroChurn switch
    {
        ZeroChurnTreatment.Zero => LifetimeValue("CLTV", basis, [Success.MonthlyCustomerChurnRate],
            (arpa, margin, v) => Formulas.CustomerLifetimeValue(arpa, margin, v[0]) ?? 0, _ => ""),
        ZeroChurnTreatment.CappedLifetime => LifetimeValue("CLTV", basis, [Success.MonthlyCustomerChurnRate, LifetimeCap],
            (arpa, margin, v) => Formulas.CustomerLifetimeValue(arpa, margin, v[0]) ?? Formulas.ContractedLifetimeRevenue(arpa * margin, v[1]), _ => ""),
        _ => LifetimeValue("CLTV", basis, [Success.MonthlyCustomerChurnRate], (arpa, margin, v) => Formulas.CustomerLifetimeValue(arpa, margin, v[0]), _ => NoChurn),
    };

    /// <summary>A value of ARPA, the gross margin (none of revenue) and what else it takes.</summary>
    private static Metric<Money> LifetimeValue(
        string name, LifetimeValueBasis basis, Metric[] others, Func<decimal, decimal, decimal[], decimal?> formula, Func<decimal[], string> undefined) =>
        basis == LifetimeValueBasis.Revenue
            ? MetricArithmetic.Apply<Money>(name, [Revenue.Arpa, .. others], (v, _) => formula(v[0], 1m, v[1..]), undefined)
            : MetricArithmetic.Apply<Money>(name, [Revenue.Arpa, GrossMargin, .. others], (v, _) => formula(v[0], v[1], v[2..]), undefined);

    private static Metric<Money> Realised(LifetimeValueBasis basis)
    {
        Metric<Money> revenue = new("recurring revenue of the new customers", new AcquiredExpression(RefundedRevenue.LedgerMrr.OverMonths()));
        return basis == LifetimeValueBasis.Revenue
            ? MetricArithmetic.Apply<Money>("realised CLTV", [revenue, Success.NewCustomers],
                (v, _) => Formulas.RealisedCustomerLifetimeValue(v[0], 1m, v[1]), _ => "there is no new customer")
            : MetricArithmetic.Apply<Money>("realised CLTV", [revenue, GrossMargin, Success.NewCustomers],
                (v, _) => Formulas.RealisedCustomerLifetimeValue(v[0], v[1], v[2]), _ => "there is no new customer");
    }
}
