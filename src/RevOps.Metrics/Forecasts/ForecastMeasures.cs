namespace RevOps.Metrics;

/// <summary>The measures of what was forecast for a period.</summary>
internal static class ForecastMeasures
{
    /// <summary>What was committed for exactly this period in the last snapshots by the policy's day of it: closed + commit.</summary>
    public static MeasureRequest Judged(ReportingPeriod period, MetricPolicy policy) =>
        OfPeriod(new SumMeasure("judged forecast", Forecasts.Amount, Forecasts.PeriodStart), period, policy);

    /// <summary>How many snapshots the judged forecast is made of.</summary>
    public static MeasureRequest JudgedSnapshots(ReportingPeriod period, MetricPolicy policy) =>
        OfPeriod(new CountMeasure("judged forecast snapshots", Forecasts.PeriodStart), period, policy);

    private static MeasureRequest OfPeriod(Measure measure, ReportingPeriod period, MetricPolicy policy) => new(
        measure.With(
            Condition.On(Forecasts.PeriodEnd, period.End),
            Condition.In(Forecasts.Category, nameof(ForecastCategory.Closed), nameof(ForecastCategory.Commit)),
            Condition.Between(Forecasts.FirstDay, int.MinValue, policy.ForecastDay),
            Condition.Between(Forecasts.LastDay, policy.ForecastDay, int.MaxValue)),
        new DateWindow(period.Start, period.Start.PlusDays(1)));
}
