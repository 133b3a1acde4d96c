namespace RevOps.Metrics;

/// <summary>Forecasts and what came, pair by pair.</summary>
/// <param name="Words">How it ends a name; empty for the usual one.</param>
internal abstract record ErrorSeries(string Words)
{
    /// <summary>Says which measures it will need for a period.</summary>
    public abstract void Collect(Metric forecast, Metric actual, MeasurePlan plan, ReportingPeriod period);

    /// <summary>Adds the pairs of a period and cell to the lists; the reason why there are none, null where there are.</summary>
    public abstract string? Read(
        Metric forecast, Metric actual, MetricEvaluation evaluation, ReportingPeriod period, Cell cell, List<decimal> forecasts, List<decimal> actuals);

    /// <summary>The periods that it goes through; null where the period asked has none.</summary>
    public virtual IReadOnlyList<ReportingPeriod>? PeriodsOf(ReportingPeriod period) => [period];
}
