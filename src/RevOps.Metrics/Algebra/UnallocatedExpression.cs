namespace RevOps.Metrics;

/// <summary>The inner expression's total, repeated in every cell.</summary>
internal sealed class UnallocatedExpression(Metric inner) : Expression
{
    public override void Collect(MeasurePlan plan, ReportingPeriod period) => inner.Expression.Collect(plan.Within(_ => MeasureScope.Total), period);

    public override Quantity Evaluate(MetricEvaluation evaluation, ReportingPeriod period, Cell cell) =>
        inner.Expression.Evaluate(evaluation.Within(_ => MeasureScope.Total), period, Cell.Total);
}
