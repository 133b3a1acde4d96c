namespace RevOps.Metrics;

/// <summary>The inner expression, undefined where the records of another relation that its rows tell of were not given.</summary>
internal sealed class GivenExpression(Expression inner, Relation relation) : GuardedExpression(inner)
{
    protected override Quantity Compute(MetricEvaluation evaluation, ReportingPeriod period, Cell cell) =>
        evaluation.NotKnownBy(relation, period) is { } reason ? Quantity.Undefined(reason) : Inner.Evaluate(evaluation, period, cell);
}
