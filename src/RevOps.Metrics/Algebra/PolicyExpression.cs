namespace RevOps.Metrics;

/// <summary>The expression that the policy chooses.</summary>
internal sealed class PolicyExpression(Func<MetricPolicy, Metric> choose) : Expression
{
    public override bool IsImmature(MetricEvaluation evaluation, ReportingPeriod period, Cell cell) =>
        choose(evaluation.Policy).Expression.IsImmature(evaluation, period, cell);

    public override ExplanationKind Kind => ExplanationKind.Policy;

    public override string Words(MetricEvaluation evaluation, ReportingPeriod period)
    {
        string[] deciding = [.. PolicyOption.Deciding(evaluation.Policy, policy => choose(policy).Expression).Select(option => $"{option.Name} = {option.ValueIn(evaluation.Policy)}")];
        return deciding.Length == 0 ? "by policy" : $"by policy {string.Join(", ", deciding)}";
    }

    public override IEnumerable<ExpressionPart> Parts(MetricEvaluation evaluation, ReportingPeriod period, Cell cell) =>
        [new(choose(evaluation.Policy), evaluation, period, cell)];

    public override void Collect(MeasurePlan plan, ReportingPeriod period) => choose(plan.Policy).Expression.Collect(plan, period);

    protected override Quantity Compute(MetricEvaluation evaluation, ReportingPeriod period, Cell cell) =>
        choose(evaluation.Policy).Expression.Evaluate(evaluation, period, cell);

    public override bool AddsUp(MetricPolicy policy) => choose(policy).Expression.AddsUp(policy);

    public override ReportingPeriod? Span(ReportingPeriod period, MetricPolicy policy) => choose(policy).Expression.Span(period, policy);

    public override Quotient? AsQuotient(ReportingPeriod period, MetricPolicy policy) => choose(policy).Expression.AsQuotient(period, policy);

    /// <summary>The metric it stands for under a policy.</summary>
    public Metric Under(MetricPolicy policy) => choose(policy);
}
