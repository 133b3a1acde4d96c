namespace RevOps.Metrics;

/// <summary>What a customer brings, against what it costs to win.</summary>
public static class UnitEconomics
{
    /// <summary>The gross margin of a company that gives no financial figures.</summary>
    public static Assumption<Ratio> AssumedGrossMargin { get; } = new("gross margin");

    /// <summary>The months for which customers commit, for <see cref="ContractedLifetimeRevenue"/>.</summary>
    public static Assumption<Months> ContractedMonths { get; } = new("contracted months");

    /// <summary>The share of revenue left after the cost of delivering it: from the books where they are given, else as assumed.</summary>
    /// <remarks>
    /// Unit: ratio. Formula: (revenue - cost of revenue) / revenue. The margin of the books is the company's and repeated in every cell; an assumed one
    /// can differ by cell. Where corrections leave a period's revenue or cost below zero, the books tell no margin and the assumption is taken.
    /// </remarks>
    public static Metric<Ratio> GrossMargin { get; } = MarginFromFigures().Unallocated().Or(Metric<Ratio>.Assumed(AssumedGrossMargin)).Described(new()
    {
        Id = "unit-economics.gross-margin", Name = "gross margin", Good = GoodDirection.Up,
        Definition = "The share of revenue left after the cost of delivering it.", Formula = "(revenue - cost of revenue) / revenue, else the assumption",
    });

    /// <summary>Customer lifetime value: the gross margin a customer brings until it is lost, if all stays as in the period.</summary>
    /// <remarks>
    /// Unit: money. Formula: ARPA x gross margin / monthly customer churn rate, all per month, so that it does not depend on the period's length.
    /// Undefined without churn in the period: nobody can say when customers would leave. By policy of revenue, without the margin.
    /// Source: https://help.chartmogul.com/hc/en-us/articles/203359061.
    /// </remarks>
    public static Metric<Money> Cltv { get; } = Metric<Money>.ByPolicy("CLTV",
        policy => policy.LifetimeValue == LifetimeValueBasis.Revenue ? CltvOfRevenue : CltvOfMargin).Described(new()
        {
            Id = "unit-economics.cltv", Name = "CLTV", Good = GoodDirection.Up,
            Definition = "The gross margin a customer brings until it is lost, if all stays as in the period.",
            Formula = "ARPA x gross margin / monthly customer churn rate",
            Policies = ["Ledger", "RateScaling", "LifetimeValue", "ChurnWindow", "ChurnDenominator", "JoinedAndLost", "LostAndReturned", "RenewalGraceDays", "ArpaDenominator", "PeriodState"],
            Source = "https://help.chartmogul.com/hc/en-us/articles/203359061",
        });

    /// <summary>Contracted lifetime revenue: what an average customer brings over the months it commits to.</summary>
    /// <remarks>Unit: money. Formula: ARPA x contracted months: $1,500 a month is $18,000 over a year's contract and $90,000 over five years.</remarks>
    public static Metric<Money> ContractedLifetimeRevenue { get; } = MetricArithmetic.Apply<Money>("contracted lifetime revenue",
        [Revenue.Arpa, Metric<Months>.Assumed(ContractedMonths)], (v, _) => Formulas.ContractedLifetimeRevenue(v[0], v[1]), _ => "").Described(new()
        {
            Id = "unit-economics.contracted-lifetime-revenue", Name = "contracted lifetime revenue", Good = GoodDirection.Up,
            Definition = "What an average customer brings over the months it commits to.", Formula = "ARPA x contracted months", Policies = ["Ledger", "ArpaDenominator", "PeriodState"],
        });

    /// <summary>How many times the lifetime value of a customer covers the cost of winning one.</summary>
    public static Metric<Ratio> LtvToCac { get; } = MetricArithmetic.Apply<Ratio>("LTV to CAC",
        [Cltv, Marketing.Cac], (v, _) => Formulas.LtvToCac(v[0], v[1]), _ => "customers cost nothing to win").Described(new()
        {
            Id = "unit-economics.ltv-to-cac", Name = "LTV to CAC", Good = GoodDirection.Up,
            Definition = "How many times the lifetime value of a customer covers the cost of winning one.", Formula = "CLTV / CAC",
            Policies = ["Ledger", "RateScaling", "LifetimeValue", "ChurnWindow", "ChurnDenominator", "JoinedAndLost", "LostAndReturned", "RenewalGraceDays", "ArpaDenominator", "PeriodState"],
        });

    /// <summary>CAC payback: the months until the gross margin of the period's new customers has paid for winning them.</summary>
    /// <remarks>Unit: months. Formula: acquisition spend / (new MRR x gross margin). Undefined without new MRR.</remarks>
    public static Metric<Months> CacPayback { get; } = MetricArithmetic.Apply<Months>("CAC payback",
        [Marketing.AcquisitionSpend, Revenue.FirstMrr, GrossMargin], (v, _) => Formulas.CacPaybackMonths(v[0], v[1], v[2]), _ => "there is no new MRR").Described(new()
        {
            Id = "unit-economics.cac-payback", Name = "CAC payback", Good = GoodDirection.Down,
            Definition = "The months until the gross margin of new customers has paid for winning them.", Formula = "acquisition spend / (new MRR x gross margin)",
            Policies = ["Ledger", "PeriodState"],
        });

    private static Metric<Money> CltvOfMargin => field ??= CltvWith(GrossMargin);

    private static Metric<Money> CltvOfRevenue => field ??= MetricArithmetic.Apply<Money>("CLTV",
        [Revenue.Arpa, Success.MonthlyCustomerChurnRate], (v, _) => Formulas.CustomerLifetimeValue(v[0], 1m, v[1]), _ => NoChurn);

    private const string NoChurn = "no customer was lost, so no lifetime can be told";

    private static Metric<Money> CltvWith(Metric<Ratio> margin) => MetricArithmetic.Apply<Money>("CLTV",
        [Revenue.Arpa, margin, Success.MonthlyCustomerChurnRate], (v, _) => Formulas.CustomerLifetimeValue(v[0], v[1], v[2]), _ => NoChurn);

    private static Metric<Ratio> MarginFromFigures() => MetricArithmetic.Apply<Ratio>("gross margin from figures",
        [Figure("revenue", FinancialAccount.Revenue), Figure("cost of revenue", FinancialAccount.CostOfRevenue)],
        (v, _) => v[0] <= 0 || v[1] < 0 ? null : (v[0] - v[1]) / v[0],
        v => v[0] > 0 ? "the books show a cost of revenue below zero" : "the books show no revenue");

    private static Metric<Money> Figure(string name, FinancialAccount account) => new(name, MeasureExpression.Flow(UnitEconomicsMeasures.Figure(account)));
}
