using System.Globalization;

namespace RevOps.Metrics;

/// <summary>A leaf: an exact percentile of the days of the period's rows.</summary>
internal sealed class PercentileExpression(Func<MetricPolicy, HistogramMeasure> measure, decimal share, string undefined) : Expression
{
    public override ExplanationKind Kind => ExplanationKind.Measure;

    public override string Words(MetricEvaluation evaluation, ReportingPeriod period) =>
        string.Create(CultureInfo.InvariantCulture, $"percentile {share:0.####} of {evaluation.WordsFor(Request(period, evaluation.Policy), period)}");

    public override void Collect(MeasurePlan plan, ReportingPeriod period)
    {
        if (Request(period, plan.Policy) is { } asked) plan.Add(asked, period);
    }

    protected override Quantity Compute(MetricEvaluation evaluation, ReportingPeriod period, Cell cell)
    {
        if (Request(period, evaluation.Policy) is not { } asked) return Quantity.Undefined(PeriodEdges.WhyNone(period, evaluation.Policy));
        return evaluation.HistogramOf(asked, period, cell, out string? reason) is { } histogram
            ? Quantity.OrUndefined(histogram.Percentile(share), undefined)
            : Quantity.Undefined(reason!);
    }

    public override MeasureRequest? Request(ReportingPeriod period, MetricPolicy policy)
    {
        HistogramMeasure chosen = measure(policy);
        return PeriodEdges.Of(period, policy, chosen.Relation) is var (from, to) ? new MeasureRequest(chosen, new DateWindow(from, to)) : null;
    }
}
