namespace RevOps.Metrics;

/// <summary>The sum of the inner expression's numbers over the values of a dimension, each worked out by itself.</summary>
internal sealed class SplitExpression(Metric inner, Dimension dimension) : Expression
{
    public override ExplanationKind Kind => ExplanationKind.Sum;

    public override string Words(MetricEvaluation evaluation, ReportingPeriod period) => $"sum of {inner} over each {dimension}";

    public override IEnumerable<ExpressionPart> Parts(MetricEvaluation evaluation, ReportingPeriod period, Cell cell)
    {
        MetricEvaluation split = evaluation.SplitBy(dimension);
        return split.CellsWithin(cell).Select(part => new ExpressionPart(inner, split, period, part));
    }

    public override void Collect(MeasurePlan plan, ReportingPeriod period) => inner.Expression.Collect(plan.Within(scope => scope.SplitBy(dimension)), period);

    protected override Quantity Compute(MetricEvaluation evaluation, ReportingPeriod period, Cell cell)
    {
        MetricEvaluation split = evaluation.SplitBy(dimension);
        decimal sum = 0;
        foreach (Cell part in split.CellsWithin(cell))
        {
            Quantity quantity = inner.Expression.Evaluate(split, period, part);
            if (quantity.Value is not { } value) return quantity;
            sum += value;
        }

        return Quantity.Of(sum);
    }
}
