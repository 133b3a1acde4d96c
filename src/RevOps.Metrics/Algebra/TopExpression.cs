namespace RevOps.Metrics;

/// <summary>A leaf: the sum of the largest balances at the period's close.</summary>
internal sealed class TopExpression(TopMeasure measure) : MeasureLeaf
{
    public override MeasureRequest? Request(ReportingPeriod period, MetricPolicy policy) =>
        PeriodEdges.Of(period, policy, measure.Relation) is var (_, to) ? new MeasureRequest(measure, DateWindow.Before(to)) : null;

    protected override Quantity Compute(MetricEvaluation evaluation, ReportingPeriod period, Cell cell) => evaluation.SumOfTop(this, period, cell);
}
