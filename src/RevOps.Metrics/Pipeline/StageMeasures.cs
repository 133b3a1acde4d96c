namespace RevOps.Metrics;

/// <summary>The measures of visits to stages.</summary>
internal static class StageMeasures
{
    public static Measure Entered(MetricPolicy policy) => InScope(new CountMeasure("visits to stages begun", StageVisits.EnteredOn), policy);

    /// <summary>Visits of which both days are known, so that what was entered and not left is still there.</summary>
    public static Measure Left(MetricPolicy policy) => InScope(new CountMeasure("visits to stages ended", StageVisits.LeftOn, StageVisits.DaysInStage), policy);

    public static Measure DaysInStage(MetricPolicy policy) => InScope(new SumMeasure("days in stage", StageVisits.DaysInStage, StageVisits.LeftOn), policy);

    public static HistogramMeasure DaysHistogram(MetricPolicy policy) =>
        (HistogramMeasure)InScope(new HistogramMeasure("days in stage", StageVisits.DaysInStage, StageVisits.LeftOn), policy);

    private static Measure InScope(Measure measure, MetricPolicy policy) => PipelineMeasures.InScope(measure, StageVisits.Type, policy);
}
