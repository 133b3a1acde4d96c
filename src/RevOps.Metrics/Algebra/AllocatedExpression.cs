namespace RevOps.Metrics;

/// <summary>The inner expression's total, shared out over the cells by the weights of another.</summary>
internal sealed class AllocatedExpression(Metric whole, Metric weight) : Expression
{
    public override ExplanationKind Kind => ExplanationKind.Allocation;

    public override string Words(MetricEvaluation evaluation, ReportingPeriod period) => $"{whole} in total x {weight} / {weight} in total";

    public override IEnumerable<ExpressionPart> Parts(MetricEvaluation evaluation, ReportingPeriod period, Cell cell)
    {
        MetricEvaluation totals = evaluation.Over(MeasureScope.Total);
        yield return new ExpressionPart(whole, totals, period, Cell.Total);
        yield return new ExpressionPart(weight, evaluation, period, cell);
        yield return new ExpressionPart(weight, totals, period, Cell.Total);
    }

    public override bool AddsUp(MetricPolicy policy) => weight.Expression.AddsUp(policy);

    public override ReportingPeriod? Span(ReportingPeriod period, MetricPolicy policy) => whole.Expression.Span(period, policy);

    public override void Collect(MeasurePlan plan, ReportingPeriod period)
    {
        weight.Expression.Collect(plan, period);
        MeasurePlan totals = plan.Within(_ => MeasureScope.Total);
        whole.Expression.Collect(totals, period);
        weight.Expression.Collect(totals, period);
    }

    protected override Quantity Compute(MetricEvaluation evaluation, ReportingPeriod period, Cell cell)
    {
        MetricEvaluation totals = evaluation.Over(MeasureScope.Total);
        Quantity all = whole.Expression.Evaluate(totals, period, Cell.Total);
        Quantity ofAll = weight.Expression.Evaluate(totals, period, Cell.Total);
        Quantity ofCell = weight.Expression.Evaluate(evaluation, period, cell);
        if (all.Value is not { } amount) return all;
        if (ofAll.Value is not { } weights) return ofAll;
        if (ofCell.Value is not { } share) return ofCell;
        return weights == 0 ? Quantity.Undefined($"{weight} is zero, so {whole} cannot be shared out by it") : Quantity.OrTooLarge(() => amount * share / weights);
    }
}
