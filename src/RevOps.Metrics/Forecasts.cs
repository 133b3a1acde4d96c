namespace RevOps.Metrics;

/// <summary>The columns of the forecast snapshots; those that forecast a quantile are left out.</summary>
public static class Forecasts
{
    /// <summary>The first day of the period forecast.</summary>
    public static DateColumn PeriodStart { get; } = new(Relation.Forecasts, "period_start");

    /// <summary>The first day after the period forecast.</summary>
    public static DateColumn PeriodEnd { get; } = new(Relation.Forecasts, "period_end");

    /// <summary>The day of the period on which it was taken: 1 for its first day, 0 and below for days before.</summary>
    public static ValueColumn FirstDay { get; } = new(Relation.Forecasts, "first_day");

    /// <summary>The last day of the period on which it was still the latest of its owner and category.</summary>
    public static ValueColumn LastDay { get; } = new(Relation.Forecasts, "last_day");

    /// <summary>The amount, at the rate of the day it was taken.</summary>
    public static ValueColumn Amount { get; } = new(Relation.Forecasts, "amount", IsAmount: true);

    /// <summary>One of <see cref="ForecastCategory"/> by name.</summary>
    public static CodeColumn Category { get; } = new(Relation.Forecasts, "category");

    /// <summary>Who forecast.</summary>
    public static CodeColumn Owner { get; } = new(Relation.Forecasts, "owner");
}
