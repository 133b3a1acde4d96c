namespace RevOps.Metrics;

/// <summary>The inner expression of another period: the one before, the year to date, the last twelve.</summary>
internal sealed class PeriodExpression(Metric inner, Func<ReportingPeriod, ReportingPeriod> shift) : Expression
{
    public override ExplanationKind Kind => ExplanationKind.OtherPeriod;

    public override string Words(MetricEvaluation evaluation, ReportingPeriod period) => $"of {shift(period)}";

    public override IEnumerable<ExpressionPart> Parts(MetricEvaluation evaluation, ReportingPeriod period, Cell cell) => [new(inner, evaluation, shift(period), cell)];

    public override bool AddsUp(MetricPolicy policy) => inner.Expression.AddsUp(policy);

    public override bool IsImmature(MetricEvaluation evaluation, ReportingPeriod period, Cell cell) =>
        inner.Expression.IsImmature(evaluation, shift(period), cell);

    public override ReportingPeriod? Span(ReportingPeriod period, MetricPolicy policy) => inner.Expression.Span(shift(period), policy);

    public override Quotient? AsQuotient(ReportingPeriod period, MetricPolicy policy) =>
        inner.Expression.AsQuotient(shift(period), policy)?.Within(metric => new PeriodExpression(metric, shift));

    public override void Collect(MeasurePlan plan, ReportingPeriod period) => inner.Expression.Collect(plan, shift(period));

    protected override Quantity Compute(MetricEvaluation evaluation, ReportingPeriod period, Cell cell) =>
        inner.Expression.Evaluate(evaluation, shift(period), cell);
}
