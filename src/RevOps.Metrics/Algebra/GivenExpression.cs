namespace RevOps.Metrics;

/// <summary>The inner expression, undefined where the records of another relation that its rows tell of were not given.</summary>
internal sealed class GivenExpression(Expression inner, Relation relation) : Expression
{
    public override ExplanationKind Kind => inner.Kind;

    public override string? Words(MetricEvaluation evaluation, ReportingPeriod period) => inner.Words(evaluation, period);

    public override IEnumerable<ExpressionPart> Parts(MetricEvaluation evaluation, ReportingPeriod period, Cell cell) => inner.Parts(evaluation, period, cell);

    public override MeasureRequest? Request(ReportingPeriod period, MetricPolicy policy) => inner.Request(period, policy);

    public override ReportingPeriod? Span(ReportingPeriod period, MetricPolicy policy) => inner.Span(period, policy);

    public override bool AddsUp(MetricPolicy policy) => inner.AddsUp(policy);

    public override void Collect(MeasurePlan plan, ReportingPeriod period) => inner.Collect(plan, period);

    public override Quantity Evaluate(MetricEvaluation evaluation, ReportingPeriod period, Cell cell) =>
        evaluation.NotKnownBy(relation, period) is { } reason ? Quantity.Undefined(reason) : inner.Evaluate(evaluation, period, cell);
}
