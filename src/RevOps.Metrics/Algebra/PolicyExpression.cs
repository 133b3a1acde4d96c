namespace RevOps.Metrics;

/// <summary>The expression that the policy chooses.</summary>
internal sealed class PolicyExpression(Func<MetricPolicy, Metric> choose) : Expression
{
    public override bool IsImmature(MetricEvaluation evaluation, ReportingPeriod period, Cell cell) =>
        choose(evaluation.Policy).Expression.IsImmature(evaluation, period, cell);

    public override void Collect(MeasurePlan plan, ReportingPeriod period) => choose(plan.Policy).Expression.Collect(plan, period);

    public override Quantity Evaluate(MetricEvaluation evaluation, ReportingPeriod period, Cell cell) =>
        choose(evaluation.Policy).Expression.Evaluate(evaluation, period, cell);

    public override bool AddsUp(MetricPolicy policy) => choose(policy).Expression.AddsUp(policy);

    /// <summary>The metric it stands for under a policy.</summary>
    public Metric Under(MetricPolicy policy) => choose(policy);
}
