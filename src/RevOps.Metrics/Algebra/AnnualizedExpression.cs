using System.Globalization;

namespace RevOps.Metrics;

/// <summary>What a year would have at the pace of the period that a flow is of.</summary>
internal sealed class AnnualizedExpression(Metric flow) : Expression
{
    public override ExplanationKind Kind => ExplanationKind.Formula;

    public override string Words(MetricEvaluation evaluation, ReportingPeriod period) => flow.Expression.Span(period, evaluation.Policy) is { TimesAYear: var (times, per) }
        ? string.Create(CultureInfo.InvariantCulture, $"{flow} x {times} / {per}")
        : $"{flow} by the year";

    public override IEnumerable<ExpressionPart> Parts(MetricEvaluation evaluation, ReportingPeriod period, Cell cell) => [new(flow, evaluation, period, cell)];

    public override bool AddsUp(MetricPolicy policy) => flow.Expression.AddsUp(policy);

    public override void Collect(MeasurePlan plan, ReportingPeriod period) => flow.Expression.Collect(plan, period);

    protected override Quantity Compute(MetricEvaluation evaluation, ReportingPeriod period, Cell cell)
    {
        Quantity quantity = flow.Expression.Evaluate(evaluation, period, cell);
        if (quantity.Value is not { } value) return quantity;
        return flow.Expression.Span(period, evaluation.Policy) is { TimesAYear: var (times, per) }
            ? Quantity.OrTooLarge(() => value * times / per)
            : Quantity.Undefined($"the parts of {flow} are of periods of several lengths: annualize each of them");
    }
}
