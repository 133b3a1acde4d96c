namespace RevOps.Metrics;

/// <summary>How many values of a dimension have a number that meets a test, of those that have one: representatives by their attainment.</summary>
/// <remarks>Rows without a value of the dimension are nobody's. Where no value has a number, it is undefined for the reason that the metric is.</remarks>
internal sealed class CellCountExpression(Metric inner, Dimension dimension, Func<decimal, bool> isCounted) : Expression
{
    public override ExplanationKind Kind => ExplanationKind.Derived;

    public override string Words(MetricEvaluation evaluation, ReportingPeriod period) => $"each {dimension} by its {inner}, counted";

    public override IEnumerable<ExpressionPart> Parts(MetricEvaluation evaluation, ReportingPeriod period, Cell cell)
    {
        MetricEvaluation split = evaluation.SplitBy(dimension);
        ExpressionPart[] parts = [.. split.CellsWithin(cell).Where(one => one.Values[^1] is not null).Select(one => new ExpressionPart(inner, split, period, one))];
        return parts.Length > 0 ? parts : [new(inner, evaluation, period, cell)];
    }

    public override void Collect(MeasurePlan plan, ReportingPeriod period)
    {
        inner.Expression.Collect(plan, period);
        inner.Expression.Collect(plan.Within(scope => scope.SplitBy(dimension)), period);
    }

    protected override Quantity Compute(MetricEvaluation evaluation, ReportingPeriod period, Cell cell)
    {
        MetricEvaluation split = evaluation.SplitBy(dimension);
        decimal[] numbers =
        [
            .. from one in split.CellsWithin(cell)
               where one.Values[^1] is not null
               let number = inner.Expression.Evaluate(split, period, one).Value
               where number is not null
               select number.Value,
        ];
        if (numbers.Length > 0) return Quantity.Of(numbers.Count(isCounted));
        Quantity whole = inner.Expression.Evaluate(evaluation, period, cell);
        return whole.Value is null ? whole : Quantity.Of(0);
    }
}
