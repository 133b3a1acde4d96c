namespace RevOps.Metrics;

/// <summary>A leaf: the sum of the largest balances at the period's close.</summary>
internal sealed class TopExpression(TopMeasure measure) : Expression
{
    public override void Collect(MeasurePlan plan, ReportingPeriod period) => plan.Add(Request(period));

    public override Quantity Evaluate(MetricEvaluation evaluation, ReportingPeriod period, Cell cell) => evaluation.SumOfTop(Request(period), period, cell);

    private MeasureRequest Request(ReportingPeriod period) => new(measure, DateWindow.Before(period.End));
}
