namespace RevOps.Metrics;

/// <summary>The first of several metrics that is defined; where none is, the last one's reason.</summary>
internal sealed class FirstDefinedExpression(IReadOnlyList<Metric> choices) : Expression
{
    public override void Collect(MeasurePlan plan, ReportingPeriod period)
    {
        foreach (Metric choice in choices) choice.Expression.Collect(plan, period);
    }

    public override Quantity Evaluate(MetricEvaluation evaluation, ReportingPeriod period, Cell cell)
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
