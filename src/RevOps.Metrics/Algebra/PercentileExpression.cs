namespace RevOps.Metrics;

/// <summary>A leaf: an exact percentile of the days of the period's rows.</summary>
internal sealed class PercentileExpression(Func<MetricPolicy, HistogramMeasure> measure, decimal share, string undefined) : Expression
{
    public override void Collect(MeasurePlan plan, ReportingPeriod period) => plan.Add(Request(period, plan.Policy), period);

    public override Quantity Evaluate(MetricEvaluation evaluation, ReportingPeriod period, Cell cell) =>
        evaluation.HistogramOf(Request(period, evaluation.Policy), period, cell, out string? reason) is { } histogram
            ? Quantity.OrUndefined(histogram.Percentile(share), undefined)
            : Quantity.Undefined(reason!);

    private MeasureRequest Request(ReportingPeriod period, MetricPolicy policy) => new(measure(policy), new DateWindow(period.Start, period.End));
}
