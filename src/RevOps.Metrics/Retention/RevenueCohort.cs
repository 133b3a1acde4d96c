namespace RevOps.Metrics;

/// <summary>What the customers at the open of a window paid there and pay at its close, and the rates that follow.</summary>
/// <remarks>Annualised amounts, which are whole: a month's are a twelfth, and the rates are the same.</remarks>
internal sealed class RevenueCohort
{
    public static readonly RevenueCohort OfPeriod = new(MeasureExpression.Flow);
    public static readonly RevenueCohort OfTwelveMonths = new(measure => MeasureExpression.Trailing(measure, 12));

    private const string Nothing = "there was no recurring revenue at the open";

    private readonly Metric<PerYear<Money>> _opening, _lost, _kept, _keptOfSubscriptions, _retained, _returned;
    private readonly Metric<Count> _customers;

    private RevenueCohort(Func<Measure, MeasureExpression> over)
    {
        Metric<PerYear<Money>> Amount(EntityMeasure measure) => new(measure.Name, over(measure));
        _opening = Amount(RetentionMeasures.OpeningAmount);
        _lost = Amount(RetentionMeasures.LostAmount);
        _kept = Amount(RetentionMeasures.KeptAmount);
        _keptOfSubscriptions = Amount(RetentionMeasures.KeptOfSubscriptions);
        _retained = Amount(RetentionMeasures.RetainedAmount);
        _returned = Amount(RetentionMeasures.ReturnedAmount);
        _customers = new Metric<Count>("customers of the cohort", over(RetentionMeasures.AtOpen));
        Metric<Count> least = new("minimum cohort", new PolicyNumberExpression(policy => policy.MinimumCohort));

        GrossRetention = MetricArithmetic.Apply<Ratio>("GRR", [_opening, _kept, _lost, _customers, least],
            (v, _) => v[3] < v[4] ? null : Formulas.GrossRevenueRetention(v[0], contraction: v[0] - v[1] - v[2], churn: v[2]), v => WhyNone(v[3], v[4]));
        GrossRetentionBySubscription = MetricArithmetic.Apply<Ratio>("GRR", [_opening, _keptOfSubscriptions, _kept, _customers, least],
            (v, _) => v[3] < v[4] ? null : Formulas.GrossRevenueRetention(v[0], contraction: v[0] - Math.Min(v[1], v[2]), churn: 0), v => WhyNone(v[3], v[4]));
        GrossRetentionOnTotal = MetricArithmetic.Apply<Ratio>("GRR", [_opening, _retained, _customers, least],
            (v, _) => v[2] < v[3] ? null : Formulas.GrossRevenueRetention(v[0], Lost(v[0], v[1]), churn: 0), v => WhyNone(v[2], v[3]));
        NetRetention = MetricArithmetic.Apply<Ratio>("NRR", [_opening, _retained, _kept, _lost, _customers, least],
            (v, _) => v[4] < v[5] ? null : Formulas.NetRevenueRetention(v[0], v[1] - v[2], v[0] - v[2] - v[3], v[3]), v => WhyNone(v[4], v[5]));
        GrossChurn = MetricArithmetic.Apply<Ratio>("gross revenue churn rate", [_opening, _kept, _lost],
            (v, _) => Formulas.GrossRevenueChurnRate(v[0], contraction: v[0] - v[1] - v[2], churn: v[2]), _ => Nothing);
        GrossChurnBySubscription = MetricArithmetic.Apply<Ratio>("gross revenue churn rate", [_opening, _keptOfSubscriptions, _kept],
            (v, _) => Formulas.GrossRevenueChurnRate(v[0], contraction: v[0] - Math.Min(v[1], v[2]), churn: 0), _ => Nothing);
        GrossChurnOnTotal = MetricArithmetic.Apply<Ratio>("gross revenue churn rate", [_opening, _retained],
            (v, _) => Formulas.GrossRevenueChurnRate(v[0], Lost(v[0], v[1]), churn: 0), _ => Nothing);
        NetChurn = MetricArithmetic.Apply<Ratio>("net revenue churn rate", [_opening, _retained, _kept, _lost],
            (v, _) => Formulas.NetRevenueChurnRate(v[0], v[1] - v[2], v[0] - v[2] - v[3], v[3]), _ => Nothing);
        NetChurnAfterReactivation = MetricArithmetic.Apply<Ratio>("net revenue churn rate", [_opening, _retained, _kept, _lost, _returned],
            (v, _) => Formulas.NetRevenueChurnRate(v[0], v[1] - v[2] + v[4], v[0] - v[2] - v[3], v[3]), _ => Nothing);
    }

    /// <summary>Capped customer by customer.</summary>
    public Metric<Ratio> GrossRetention { get; }

    /// <summary>Capped subscription by subscription; never more than customer by customer, whatever exchange rates did to what ended.</summary>
    public Metric<Ratio> GrossRetentionBySubscription { get; }

    /// <summary>Capped as a whole.</summary>
    public Metric<Ratio> GrossRetentionOnTotal { get; }

    public Metric<Ratio> NetRetention { get; }

    public Metric<Ratio> GrossChurn { get; }

    public Metric<Ratio> GrossChurnBySubscription { get; }

    public Metric<Ratio> GrossChurnOnTotal { get; }

    public Metric<Ratio> NetChurn { get; }

    /// <summary>With what returned customers pay as a gain.</summary>
    public Metric<Ratio> NetChurnAfterReactivation { get; }

    public static RevenueCohort By(MetricPolicy policy) => policy.RetentionCohort == RetentionCohort.PreviousPeriod ? OfPeriod : OfTwelveMonths;

    /// <summary>What all together pay less, whoever it is that pays less.</summary>
    private static decimal Lost(decimal opening, decimal retained) => Math.Max(0, opening - retained);

    /// <summary>Why there is no retention: the cohort is smaller than the policy asks for, or for another reason.</summary>
    public static string WhyNone(decimal size, decimal least, string member, string otherwise) =>
        size < least ? $"the cohort has {size} {member}{(size == 1 ? "" : "s")}, fewer than the {least} that the policy asks for" : otherwise;

    private static string WhyNone(decimal customers, decimal least) => WhyNone(customers, least, "customer", Nothing);
}
