namespace RevOps.Metrics;

/// <summary>The expression that the policy chooses.</summary>
internal sealed class PolicyExpression(Func<MetricPolicy, Metric> choose) : Expression
{
    private readonly ByPolicy<Metric> _chosen = new(choose);

    public override bool IsImmature(MetricEvaluation evaluation, ReportingPeriod period, Cell cell) =>
        Under(evaluation.Policy).Expression.IsImmature(evaluation, period, cell);

    public override ExplanationKind Kind => ExplanationKind.Policy;

    public override string Words(MetricEvaluation evaluation, ReportingPeriod period)
    {
        string[] deciding = [.. PolicyOption.Deciding(evaluation.Policy, policy => choose(policy).Expression).Select(option => $"{option.Name} = {option.ValueIn(evaluation.Policy)}")];
        return deciding.Length == 0 ? "by policy" : $"by policy {string.Join(", ", deciding)}";
    }

    public override IEnumerable<ExpressionPart> Parts(MetricEvaluation evaluation, ReportingPeriod period, Cell cell) =>
        [new(Under(evaluation.Policy), evaluation, period, cell)];

    public override void Collect(MeasurePlan plan, ReportingPeriod period) => Under(plan.Policy).Expression.Collect(plan, period);

    protected override Quantity Compute(MetricEvaluation evaluation, ReportingPeriod period, Cell cell) =>
        Under(evaluation.Policy).Expression.Evaluate(evaluation, period, cell);

    public override bool AddsUp(MetricPolicy policy) => Under(policy).Expression.AddsUp(policy);

    public override ReportingPeriod? Span(ReportingPeriod period, MetricPolicy policy) => Under(policy).Expression.Span(period, policy);

    public override Quotient? AsQuotient(ReportingPeriod period, MetricPolicy policy) => Under(policy).Expression.AsQuotient(period, policy);

    /// <summary>The metric it stands for under a policy.</summary>
    public Metric Under(MetricPolicy policy) => _chosen.Under(policy);
}
