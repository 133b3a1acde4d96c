namespace RevOps.Metrics;

/// <summary>A leaf: the sum of the largest balances at the period's close.</summary>
internal sealed class TopExpression(TopMeasure measure) : Expression
{
    public override ExplanationKind Kind => ExplanationKind.Measure;

    public override string Words(MetricEvaluation evaluation, ReportingPeriod period) => evaluation.WordsFor(Request(period, evaluation.Policy), period);

    public override void Collect(MeasurePlan plan, ReportingPeriod period)
    {
        if (Request(period, plan.Policy) is { } asked) plan.Add(asked, period);
    }

    protected override Quantity Compute(MetricEvaluation evaluation, ReportingPeriod period, Cell cell) => Request(period, evaluation.Policy) is { } asked
        ? evaluation.SumOfTop(asked, period, cell)
        : Quantity.Undefined(PeriodEdges.WhyNone(period, evaluation.Policy));

    public override MeasureRequest? Request(ReportingPeriod period, MetricPolicy policy) =>
        PeriodEdges.Of(period, policy, measure.Relation) is var (_, to) ? new MeasureRequest(measure, DateWindow.Before(to)) : null;
}
