namespace RevOps.Metrics;

/// <summary>The inner expression of the customers who were acquired in the period.</summary>
internal sealed class AcquiredExpression(Metric inner) : Expression
{
    public override ExplanationKind Kind => ExplanationKind.Filter;

    public override string Words(MetricEvaluation evaluation, ReportingPeriod period) => $"of the customers acquired in {period}";

    public override IEnumerable<ExpressionPart> Parts(MetricEvaluation evaluation, ReportingPeriod period, Cell cell) => AcquiredIn(period, evaluation.Policy) is { } filter
        ? [new(inner, evaluation.Filtered(filter), period, cell)]
        : [];

    public override bool AddsUp(MetricPolicy policy) => inner.Expression.AddsUp(policy);

    public override void Collect(MeasurePlan plan, ReportingPeriod period)
    {
        if (AcquiredIn(period, plan.Policy) is { } filter) inner.Expression.Collect(plan.Within(scope => scope.Filtered(filter)), period);
    }

    protected override Quantity Compute(MetricEvaluation evaluation, ReportingPeriod period, Cell cell) => AcquiredIn(period, evaluation.Policy) is { } filter
        ? inner.Expression.Evaluate(evaluation.Filtered(filter), period, cell)
        : Quantity.Undefined($"{period} is made of no calendar's periods, by which customers are told by when they were acquired");

    private static DimensionFilter? AcquiredIn(ReportingPeriod period, MetricPolicy policy)
    {
        (ReportingPeriod first, ReportingPeriod last) = period.Ends ?? (period, period);
        if (first.Grain == CalendarGrain.Custom) return null;
        List<string?> labels = [first.Label];
        for (ReportingPeriod one = first; one.End < last.End; labels.Add(one.Label)) one = period.Calendar.Next(one);
        return new DimensionFilter(Dimensions.AcquisitionPeriod(period.Calendar, first.Grain, policy), [.. labels]);
    }
}
