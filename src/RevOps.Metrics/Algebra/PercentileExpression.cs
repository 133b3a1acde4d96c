using System.Globalization;

namespace RevOps.Metrics;

/// <summary>A leaf: an exact percentile of the days of the period's rows.</summary>
internal sealed class PercentileExpression(Func<MetricPolicy, HistogramMeasure> measure, decimal share, string undefined) : MeasureLeaf
{
    private readonly ByPolicy<HistogramMeasure> _measure = new(measure);

    public override string Words(MetricEvaluation evaluation, ReportingPeriod period) =>
        string.Create(CultureInfo.InvariantCulture, $"percentile {share:0.####} of {base.Words(evaluation, period)}");

    public override MeasureRequest? Request(ReportingPeriod period, MetricPolicy policy)
    {
        HistogramMeasure chosen = _measure.Under(policy);
        return PeriodEdges.Of(period, policy, chosen.Relation) is var (from, to) ? new MeasureRequest(chosen, new DateWindow(from, to)) : null;
    }

    protected override Quantity Compute(MetricEvaluation evaluation, ReportingPeriod period, Cell cell) =>
        evaluation.HistogramOf(this, period, cell, out string? reason) is { } histogram
            ? Quantity.OrUndefined(histogram.Percentile(share), undefined)
            : Quantity.Undefined(reason!);
}
