namespace RevOps.Metrics;

/// <summary>The expression that the policy chooses.</summary>
internal sealed class PolicyExpression(Func<MetricPolicy, Metric> choose) : Expression
{
    private Choice? _latest;

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
    /// <remarks>The same one as long as the policy stays the same, so that what is known of its parts can be found again.</remarks>
    public Metric Under(MetricPolicy policy)
    {
        if (_latest is { } latest && ReferenceEquals(latest.Policy, policy)) return latest.Metric;
        Metric metric = choose(policy);
        _latest = new Choice(policy, metric);
        return metric;
    }

    private sealed record Choice(MetricPolicy Policy, Metric Metric);
}
