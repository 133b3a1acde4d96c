namespace RevOps.Metrics;

/// <summary>The conversion of deals from where they entered to a later place in the sales process, on each basis that a policy can choose.</summary>
internal sealed class StageConversions
{
    private static readonly Condition IsFirst = Condition.Between(StageVisits.Visit, 1, 1);

    private readonly Condition[] _from;
    private readonly string _none;

    private StageConversions(string name, ValueColumn reached, DateColumn reachedOn, Condition[] from, string none)
    {
        _from = [IsFirst, .. from];
        _none = none;
        Entered = Flow("deals that entered", new CountMeasure("stages entered that can be gone on from", StageVisits.EnteredOn, reached));
        StillOpen = Flow(
            "still open of those", new CountMeasure("stages entered by open deals", StageVisits.EnteredOn),
            Condition.Between(reached, 0, 0), Condition.In(StageVisits.Outcome, nameof(DealOutcome.Open)));
        Metric<Count> ofThose = Flow("went on of those", new SumMeasure("stages entered and gone on from", reached, StageVisits.EnteredOn));
        Metric<Count> inPeriod = Flow("went on in the period", new CountMeasure("stages gone on from", reachedOn));
        Metric<Ratio> cohort = Rate(name, [Entered, ofThose, StillOpen], StillOpen), flow = Rate(name, [Entered, inPeriod]);
        Rates = Metric<Ratio>.ByPolicy(name, policy => policy.StageConversion == StageConversionBasis.Flow ? flow : cohort);
    }

    /// <summary>The share that went on.</summary>
    public Metric<Ratio> Rates { get; }

    /// <summary>First entries into the stage.</summary>
    public FlowMetric<Count> Entered { get; }

    /// <summary>Of these, those of deals that have not gone on and are neither won nor lost.</summary>
    public FlowMetric<Count> StillOpen { get; }

    /// <summary>From each stage to any later one.</summary>
    public static StageConversions ToNext { get; } = new(
        "stage conversion", StageVisits.Advanced, StageVisits.AdvancedOn, [], "no deal entered a stage of the sales process, as DatasetOptions.Stages names them");

    /// <summary>From one stage to another or a later one.</summary>
    public static StageConversions Between(string from, string to) => new(
        $"conversion from {from} to {to}", StageVisits.Reached(to), StageVisits.ReachedOn(to), [Condition.In(StageVisits.Stage, from)],
        $"no deal entered the stage {from}");

    private FlowMetric<Count> Flow(string name, Measure measure, params Condition[] conditions) =>
        Sales.Internal<Count>(name, policy => PipelineMeasures.InScope(measure, StageVisits.Type, policy).With([.. _from, .. conditions]));

    private Metric<Ratio> Rate(string name, IReadOnlyList<Metric> arguments, Metric? pending = null) => MetricArithmetic.Apply<Ratio>(
        name, arguments, (v, _) => Formulas.StageConversionRate(entered: v[0], reached: v[1]), _ => _none, pending);
}
