namespace RevOps.Metrics;

/// <summary>The inner expression's total, repeated in every cell.</summary>
internal sealed class UnallocatedExpression(Metric inner) : Expression
{
    public override ExplanationKind Kind => ExplanationKind.Total;

    public override string Words(MetricEvaluation evaluation, ReportingPeriod period) => "the total of all rows, whatever the cell and the filters";

    public override IEnumerable<ExpressionPart> Parts(MetricEvaluation evaluation, ReportingPeriod period, Cell cell) =>
        [new(inner, evaluation.Over(MeasureScope.Total), period, Cell.Total)];

    public override ReportingPeriod? Span(ReportingPeriod period, MetricPolicy policy) => inner.Expression.Span(period, policy);

    public override void Collect(MeasurePlan plan, ReportingPeriod period) => inner.Expression.Collect(plan.Within(_ => MeasureScope.Total), period);

    protected override Quantity Compute(MetricEvaluation evaluation, ReportingPeriod period, Cell cell) =>
        inner.Expression.Evaluate(evaluation.Over(MeasureScope.Total), period, Cell.Total);
}
