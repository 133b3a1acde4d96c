namespace RevOps.Metrics;

/// <remarks>
/// The pipeline bridge tells how the pipeline of a period became what was left of it. It is of the deals expected to close in that period, each by the
/// amount and the expected close as they were known on each day; so its lines belong to the period asked about, and those of months are not parts of
/// the quarter's. <see cref="ExpectedCloses"/> says how changes on one day are told apart. Void deals are out.
/// </remarks>
public static partial class Sales
{
    /// <summary>The open deals expected to close in the period, as known at the end of the day before it.</summary>
    /// <remarks>Unit: money. Formula: sum of the amounts known before the first day.</remarks>
    public static Metric<Money> OpeningPeriodPipeline { get; } = BridgeLine("opening-period-pipeline", "opening period pipeline", GoodDirection.Up,
        "The amount of the open deals expected to close in the period, as known at its opening.", "sum of the amounts known before the first day",
        (period, policy) => BridgeMeasures.KnownBefore(period.Start, period, policy));

    /// <summary>The deals created in the period and expected to close in it at the end of the day of their creation.</summary>
    /// <remarks>
    /// Unit: money. Formula: sum of the amounts known on the day of creation. What was created for later periods is in <see cref="PipelineCreated"/>
    /// too.
    /// </remarks>
    public static Metric<Money> CreatedPeriodPipeline { get; } = BridgeLine("created-period-pipeline", "created period pipeline", GoodDirection.Up,
        "The amount of the deals created in the period and expected to close in it.", "sum of the amounts known on the day of creation",
        (period, policy) => BridgeMeasures.Changed(PipelineChangeKind.Created, period, policy));

    /// <summary>The deals whose expected close moved into the period from another, with the amount they had.</summary>
    /// <remarks>
    /// Unit: money. Formula: sum of the amounts before the move. A deal won in the period though it was expected in another, or in none, is pulled in
    /// on the day it is won.
    /// </remarks>
    public static Metric<Money> PulledInPipeline { get; } = BridgeLine("pulled-in-pipeline", "pulled-in pipeline", GoodDirection.Up,
        "The amount of the deals whose expected close moved into the period.", "sum of the amounts before the move",
        (period, policy) => BridgeMeasures.Moved(isIn: true, period, policy));

    /// <summary>By how much amounts grew while the deals were expected to close in the period; each deal's change of a day is one.</summary>
    /// <remarks>Unit: money. Formula: sum of the changes above zero, of a deal and day each.</remarks>
    public static Metric<Money> IncreasedPipeline { get; } = BridgeLine("increased-pipeline", "increased pipeline", GoodDirection.Up,
        "By how much the amounts of the period's deals were raised.", "sum of the changes above zero, of a deal and day each",
        (period, policy) => BridgeMeasures.Revised(isUp: true, period, policy));

    /// <summary>By how much amounts shrank while the deals were expected to close in the period; negative.</summary>
    /// <remarks>Unit: money. Formula: sum of the changes below zero, of a deal and day each.</remarks>
    public static Metric<Money> DecreasedPipeline { get; } = BridgeLine("decreased-pipeline", "decreased pipeline", GoodDirection.Up,
        "By how much the amounts of the period's deals were lowered, as a negative amount.", "sum of the changes below zero, of a deal and day each",
        (period, policy) => BridgeMeasures.Revised(isUp: false, period, policy));

    /// <summary>What left the period's pipeline because it was won, with the amount known at the close; negative.</summary>
    /// <remarks>
    /// Unit: money. Formula: - sum of the amounts known at the close. It is every win of the period, at the amount it had in the pipeline;
    /// <see cref="WonAmount"/> takes the deal's latest amount at the rate of the close.
    /// </remarks>
    public static Metric<Money> WonPipeline { get; } = BridgeLine("won-pipeline", "won pipeline", GoodDirection.Down,
        "The amount that left the period's pipeline because it was won, as a negative amount.", "- sum of the amounts known at the close",
        (period, policy) => BridgeMeasures.Changed(PipelineChangeKind.Won, period, policy));

    /// <summary>What left the period's pipeline because it was lost, with the amount known at the close; negative.</summary>
    /// <remarks>
    /// Unit: money. Formula: - sum of the amounts known at the close. A deal that was lost in the period and expected in another was never in its
    /// pipeline.
    /// </remarks>
    public static Metric<Money> LostPipeline { get; } = BridgeLine("lost-pipeline", "lost pipeline", GoodDirection.Up,
        "The amount that left the period's pipeline because it was lost, as a negative amount.", "- sum of the amounts known at the close",
        (period, policy) => BridgeMeasures.Changed(PipelineChangeKind.Lost, period, policy));

    /// <summary>The deals whose expected close moved out of the period, with the amount they had; negative.</summary>
    /// <remarks>Unit: money. Formula: - sum of the amounts before the move.</remarks>
    public static Metric<Money> PushedOutPipeline { get; } = BridgeLine("pushed-out-pipeline", "pushed-out pipeline", GoodDirection.Up,
        "The amount of the deals whose expected close moved out of the period, as a negative amount.", "- sum of the amounts before the move",
        (period, policy) => BridgeMeasures.Moved(isIn: false, period, policy));

    /// <summary>The deals still open at the end of the period's last day and still expected to close in it: nobody has said yet what became of them.</summary>
    /// <remarks>Unit: money. Formula: opening + all changes.</remarks>
    public static Metric<Money> ClosingPeriodPipeline { get; } = BridgeLine("closing-period-pipeline", "closing period pipeline", GoodDirection.Down,
        "The amount of the deals still open at the close that were expected to close in the period.", "opening + all changes",
        (period, policy) => BridgeMeasures.KnownBefore(period.End, period, policy));

    /// <summary>The pipeline bridge: opening, each kind of change, closing. The lines between add up to the difference, exactly.</summary>
    public static IReadOnlyList<Metric<Money>> PipelineBridge { get; } =
    [
        OpeningPeriodPipeline, CreatedPeriodPipeline, PulledInPipeline, IncreasedPipeline, DecreasedPipeline, WonPipeline, LostPipeline, PushedOutPipeline,
        ClosingPeriodPipeline,
    ];

    /// <summary>The amount of the deals created in the period, whenever they are expected to close, as known at the end of the day of their creation.</summary>
    /// <remarks>Unit: money. Formula: sum over the deals created of the amount known on that day.</remarks>
    public static FlowMetric<Money> PipelineCreated { get; } =
        new FlowMetric<Money>("pipeline created", new MeasureExpression(BridgeMeasures.Created)).Described(new()
        {
            Id = "sales.pipeline-created", Name = "pipeline created", Good = GoodDirection.Up,
            Definition = "The amount of the deals created in the period, as known on the day of creation.", Formula = "sum over deals", Policies = ["Deals"],
            Source = "https://help.getweflow.com/en/articles/15328155-understanding-waterfall",
        });

    /// <summary>How many times a deal's expected close moved out of the period; one moved back in and out again counts twice.</summary>
    /// <remarks>Unit: count. Formula: moves of expected closes out of the period.</remarks>
    public static Metric<Count> Pushes { get; } = new Metric<Count>("pushes", new MeasureExpression(BridgeMeasures.Pushes)).Described(new()
    {
        Id = "sales.pushes", Name = "pushes", Synonyms = ["pushed deals"], Good = GoodDirection.Down,
        Definition = "How many times a deal's expected close moved out of the period.", Formula = "number of moves out of the period", Policies = ["Deals"],
        Source = "https://dealcoach.io/coaching-push-counter/",
    });

    /// <summary>Slippage: the share of the period's pipeline that was pushed out of it.</summary>
    /// <remarks>
    /// Unit: ratio, by amount. Formula: pushed out / (opening + created + pulled in). A loss is not slippage: it is decided. Undefined where no deal of
    /// the period has a history, since without one nothing ever seems to move. Pushing a deal out twice counts twice; it came in twice.
    /// </remarks>
    public static Metric<Ratio> Slippage { get; } = MetricArithmetic.Apply<Ratio>("slippage",
        [
            PushedOutPipeline, OpeningPeriodPipeline, CreatedPeriodPipeline, PulledInPipeline,
            new Metric<Count>("changes known of deals with a history", new MeasureExpression(BridgeMeasures.Told)),
        ],
        (v, _) => v[4] == 0 ? null : Formulas.Slippage(pushedOut: Math.Abs(v[0]), opening: v[1], created: v[2], pulledIn: v[3]),
        v => v[4] == 0 ? "no deal expected to close in the period has a history" : "no deal was expected to close in the period").Described(new()
        {
            Id = "sales.slippage", Name = "slippage", Good = GoodDirection.Down,
            Definition = "The share of the period's pipeline that was pushed out of it.", Formula = "pushed out / (opening + created + pulled in)",
            Policies = ["Deals"], Source = "https://www.petavue.com/glossary/deal-slippage (there by count)",
        });

    private static Metric<Money> BridgeLine(
        string id, string name, GoodDirection good, string definition, string formula, Func<ReportingPeriod, MetricPolicy, MeasureRequest> request) =>
        new Metric<Money>(name, new MeasureExpression(request)).Described(new()
        {
            Id = $"sales.{id}", Name = name, Good = good, Definition = definition, Formula = formula, Policies = ["Deals"],
            Source = "https://help.reevo.ai/Analytics-and-Reporting/Specialized-Reports/Pipeline-Waterfall-Chart",
        });
}
