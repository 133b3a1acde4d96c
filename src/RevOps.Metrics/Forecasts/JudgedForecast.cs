namespace RevOps.Metrics;

/// <summary>The commit forecast by which a period is judged, closed + commit, of the snapshots that the policy chooses.</summary>
internal static class JudgedForecast
{
    private const ForecastCategory Closed = ForecastCategory.Closed, Commit = ForecastCategory.Commit;

    /// <summary>Of the last snapshots by the policy's day.</summary>
    public static Metric<Money> Last { get; } = MetricArithmetic.Apply<Money>(
        "judged forecast",
        [ForecastMeasures.LastAmount(KnownBy.ForecastDay, Closed, Commit).Named("committed"), ForecastMeasures.LastCount(KnownBy.ForecastDay, Closed, Commit)],
        (v, _) => v[1] == 0 ? null : v[0], _ => "no forecast for the period was taken by the day it is judged on");

    /// <summary>Of the first snapshots, however early.</summary>
    public static Metric<Money> First { get; } = MetricArithmetic.Apply<Money>(
        "judged forecast", [ForecastMeasures.FirstAmount(Closed, Commit).Named("committed first"), ForecastMeasures.AllCount(Closed, Commit)], Taken, NoneTaken);

    /// <summary>Of each owner the mean of all snapshots, of those closed and of those committed.</summary>
    public static Metric<Money> Average { get; } = MetricArithmetic.Apply<Money>(
        "judged forecast",
        [
            new Metric<Money>("committed on average", new SplitExpression(MeanOf(Closed), Dimensions.Owner))
                + new Metric<Money>("committed on average", new SplitExpression(MeanOf(Commit), Dimensions.Owner)),
            ForecastMeasures.AllCount(Closed, Commit),
        ],
        Taken, NoneTaken);

    private static decimal? Taken(decimal[] values, ReportingPeriod period) => values[1] == 0 ? null : values[0];

    private static string NoneTaken(decimal[] values) => "no forecast for the period was taken";

    private static Metric<Money> MeanOf(ForecastCategory category) => MetricArithmetic.Apply<Money>(
        "mean forecast", [ForecastMeasures.AllAmount(category), ForecastMeasures.AllCount(category)], (v, _) => v[1] == 0 ? 0 : v[0] / v[1], _ => "");
}
