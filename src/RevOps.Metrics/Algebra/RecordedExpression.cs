namespace RevOps.Metrics;

/// <summary>The inner expression, undefined until the close by which the first row is recorded that it could count, anywhere in the data.</summary>
/// <remarks>So what a company does not record is undefined, whatever the cell, and not zero.</remarks>
internal sealed class RecordedExpression(Expression inner, Measure recorded, string reason) : GuardedExpression(inner)
{
    public override void Collect(MeasurePlan plan, ReportingPeriod period)
    {
        base.Collect(plan, period);
        plan.Within(_ => MeasureScope.Everything).Add(Known(period), period);
    }

    protected override Quantity Compute(MetricEvaluation evaluation, ReportingPeriod period, Cell cell)
    {
        Quantity known = evaluation.Over(MeasureScope.Everything).NumberOf(Known(period), period, Cell.Total);
        if (known.Value is not { } rows) return known;
        return rows == 0 ? Quantity.Undefined(reason) : Inner.Evaluate(evaluation, period, cell);
    }

    private MeasureRequest Known(ReportingPeriod period) => new(recorded, DateWindow.Before(period.End));
}
