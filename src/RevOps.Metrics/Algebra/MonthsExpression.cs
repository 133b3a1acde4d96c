namespace RevOps.Metrics;

/// <summary>The sum of the inner expression over the months of the period.</summary>
internal sealed class MonthsExpression(Metric inner) : Expression
{
    public override ExplanationKind Kind => ExplanationKind.Sum;

    public override string Words(MetricEvaluation evaluation, ReportingPeriod period) => $"sum of {inner} over the months of {period}";

    public override IEnumerable<ExpressionPart> Parts(MetricEvaluation evaluation, ReportingPeriod period, Cell cell) =>
        (PeriodShift.Months(period) ?? []).Select(month => new ExpressionPart(inner, evaluation, month, cell));

    public override bool AddsUp(MetricPolicy policy) => inner.Expression.AddsUp(policy);

    public override void Collect(MeasurePlan plan, ReportingPeriod period)
    {
        foreach (ReportingPeriod month in PeriodShift.Months(period) ?? []) inner.Expression.Collect(plan, month);
    }

    protected override Quantity Compute(MetricEvaluation evaluation, ReportingPeriod period, Cell cell)
    {
        if (PeriodShift.Months(period) is not { } months) return Quantity.Undefined($"{period} is not made of whole months");
        decimal sum = 0;
        foreach (ReportingPeriod month in months)
        {
            Quantity quantity = inner.Expression.Evaluate(evaluation, month, cell);
            if (quantity.Value is not { } value) return quantity;
            sum += value;
        }

        return Quantity.Of(sum);
    }
}
