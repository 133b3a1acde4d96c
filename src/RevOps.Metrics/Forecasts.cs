namespace RevOps.Metrics;

/// <summary>The columns of the forecast snapshots; those that forecast a quantile are left out.</summary>
public sealed class Forecasts : IRelation
{
    private Forecasts()
    {
    }

    static Relation IRelation.Relation => Relation.Forecasts;

    /// <summary>The first day of the period forecast.</summary>
    public static DateColumn<Forecasts> PeriodStart { get; } = new("period_start");

    /// <summary>The first day after the period forecast.</summary>
    public static DateColumn<Forecasts> PeriodEnd { get; } = new("period_end");

    /// <summary>Its place among those of its period, owner and category by the day they were taken: 1 for the first.</summary>
    public static ValueColumn<Forecasts, Count> Number { get; } = new("number");

    /// <summary>The day of the period on which it was taken: 1 for its first day, 0 and below for days before.</summary>
    public static ValueColumn<Forecasts, Days> FirstDay { get; } = new("first_day");

    /// <summary>The last day of the period on which it was still the latest of its owner and category.</summary>
    public static ValueColumn<Forecasts, Days> LastDay { get; } = new("last_day");

    /// <summary>The amount, at the rate of the day it was taken.</summary>
    public static ValueColumn<Forecasts, Money> Amount { get; } = new("amount");

    /// <summary>One of <see cref="ForecastCategory"/> by name.</summary>
    public static CodeColumn<Forecasts> Category { get; } = new("category");

    /// <summary>Who forecast.</summary>
    public static CodeColumn<Forecasts> Owner { get; } = new("owner");
}
