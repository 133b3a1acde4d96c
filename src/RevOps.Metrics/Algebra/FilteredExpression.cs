namespace RevOps.Metrics;

/// <summary>The inner expression over the rows that a filter takes.</summary>
internal sealed class FilteredExpression(Metric inner, DimensionFilter filter) : Expression
{
    public override ExplanationKind Kind => ExplanationKind.Filter;

    public override string Words(MetricEvaluation evaluation, ReportingPeriod period) => $"where {filter}";

    public override IEnumerable<ExpressionPart> Parts(MetricEvaluation evaluation, ReportingPeriod period, Cell cell) =>
        [new(inner, evaluation.Filtered(filter), period, cell)];

    public override bool AddsUp(MetricPolicy policy) => inner.Expression.AddsUp(policy);

    public override bool IsImmature(MetricEvaluation evaluation, ReportingPeriod period, Cell cell) =>
        inner.Expression.IsImmature(evaluation.Filtered(filter), period, cell);

    public override ReportingPeriod? Span(ReportingPeriod period, MetricPolicy policy) => inner.Expression.Span(period, policy);

    public override Quotient? AsQuotient(ReportingPeriod period, MetricPolicy policy) =>
        inner.Expression.AsQuotient(period, policy)?.Within(metric => new FilteredExpression(metric, filter));

    public override void Collect(MeasurePlan plan, ReportingPeriod period) => inner.Expression.Collect(plan.Within(scope => scope.Filtered(filter)), period);

    protected override Quantity Compute(MetricEvaluation evaluation, ReportingPeriod period, Cell cell) =>
        inner.Expression.Evaluate(evaluation.Filtered(filter), period, cell);
}
