using NodaTime;

namespace RevOps.Metrics;

/// <summary>A leaf: a measure of what was known of a period on a day.</summary>
/// <remarks>The day can lie before the period: the next quarter has a forecast as soon as deals are known that are expected to close in it.</remarks>
internal sealed class KnownExpression(KnownBy known, Func<ReportingPeriod, MetricPolicy, MeasureRequest> request) : Expression
{
    public override ExplanationKind Kind => ExplanationKind.Measure;

    public override string Words(MetricEvaluation evaluation, ReportingPeriod period) => request(period, evaluation.Policy).ToString();

    public override MeasureRequest? Request(ReportingPeriod period, MetricPolicy policy) => request(period, policy);

    public override bool AddsUp(MetricPolicy policy) => true;

    public override void Collect(MeasurePlan plan, ReportingPeriod period) => plan.Add(request(period, plan.Policy), period);

    protected override Quantity Compute(MetricEvaluation evaluation, ReportingPeriod period, Cell cell)
    {
        MeasureRequest asked = request(period, evaluation.Policy);
        Quantity ofPeriod = evaluation.NumberOf(asked, period, cell);
        if (ofPeriod.Value is not null) return ofPeriod;
        LocalDate day = known.FirstDayAfter(period, evaluation.Policy).PlusDays(-1);
        Quantity ofDay = evaluation.NumberOf(asked, ReportingPeriod.Between(day, day.PlusDays(1)), cell);
        return ofDay.Value is null ? ofPeriod : ofDay;
    }
}
