namespace RevOps.Metrics;

/// <summary>A leaf of a formula: what the engine answers to one measure over one window, which follows from the period.</summary>
internal abstract class MeasureLeaf : Expression
{
    public sealed override ExplanationKind Kind => ExplanationKind.Measure;

    public override string Words(MetricEvaluation evaluation, ReportingPeriod period) => evaluation.WordsFor(Request(period, evaluation.Policy), period);

    public sealed override void Collect(MeasurePlan plan, ReportingPeriod period)
    {
        if (Request(period, plan.Policy) is { } asked) plan.Add(asked, period);
    }

    public abstract override MeasureRequest? Request(ReportingPeriod period, MetricPolicy policy);

    /// <summary>Where its numbers stand; or why it has none in a period.</summary>
    public virtual MeasurePlace PlaceIn(MetricEvaluation evaluation, ReportingPeriod period) => Request(period, evaluation.Policy) is { } asked
        ? evaluation.PlaceOf(asked, period)
        : new MeasurePlace(0, false, PeriodEdges.WhyNone(period, evaluation.Policy));
}
