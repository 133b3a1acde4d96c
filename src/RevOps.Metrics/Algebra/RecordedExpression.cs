namespace RevOps.Metrics;

/// <summary>The inner expression, undefined until the close by which the first row is recorded that it could count, anywhere in the data.</summary>
/// <remarks>So what a company does not record is undefined, whatever the cell, and not zero.</remarks>
internal sealed class RecordedExpression(Expression inner, Measure recorded, string reason) : Expression
{
    public override ExplanationKind Kind => inner.Kind;

    public override string? Words(MetricEvaluation evaluation, ReportingPeriod period) => inner.Words(evaluation, period);

    public override IEnumerable<ExpressionPart> Parts(MetricEvaluation evaluation, ReportingPeriod period, Cell cell) => inner.Parts(evaluation, period, cell);

    public override MeasureRequest? Request(ReportingPeriod period, MetricPolicy policy) => inner.Request(period, policy);

    public override ReportingPeriod? Span(ReportingPeriod period, MetricPolicy policy) => inner.Span(period, policy);

    public override bool AddsUp(MetricPolicy policy) => inner.AddsUp(policy);

    public override void Collect(MeasurePlan plan, ReportingPeriod period)
    {
        inner.Collect(plan, period);
        plan.Within(_ => MeasureScope.Everything).Add(Known(period), period);
    }

    public override Quantity Evaluate(MetricEvaluation evaluation, ReportingPeriod period, Cell cell)
    {
        Quantity known = evaluation.Within(_ => MeasureScope.Everything).NumberOf(Known(period), period, Cell.Total);
        if (known.Value is not { } rows) return known;
        return rows == 0 ? Quantity.Undefined(reason) : inner.Evaluate(evaluation, period, cell);
    }

    private MeasureRequest Known(ReportingPeriod period) => new(recorded, DateWindow.Before(period.End));
}
