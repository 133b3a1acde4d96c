namespace RevOps.Metrics;

/// <summary>Recurring revenue and how it moves.</summary>
/// <remarks>
/// The state of a period is that at the end of its last day. Opening plus all movements is closing, to the last unit, because every line is a
/// sum over the same ledger; reductions are negative. The ledger holds annualised amounts, and a month's is that total over 12, taken once.
/// </remarks>
public static partial class Revenue
{
    private const string RefundSource = "Defined here: the line by which the waterfall ties out where the policy takes credit notes off MRR";

    private static readonly MovementKind[] Kinds = Enum.GetValues<MovementKind>();

    private static readonly Dictionary<MovementKind, Metric<PerYear<Money>>> ArrByKind =
        Kinds.ToDictionary(kind => kind, kind => Metric<PerYear<Money>>.ByPolicy($"{NameOf(kind)} ARR", policy => MovementLines.Of(kind, policy)).Described(DefinitionOf(kind, "ARR")));

    private static readonly Dictionary<MovementKind, Metric<PerMonth<Money>>> MrrByKind =
        Kinds.ToDictionary(kind => kind, kind => ArrByKind[kind].PerMonth().Described(DefinitionOf(kind, "MRR")));

    /// <summary>Annual recurring revenue: what the price terms in force at the period's close charge in a year.</summary>
    /// <remarks>
    /// Unit: money per year. Formula: sum of price x quantity less lasting discounts, times 12 for a month's price, 52 for a week's, 365 for a day's.
    /// Out: trials, one-time amounts, tax, one-time coupons; by policy (<see cref="LedgerPolicy.Source"/>, <see cref="LedgerPolicy.Usage"/>) what
    /// invoices charge, and measured usage, are in. By policy less the period's credit notes (<see cref="RefundTreatment"/>). A state, so never summed
    /// over time.
    /// </remarks>
    public static Metric<PerYear<Money>> Arr { get; } = Metric<PerYear<Money>>.ByPolicy("ARR", RefundedRevenue.Closing).Described(new()
    {
        Id = "revenue.arr", Name = "ARR", Good = GoodDirection.Up,
        Definition = "What the price terms in force at the close charge in a year.",
        Formula = "sum of price x quantity less lasting discounts, times 12 for a month's price, 52 for a week's, 365 for a day's",
        Policies = ["Ledger", "PeriodState", "Refunds"], Source = "https://help.chartmogul.com/hc/en-us/articles/204135661",
    });

    /// <summary>Monthly recurring revenue: a twelfth of <see cref="Arr"/>.</summary>
    /// <remarks>Unit: money per month. Formula: ARR / 12. A state, so never summed over time.</remarks>
    public static Metric<PerMonth<Money>> Mrr { get; } = Arr.PerMonth().Described(new()
    {
        Id = "revenue.mrr", Name = "MRR", Good = GoodDirection.Up,
        Definition = "What the price terms in force at the close charge in a month.", Formula = "ARR / 12",
        Policies = ["Ledger", "PeriodState", "Refunds"], Source = "https://help.chartmogul.com/hc/en-us/articles/203299812",
    });

    /// <summary><see cref="Arr"/> at the end of the day before the period.</summary>
    /// <remarks>Unit: money per year. Formula: as ARR, by the end of the day before the period.</remarks>
    public static Metric<PerYear<Money>> OpeningArr { get; } = new Metric<PerYear<Money>>("opening ARR", MeasureExpression.Opening(RecurringMeasures.Amount)).Described(new()
    {
        Id = "revenue.opening-arr", Name = "opening ARR", Definition = "ARR at the end of the day before the period.", Formula = "as ARR", Policies = ["Ledger", "PeriodState"],
        Source = "https://help.chartmogul.com/hc/en-us/articles/204135661",
    });

    /// <summary><see cref="Mrr"/> at the end of the day before the period.</summary>
    /// <remarks>Unit: money per month. Formula: opening ARR / 12.</remarks>
    public static Metric<PerMonth<Money>> OpeningMrr { get; } = OpeningArr.PerMonth().Described(new()
    {
        Id = "revenue.opening-mrr", Name = "opening MRR", Definition = "MRR at the end of the day before the period.", Formula = "opening ARR / 12", Policies = ["Ledger", "PeriodState"],
        Source = "https://help.chartmogul.com/hc/en-us/articles/203299812",
    });

    /// <summary><see cref="RefundedMrr"/> by year.</summary>
    /// <remarks>Unit: money per year. Formula: - credit notes x 12 / months of the period.</remarks>
    public static Metric<PerYear<Money>> RefundedArr { get; } = Metric<PerYear<Money>>.ByPolicy("refunded ARR", RefundedRevenue.Of).Described(new()
    {
        Id = "revenue.refunded-arr", Name = "refunded ARR", Good = GoodDirection.Up,
        Definition = "What the credit notes of the period take off ARR; nothing by default.", Formula = "- credit notes x 12 / months of the period",
        Policies = ["Refunds"], Source = RefundSource,
    });

    /// <summary>What the credit notes of the period take off MRR: their amount per month of the period, negative; nothing by default.</summary>
    /// <remarks>
    /// Unit: money per month. Formula: - credit notes / months of the period. No movement: the next period opens without it. By policy
    /// <see cref="RefundTreatment.InMrrOfPeriod"/>.
    /// </remarks>
    public static Metric<PerMonth<Money>> RefundedMrr { get; } = RefundedArr.PerMonth().Described(new()
    {
        Id = "revenue.refunded-mrr", Name = "refunded MRR", Good = GoodDirection.Up,
        Definition = "What the credit notes of the period take off MRR; nothing by default.", Formula = "- credit notes / months of the period",
        Policies = ["Refunds"], Source = RefundSource,
    });

    /// <summary>The movement waterfall by month: opening, each kind of movement, what was refunded, closing.</summary>
    public static IReadOnlyList<Metric<PerMonth<Money>>> MrrWaterfall { get; } = [OpeningMrr, .. Kinds.Select(kind => MrrByKind[kind]), RefundedMrr, Mrr];

    /// <summary>The movement waterfall by year: opening, each kind of movement, what was refunded, closing. Whole amounts, so it ties out exactly.</summary>
    public static IReadOnlyList<Metric<PerYear<Money>>> ArrWaterfall { get; } = [OpeningArr, .. Kinds.Select(kind => ArrByKind[kind]), RefundedArr, Arr];

    /// <summary>MRR of customers who pay for the first time, whatever else is shown as new.</summary>
    internal static Metric<PerMonth<Money>> FirstMrr { get; } = MovementLines.OfLedger(MovementKind.New).PerMonth().Named("new MRR");

    /// <summary>Average revenue per account: MRR at the close for each paying customer; the paused are out.</summary>
    /// <remarks>
    /// Unit: money per month. Formula: MRR / paying customers. By policy for the mean of the customers at the open and at the close. MRR is the
    /// ledger's, whatever was credited. Source: https://help.chartmogul.com/hc/en-us/articles/203359301.
    /// </remarks>
    public static Metric<PerMonth<Money>> Arpa { get; } = Metric<PerMonth<Money>>.ByPolicy(
        "ARPA", policy => policy.ArpaDenominator == ArpaDenominator.Average ? ArpaOfAverage : ArpaAtClose).Described(new()
        {
            Id = "revenue.arpa", Name = "ARPA", Good = GoodDirection.Up,
            Definition = "MRR at the close for each paying customer.", Formula = "MRR / paying customers", Policies = ["Ledger", "ArpaDenominator", "PeriodState"],
            Source = "https://help.chartmogul.com/hc/en-us/articles/203359301",
        });

    /// <summary>Average sale price (ASP): the MRR at which an average new customer starts.</summary>
    /// <remarks>Unit: money per month. Formula: new MRR / new customers; above <see cref="Arpa"/>, new customers start larger than the old ones are.</remarks>
    public static Metric<PerMonth<Money>> AverageSalePrice { get; } = MetricArithmetic.Apply<PerMonth<Money>>(
        "average sale price", [FirstMrr, Success.NewCustomers], (v, _) => Formulas.AverageSalePrice(v[0], v[1]), _ => "there is no new customer").Described(new()
        {
            Id = "revenue.average-sale-price", Name = "average sale price", Good = GoodDirection.Up,
            Definition = "The MRR at which an average new customer starts.", Formula = "new MRR / new customers", Policies = ["Ledger", "PeriodState"],
            Source = "https://help.chartmogul.com/hc/en-us/articles/203359381",
        });

    /// <summary>Quick ratio: the recurring revenue gained for each unit of it lost.</summary>
    /// <remarks>
    /// Unit: multiple; below 1 the company shrinks. Formula: (new + expansion + reactivation) / (contraction + churn), of the period's
    /// movements; by policy without reactivation. Undefined when nothing was lost: no number is large enough to say so.
    /// </remarks>
    public static Metric<Multiple> QuickRatio { get; } = Metric<Multiple>.ByPolicy(
        "quick ratio", policy => policy.QuickRatioReactivation == ReactivationTreatment.Counted ? QuickRatioWithReactivation : QuickRatioWithoutReactivation).Described(new()
        {
            Id = "revenue.quick-ratio", Name = "quick ratio", Good = GoodDirection.Up,
            Definition = "The recurring revenue gained for each unit of it lost.", Formula = "(new + expansion + reactivation) / (contraction + churn)",
            Policies = ["Ledger", "QuickRatioReactivation", "PeriodState"], Source = "https://abracalc.com/calculator/saas-quick-ratio/",
        });

    /// <summary>Concentration: the share of the ten largest customers in recurring revenue at the close.</summary>
    /// <remarks>
    /// Unit: ratio, from 0 to 1. Formula: ARR of the ten largest customers / ARR. In a cell, of the ten that pay most there. Undefined without
    /// recurring revenue.
    /// </remarks>
    public static Metric<Ratio> Concentration { get; } = ConcentrationIn(10).Described(new()
    {
        Id = "revenue.concentration", Name = "concentration", Good = GoodDirection.Down,
        Definition = "The share of the ten largest customers in recurring revenue at the close.", Formula = "ARR of the ten largest customers / ARR",
        Policies = ["Ledger", "PeriodState"], Source = "https://www.runfutureproof.com/terms/customer-concentration",
    });

    /// <summary>The share of the largest customers in recurring revenue at the close, of so many as asked.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one customer.</exception>
    public static Metric<Ratio> ConcentrationIn(int customers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(customers, 1);
        TopMeasure largest = RecurringMeasures.Largest(customers);
        return MetricArithmetic.Apply<Ratio>(
            $"share of the largest {customers} customers", [new Metric<PerYear<Money>>(largest.Name, new TopExpression(largest)), RefundedRevenue.LedgerArr],
            (v, _) => v[1] == 0 ? null : v[0] / v[1], _ => "no customer pays at the close");
    }

    private static Metric<PerMonth<Money>> ArpaAtClose => field ??= ArpaOf(Success.PayingCustomers, "no customer pays at the close");

    private static Metric<PerMonth<Money>> ArpaOfAverage => field ??=
        ArpaOf(((PayingAtOpen + Success.PayingCustomers) * 0.5m).Named("average paying customers"), "no customer pays at the open or at the close");

    private static Metric<Count> PayingAtOpen => field ??= new("paying customers at the open", MeasureExpression.Flow(RetentionMeasures.PayingAtOpen));

    private static Metric<PerMonth<Money>> ArpaOf(Metric<Count> customers, string nobody) => MetricArithmetic.Apply<PerMonth<Money>>(
        "ARPA", [RefundedRevenue.LedgerMrr, customers], (v, _) => Formulas.AverageRevenuePerAccount(v[0], v[1]), _ => nobody);

    private static Metric<Multiple> QuickRatioWithReactivation => field ??= QuickRatioOf(MovementKind.Reactivation);

    private static Metric<Multiple> QuickRatioWithoutReactivation => field ??= QuickRatioOf();

    /// <summary>Of annualised amounts, which are whole. Losses are negative in the ledger and positive in the formula.</summary>
    private static Metric<Multiple> QuickRatioOf(params MovementKind[] more) => MetricArithmetic.Apply<Multiple>(
        "quick ratio", [.. new[] { MovementKind.New, MovementKind.Expansion, MovementKind.Contraction, MovementKind.Churn }.Concat(more).Select(MovementLines.OfLedger)],
        (v, _) => Formulas.QuickRatio(v[0], v[1], contraction: -v[2], churn: -v[3], reactivation: v.Length > 4 ? v[4] : 0), _ => "no recurring revenue was lost");
}
