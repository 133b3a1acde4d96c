namespace RevOps.Metrics;

/// <summary>The inner expression over the rows that a filter takes.</summary>
internal sealed class FilteredExpression(Metric inner, DimensionFilter filter) : Expression
{
    public override bool AddsUp(MetricPolicy policy) => inner.Expression.AddsUp(policy);

    public override bool IsImmature(MetricEvaluation evaluation, ReportingPeriod period, Cell cell) =>
        inner.Expression.IsImmature(evaluation.Within(scope => scope.Filtered(filter)), period, cell);

    public override void Collect(MeasurePlan plan, ReportingPeriod period) => inner.Expression.Collect(plan.Within(scope => scope.Filtered(filter)), period);

    public override Quantity Evaluate(MetricEvaluation evaluation, ReportingPeriod period, Cell cell) =>
        inner.Expression.Evaluate(evaluation.Within(scope => scope.Filtered(filter)), period, cell);
}
