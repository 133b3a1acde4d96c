namespace RevOps.Metrics;

/// <remarks>
/// A quota counts in a period by its days (<see cref="QuotaDays"/>). The company's quota is the one that has no owner; where the company has none in
/// the period, it is the sum of the representatives', which companies like to set above it.
/// </remarks>
public static partial class Sales
{
    /// <summary>The amount to be won in the period: the company's quota, else the sum of the representatives'; by owner, each one's own.</summary>
    /// <remarks>
    /// Unit: money. Formula: the company's quota, else the sum of the representatives', by the days in the period. Undefined where nobody has a quota.
    /// </remarks>
    public static Metric<Money> Quota { get; } = QuotaOfPeriod().Described(new()
    {
        Id = "sales.quota", Name = "quota", Synonyms = ["sales target"],
        Definition = "The amount to be won in the period.", Formula = "the company's quota, else the sum of the representatives', by the days in the period",
        Policies = ["Deals"], Source = "https://metrickittools.com/glossary/quota-setting",
    });

    /// <summary>Quota attainment: the amount won for each unit of quota.</summary>
    /// <remarks>
    /// Unit: ratio. Formula: won amount / quota. By owner each has the share credited to him (<see cref="DealCredits"/>). Undefined where nobody has a
    /// quota, or one of zero.
    /// </remarks>
    public static Metric<Ratio> QuotaAttainment { get; } = AttainmentOfPeriod().Described(new()
    {
        Id = "sales.quota-attainment", Name = "quota attainment", Good = GoodDirection.Up,
        Definition = "The amount won for each unit of quota.", Formula = "won amount / quota", Policies = ["Deals"],
        Source = "https://www.closingfoundry.com/glossary/quota-attainment",
    });

    /// <summary>The share of the representatives with a quota who won at least as much in the period.</summary>
    /// <remarks>
    /// Unit: ratio. Formula: representatives with an attainment of 1 or more / representatives with a quota above zero. Won is what is credited to
    /// them (<see cref="DealCredits"/>). The total of a team at its quota can hide that few of it carry it.
    /// </remarks>
    public static Metric<Ratio> ShareOfRepsAtQuota { get; } = MetricArithmetic.Apply<Ratio>("share of reps at quota",
        [RepsWhose("reps at quota", attainment => attainment >= 1), RepsWhose("reps with a quota", _ => true)],
        (v, _) => v[1] == 0 ? null : v[0] / v[1], _ => "no representative has a quota").Described(new()
        {
            Id = "sales.share-of-reps-at-quota", Name = "share of reps at quota", Good = GoodDirection.Up,
            Definition = "The share of the representatives with a quota who won at least as much.", Formula = "reps with won amount >= quota / reps with a quota",
            Policies = ["Deals"], Source = "https://www.closingfoundry.com/glossary/quota-attainment",
        });

    /// <summary>Ramped capacity: the quotas of the representatives, each times the share of full capacity that its owner has.</summary>
    /// <remarks>Unit: money. Formula: sum of quota x ramp share; who is ramped counts in full. The company's quota is no capacity.</remarks>
    public static FlowMetric<Money> RampedCapacity { get; } =
        new FlowMetric<Money>("ramped capacity", new MeasureExpression(QuotaMeasures.RampedAmount)).Described(new()
        {
            Id = "sales.ramped-capacity", Name = "ramped capacity", Synonyms = ["quota capacity"], Good = GoodDirection.Up,
            Definition = "The quotas of the representatives, each times the share of full capacity that its owner has.", Formula = "sum of quota x ramp share",
            Policies = ["Deals"], Source = "https://metrickittools.com/glossary/quota-carrying-reps",
        });

    private static Metric<Money> QuotaOfPeriod() => QuotaOf(QuotaHolder.Company).Or(QuotaOf(QuotaHolder.Representative)).Named("quota");

    private static Metric<Money> QuotaOf(QuotaHolder holder) => MetricArithmetic.Apply<Money>($"quota of {holder}",
        [
            new Metric<Money>("quota", new MeasureExpression((period, policy) => QuotaMeasures.Amount(holder, period, policy))),
            new Metric<Count>("days of quotas", new MeasureExpression((period, policy) => QuotaMeasures.Days(holder, period, policy))),
        ],
        (v, _) => v[1] == 0 ? null : v[0], _ => "nobody has a quota for the period");

    private static Metric<Ratio> AttainmentOfPeriod() => MetricArithmetic.Apply<Ratio>("quota attainment",
        [Internal<Money>("won amount", PipelineMeasures.Credited), QuotaOfPeriod()],
        (v, _) => Formulas.QuotaAttainment(won: v[0], quota: v[1]), _ => "the quota is zero");

    private static Metric<Count> RepsWhose(string name, Func<decimal, bool> isCounted) =>
        new(name, new CellCountExpression(AttainmentOfPeriod(), Dimensions.Owner, isCounted));
}
