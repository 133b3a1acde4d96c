namespace RevOps.Metrics;

/// <summary>The inner expression, undefined where the records of another relation that its rows tell of were not given.</summary>
internal sealed class GivenExpression(Expression inner, Relation relation) : Expression
{
    public override bool AddsUp(MetricPolicy policy) => inner.AddsUp(policy);

    public override void Collect(MeasurePlan plan, ReportingPeriod period) => inner.Collect(plan, period);

    public override Quantity Evaluate(MetricEvaluation evaluation, ReportingPeriod period, Cell cell) =>
        evaluation.NotKnownBy(relation, period) is { } reason ? Quantity.Undefined(reason) : inner.Evaluate(evaluation, period, cell);
}
