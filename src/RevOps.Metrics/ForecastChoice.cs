namespace RevOps.Metrics;

/// <summary>Which of the snapshots of a period's forecast it is judged by.</summary>
public enum ForecastChoice
{
    /// <summary>The last by <see cref="MetricPolicy.ForecastDay"/>.</summary>
    Last,

    /// <summary>The average of all that were taken for the period, of each owner and category.</summary>
    Average,

    /// <summary>The first that was taken for the period, of each owner and category.</summary>
    First,
}
