namespace RevOps.Metrics;

/// <summary>The columns of the forecast snapshots that forecast a quantile, such as the P10 of a range.</summary>
/// <remarks>They stand apart from <see cref="Forecasts"/> because they do not add up: the P10 of two sellers is not the sum of theirs.</remarks>
public sealed class QuantileForecasts : IRelation
{
    private QuantileForecasts()
    {
    }

    static Relation IRelation.Relation => Relation.QuantileForecasts;

    /// <summary>The first day of the period forecast.</summary>
    public static DateColumn<QuantileForecasts> PeriodStart { get; } = new("period_start");

    /// <summary>The first day after the period forecast.</summary>
    public static DateColumn<QuantileForecasts> PeriodEnd { get; } = new("period_end");

    /// <summary>The day of the period on which it was taken: 1 for its first day, 0 and below for days before.</summary>
    public static ValueColumn<QuantileForecasts, Days> FirstDay { get; } = new("first_day");

    /// <summary>The last day of the period on which it was still the latest of its owner, category and quantile.</summary>
    public static ValueColumn<QuantileForecasts, Days> LastDay { get; } = new("last_day");

    /// <summary>The amount, at the rate of the day it was taken.</summary>
    public static ValueColumn<QuantileForecasts, Money> Amount { get; } = new("amount");

    /// <summary>The quantile as it is written without trailing zeros: "0.1" for P10.</summary>
    public static CodeColumn<QuantileForecasts> Quantile { get; } = new("quantile");

    /// <summary>One of <see cref="ForecastCategory"/> by name.</summary>
    public static CodeColumn<QuantileForecasts> Category { get; } = new("category");

    /// <summary>Who forecast.</summary>
    public static CodeColumn<QuantileForecasts> Owner { get; } = new("owner");

    /// <summary>How a quantile is written in <see cref="Quantile"/>.</summary>
    internal static string NameOf(decimal quantile) => quantile.ToString("0.############################", System.Globalization.CultureInfo.InvariantCulture);
}
