namespace RevOps.Metrics;

/// <summary>The contracts due in a period: how many and how much renewed, was lost or is not known yet, and the rates that follow.</summary>
/// <remarks>Rates are of the contracts renewed or lost, as a win rate is of the deals won or lost: what is pending is neither.</remarks>
internal static class ContractCohort
{
    private const string Nothing = "no contract due in the period was renewed or lost";

    public static readonly Metric<Count> Due = new("contracts due", MeasureExpression.Flow(RenewalMeasures.Due));
    public static readonly Metric<Count> Early = Contracts("early renewals", _ => [RenewalMeasures.IsEarly]);
    public static readonly Metric<Count> OnTime = Contracts("on-time renewals", _ => [RenewalMeasures.IsOnTime]);
    public static readonly Metric<Count> Late = Contracts("late renewals", policy => [RenewalMeasures.IsLate(policy)]);
    public static readonly Metric<Count> Renewed = Contracts("renewed contracts", policy => [RenewalMeasures.IsRenewed(policy)]);

    /// <summary>What the grace does not reach to the end of, less what renewed already.</summary>
    public static readonly Metric<Count> Pending =
        Contracts("contracts in their grace", policy => [RenewalMeasures.IsOpen(policy)])
        - Contracts("contracts renewed in their grace", policy => [RenewalMeasures.IsOpen(policy), RenewalMeasures.IsRenewed(policy)]);

    public static readonly Metric<Count> Lost = Due - Renewed - Pending;

    public static readonly Metric<PerYear<Money>> DueArr = new("ARR due", MeasureExpression.Flow(RenewalMeasures.DueAmount));
    public static readonly Metric<PerYear<Money>> RenewedArr = Amount("renewed ARR", RenewalMeasures.RenewedAmount, policy => [RenewalMeasures.IsRenewed(policy)]);
    public static readonly Metric<PerYear<Money>> LateArr = Amount("late renewal ARR", RenewalMeasures.DueAmount, policy => [RenewalMeasures.IsLate(policy)]);

    public static readonly Metric<PerYear<Money>> PendingArr =
        Amount("ARR in its grace", RenewalMeasures.DueAmount, policy => [RenewalMeasures.IsOpen(policy)])
        - Amount("ARR renewed in its grace", RenewalMeasures.DueAmount, policy => [RenewalMeasures.IsOpen(policy), RenewalMeasures.IsRenewed(policy)]);

    /// <summary>What the renewed contracts charged before.</summary>
    private static readonly Metric<PerYear<Money>> Before = Amount("ARR due that renewed", RenewalMeasures.DueAmount, policy => [RenewalMeasures.IsRenewed(policy)]);

    /// <summary>What they charge now, each at most what it did before.</summary>
    private static readonly Metric<PerYear<Money>> Kept = Amount("ARR kept by renewals", RenewalMeasures.KeptAmount, policy => [RenewalMeasures.IsRenewed(policy)]);

    public static readonly Metric<PerYear<Money>> LostArr = DueArr - Before - PendingArr;

    private static readonly Metric<Count> Decided = (Due - Pending).Named("contracts renewed or lost");

    private static readonly Metric<PerYear<Money>> DecidedArr = (DueArr - PendingArr).Named("ARR renewed or lost");

    private static readonly Metric<Count> Least = new("minimum cohort", new PolicyNumberExpression(policy => policy.MinimumCohort));

    public static Metric<Ratio> Renewal { get; } = MetricArithmetic.Apply<Ratio>(
        "renewal rate", [Decided, Renewed], (v, _) => Formulas.RenewalRate(due: v[0], renewed: v[1]), _ => Nothing);

    public static Metric<Ratio> GrossRenewal { get; } = MetricArithmetic.Apply<Ratio>(
        "gross renewal rate", [DecidedArr, Before, Kept], (v, _) => Formulas.GrossRenewalRate(v[0], v[1], contraction: v[1] - v[2]), _ => Nothing);

    public static Metric<Ratio> NetRenewal { get; } = MetricArithmetic.Apply<Ratio>(
        "net renewal rate", [DecidedArr, Before, Kept, RenewedArr],
        (v, _) => Formulas.NetRenewalRate(v[0], v[1], expansion: v[3] - v[2], contraction: v[1] - v[2]), _ => Nothing);

    /// <summary>The gross renewal rate as a retention, of a cohort that is large enough.</summary>
    public static Metric<Ratio> GrossRetention { get; } = MetricArithmetic.Apply<Ratio>(
        "GRR", [DecidedArr, Before, Kept, Decided, Least],
        (v, _) => v[3] < v[4] ? null : Formulas.GrossRevenueRetention(v[0], contraction: v[1] - v[2], churn: v[0] - v[1]), v => WhyNone(v[3], v[4]));

    /// <summary>Capped as a whole.</summary>
    public static Metric<Ratio> GrossRetentionOnTotal { get; } = MetricArithmetic.Apply<Ratio>(
        "GRR", [DecidedArr, RenewedArr, Decided, Least],
        (v, _) => v[2] < v[3] ? null : Formulas.GrossRevenueRetention(v[0], contraction: Math.Max(0, v[0] - v[1]), churn: 0), v => WhyNone(v[2], v[3]));

    /// <summary>The net renewal rate as a retention, of a cohort that is large enough.</summary>
    public static Metric<Ratio> NetRetention { get; } = MetricArithmetic.Apply<Ratio>(
        "NRR", [DecidedArr, Before, Kept, RenewedArr, Decided, Least],
        (v, _) => v[4] < v[5] ? null : Formulas.NetRevenueRetention(v[0], v[3] - v[2], v[1] - v[2], v[0] - v[1]), v => WhyNone(v[4], v[5]));

    /// <summary>What the renewal rate leaves.</summary>
    public static Metric<Ratio> Churn { get; } = MetricArithmetic.Apply<Ratio>(
        "customer churn rate", [Lost, Decided], (v, _) => v[1] == 0 ? null : v[0] / v[1], _ => Nothing);

    private static Metric<Count> Contracts(string name, Func<MetricPolicy, Condition[]> conditions) => new(name, Flow(RenewalMeasures.Due, conditions));

    private static Metric<PerYear<Money>> Amount(string name, Measure measure, Func<MetricPolicy, Condition[]> conditions) => new(name, Flow(measure, conditions));

    private static MeasureExpression Flow(Measure measure, Func<MetricPolicy, Condition[]> conditions) => new(
        (period, policy) => new MeasureRequest(measure.With(conditions(policy)), new DateWindow(period.Start, period.End)));

    private static string WhyNone(decimal contracts, decimal least) =>
        RevenueCohort.WhyNone(contracts, least, "contract", Nothing);
}
