namespace RevOps.Metrics;

/// <summary>The inner expression with a condition under which alone it has a number; in everything else it is the inner one.</summary>
internal abstract class GuardedExpression(Expression inner) : Expression
{
    public override ExplanationKind Kind => inner.Kind;

    protected Expression Inner => inner;

    public override string? Words(MetricEvaluation evaluation, ReportingPeriod period) => inner.Words(evaluation, period);

    public override IEnumerable<ExpressionPart> Parts(MetricEvaluation evaluation, ReportingPeriod period, Cell cell) => inner.Parts(evaluation, period, cell);

    public override MeasureRequest? Request(ReportingPeriod period, MetricPolicy policy) => inner.Request(period, policy);

    public override ReportingPeriod? Span(ReportingPeriod period, MetricPolicy policy) => inner.Span(period, policy);

    public override bool AddsUp(MetricPolicy policy) => inner.AddsUp(policy);

    public override void Collect(MeasurePlan plan, ReportingPeriod period) => inner.Collect(plan, period);
}
