namespace RevOps.Metrics;

/// <summary>The measures of quotas, by the days of theirs that the period has.</summary>
/// <remarks>A quota is held against the deals that sales metrics count: one for every type only where they count all types.</remarks>
internal static class QuotaMeasures
{
    public static MeasureRequest Amount(QuotaHolder holder, ReportingPeriod period, MetricPolicy policy) =>
        Of(holder, new SumMeasure("quota", QuotaDays.Amount, QuotaDays.On), period, policy);

    public static MeasureRequest Days(QuotaHolder holder, ReportingPeriod period, MetricPolicy policy) =>
        Of(holder, new CountMeasure("days of quotas", QuotaDays.On), period, policy);

    public static MeasureRequest RampedAmount(ReportingPeriod period, MetricPolicy policy) =>
        Of(QuotaHolder.Representative, new SumMeasure("ramped quota", QuotaDays.RampedAmount, QuotaDays.On), period, policy);

    private static MeasureRequest Of(QuotaHolder holder, Measure measure, ReportingPeriod period, MetricPolicy policy) => new(
        PipelineMeasures.InScope(measure, QuotaDays.Type, policy).With(Condition.In(QuotaDays.Holder, holder.ToString())),
        new DateWindow(period.Start, period.End));
}
