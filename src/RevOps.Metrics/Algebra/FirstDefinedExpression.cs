namespace RevOps.Metrics;

/// <summary>The first of several metrics that is defined; where none is, the last one's reason.</summary>
internal sealed class FirstDefinedExpression(IReadOnlyList<Metric> choices) : Expression
{
    public override ExplanationKind Kind => ExplanationKind.FirstDefined;

    public override string Words(MetricEvaluation evaluation, ReportingPeriod period) => $"the first that is defined of {string.Join(", ", choices)}";

    /// <summary>Those that were tried.</summary>
    public override IEnumerable<ExpressionPart> Parts(MetricEvaluation evaluation, ReportingPeriod period, Cell cell)
    {
        foreach (Metric choice in choices)
        {
            yield return new ExpressionPart(choice, evaluation, period, cell);
            if (choice.Expression.Evaluate(evaluation, period, cell).Value is not null) yield break;
        }
    }

    public override void Collect(MeasurePlan plan, ReportingPeriod period)
    {
        foreach (Metric choice in choices) choice.Expression.Collect(plan, period);
    }

    protected override Quantity Compute(MetricEvaluation evaluation, ReportingPeriod period, Cell cell)
    {
        Quantity quantity = default;
        foreach (Metric choice in choices)
        {
            quantity = choice.Expression.Evaluate(evaluation, period, cell);
            if (quantity.Value is not null) break;
        }

        return quantity;
    }
}
