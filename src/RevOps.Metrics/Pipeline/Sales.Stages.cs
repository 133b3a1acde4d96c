using System.Globalization;

namespace RevOps.Metrics;

/// <content>How deals go through the stages of the sales process.</content>
public static partial class Sales
{
    private const string HowStagesAreTimed = "https://kpitree.co/glossary/sales-metrics/opportunity-stage-analysis";

    private const string NoStageLeft = "no deal left a stage in the period";

    /// <summary>Stage conversion: the share of the deals that entered a stage in the period and went on to a later one, or were won.</summary>
    /// <remarks>
    /// <para>Unit: ratio. Formula: deals that reached a later stage or were won / deals that entered the stage. Ask by <see cref="Dimensions.Stage"/> for
    /// the conversion of each stage; the total is that of all entries. A skipped stage counts as passed. A deal that enters a stage again counts at
    /// its first entry only. Deals still open that have not gone on are in the number below and can still go on
    /// (<see cref="UndecidedStageEntries"/>). By policy what happened in the period is taken whenever the deals entered; the rate can then pass 1.</para>
    /// <para>Which stage is later <see cref="DatasetOptions.Stages"/> says; stages that are not among them are left out.
    /// Source: https://resources.rework.com/libraries/pipeline-management/conversion-rate-analysis.</para>
    /// </remarks>
    public static Metric<Ratio> StageConversion { get; } = StageConversions.ToNext.Rates.Described(new()
    {
        Id = "sales.stage-conversion", Name = "stage conversion", Synonyms = ["stage-to-stage conversion"], Good = GoodDirection.Up,
        Definition = "The share of the deals that entered a stage in the period and went on to a later one, or were won.",
        Formula = "deals that reached a later stage or were won / deals that entered the stage", Policies = ["Deals", "StageConversion"],
        Source = "https://resources.rework.com/libraries/pipeline-management/conversion-rate-analysis",
    });

    /// <summary>Deals that entered a stage of the sales process in the period for the first time; a deal counts in each stage that it enters.</summary>
    /// <remarks>Unit: count. Formula: first visits of deals to stages, by the day of entry.</remarks>
    public static FlowMetric<Count> StageEntries { get; } = StageConversions.ToNext.Entered.Described(new()
    {
        Id = "sales.stage-entries", Name = "stage entries",
        Definition = "Deals that entered a stage of the sales process in the period for the first time.", Formula = "first visits of deals to stages, by the day of entry",
        Policies = ["Deals"], Source = HowStagesAreTimed,
    });

    /// <summary>Of the stage entries of the period, those of deals that are still open and have not gone on: the stage conversion can still rise by them.</summary>
    /// <remarks>Unit: count. Formula: stage entries of deals that are open and have reached no later stage.</remarks>
    public static FlowMetric<Count> UndecidedStageEntries { get; } = StageConversions.ToNext.StillOpen.Described(new()
    {
        Id = "sales.undecided-stage-entries", Name = "undecided stage entries",
        Definition = "Stage entries of the period by deals that are still open and have not gone on to a later stage.",
        Formula = "first visits of open deals that reached no later stage", Policies = ["Deals"],
        Source = "Defined here: the stage entries that stage conversion still waits for",
    });

    /// <summary>Time in stage: the mean days of the visits to stages that ended in the period.</summary>
    /// <remarks>
    /// Unit: days. Formula: sum of days / visits that ended. A visit ends with another stage or with the deal's close. Visits that have not ended are in
    /// neither number, and told beside it (<see cref="OpenStageVisits"/>), as long ones among them would raise it. A stage entered again is a visit of its
    /// own. Ask by <see cref="Dimensions.Stage"/> for the time in each stage. Source: https://kpitree.co/glossary/sales-metrics/opportunity-stage-analysis.
    /// </remarks>
    public static Metric<Days> TimeInStage { get; } = MetricArithmetic.Apply<Days>("time in stage",
        [
            Internal<Days>("days in stages left", StageMeasures.DaysInStage), Internal<Count>("stages left", StageMeasures.Left),
            new Metric<Count>("stages not left", Balance(StageMeasures.Entered)) - new Metric<Count>("stages left by now", Balance(StageMeasures.Left)),
        ],
        (v, _) => v[1] == 0 ? null : v[0] / v[1], _ => NoStageLeft).Described(new()
        {
            Id = "sales.time-in-stage", Name = "time in stage", Synonyms = ["stage duration"], Good = GoodDirection.Down,
            Definition = "The mean days of the visits to stages that ended in the period.", Formula = "sum of days / visits that ended", Policies = ["Deals"],
            Source = HowStagesAreTimed,
        });

    /// <summary>The median of the days that <see cref="TimeInStage"/> is the mean of; exact.</summary>
    /// <remarks>Unit: days. Formula: exact median (type 7) of the days of the visits that ended.</remarks>
    public static Metric<Days> MedianTimeInStage { get; } = TimeInStagePercentile(0.5m).Described(new()
    {
        Id = "sales.median-time-in-stage", Name = "median time in stage", Good = GoodDirection.Down,
        Definition = "The median days of the visits to stages that ended in the period.", Formula = "exact median (type 7)", Policies = ["Deals"],
        Source = HowStagesAreTimed,
    });

    /// <summary>Visits to stages that have not ended at the close: the spells of which nobody knows yet how long they are.</summary>
    /// <remarks>
    /// Unit: count. Formula: visits begun - visits ended, by the end of the last day. Among them are visits that ended on a day that nobody knows,
    /// where a deal's own stage is further than its history.
    /// </remarks>
    public static Metric<Count> OpenStageVisits { get; } =
        (new Metric<Count>("stages entered", Balance(StageMeasures.Entered)) - new Metric<Count>("stages left", Balance(StageMeasures.Left))).Described(new()
        {
            Id = "sales.open-stage-visits", Name = "open stage visits",
            Definition = "Visits of deals to stages that have not ended at the close.", Formula = "visits begun - visits ended, by the end of the last day",
            Policies = ["Deals"], Source = "Defined here: the visits that time in stage leaves out",
        });

    /// <summary>The conversion from one stage to another: of the deals that entered the first in the period, the share that then reached the second.</summary>
    /// <remarks>A later stage or a win counts as the second, as in <see cref="StageConversion"/>. Refused where <see cref="DatasetOptions.Stages"/> does not name the second stage.</remarks>
    /// <param name="from">The stage entered.</param>
    /// <param name="to">The stage to reach.</param>
    /// <exception cref="ArgumentException">A stage is empty, or both are one.</exception>
    public static Metric<Ratio> StageConversionBetween(string from, string to)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(from);
        ArgumentException.ThrowIfNullOrWhiteSpace(to);
        if (from == to) throw new ArgumentException($"From '{from}' to itself there is nothing to convert: name a later stage.", nameof(to));
        return StageConversions.Between(from, to).Rates;
    }

    /// <summary>A percentile of the days that <see cref="TimeInStage"/> is the mean of: 0.9 is the time after which nine in ten visits had ended.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1.</exception>
    public static Metric<Days> TimeInStagePercentile(decimal share)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1m);
        return new Metric<Days>(
            string.Create(CultureInfo.InvariantCulture, $"time in stage, percentile {share:0.####}"),
            new PercentileExpression(StageMeasures.DaysHistogram, share, NoStageLeft));
    }
}
