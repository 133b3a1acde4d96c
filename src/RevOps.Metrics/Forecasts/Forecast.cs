using System.Globalization;

namespace RevOps.Metrics;

/// <summary>How well the future was told.</summary>
/// <remarks>
/// A period is judged by the forecast made for exactly that period: closed + commit of the last snapshot of each owner by day 5 of the period
/// (<see cref="MetricPolicy.ForecastDay"/>). What came true is the amount won, of the deals that sales metrics count.
/// </remarks>
public static class Forecast
{
    /// <summary>The commit forecast by which the period is judged.</summary>
    public static Metric<Money> Judged { get; } = MetricArithmetic.Apply<Money>("judged forecast",
        [
            new Metric<Money>("committed", new MeasureExpression(ForecastMeasures.Judged)),
            new Metric<Count>("snapshots", new MeasureExpression(ForecastMeasures.JudgedSnapshots)),
        ],
        (v, _) => v[1] == 0 ? null : v[0], _ => "no forecast for the period was taken by the day it is judged on").Described(new()
        {
            Id = "forecast.judged", Name = "judged forecast",
            Definition = "The commit forecast by which the period is judged.", Formula = "closed + commit of the last snapshots by day 5 of the period",
            Policies = ["ForecastDay"],
        });

    /// <summary>Forecast accuracy: how near the forecast came, 1 for a hit.</summary>
    /// <remarks>
    /// Unit: ratio. Formula: 1 - |forecast - won amount| / won amount. Below zero when the forecast was off by more than the whole result;
    /// undefined when nothing was won or nothing was forecast. Read it beside <see cref="Bias"/>, which keeps the sign.
    /// </remarks>
    public static Metric<Ratio> Accuracy { get; } = MetricArithmetic.Apply<Ratio>("forecast accuracy",
        [Judged, Sales.WonAmount], (v, _) => Formulas.ForecastAccuracy(forecast: v[0], actual: v[1]), _ => "nothing was won").Described(new()
        {
            Id = "forecast.accuracy", Name = "forecast accuracy", Good = GoodDirection.Up,
            Definition = "How near the forecast came to the amount won.", Formula = "1 - |forecast - actual| / actual", Policies = ["ForecastDay", "Deals"],
        });

    /// <summary>Forecast bias: forecast less won amount; above zero, too much was promised.</summary>
    public static Metric<Money> Bias { get; } = MetricArithmetic.Apply<Money>("forecast bias",
        [Judged, Sales.WonAmount], (v, _) => Formulas.ForecastBias(forecast: v[0], actual: v[1]), _ => "").Described(new()
        {
            Id = "forecast.bias", Name = "forecast bias",
            Definition = "Forecast less amount won: above zero, too much was promised.", Formula = "forecast - actual", Policies = ["ForecastDay", "Deals"],
        });

    /// <summary>The bias as a share of the won amount.</summary>
    public static Metric<Ratio> RelativeBias { get; } = MetricArithmetic.Apply<Ratio>("relative forecast bias",
        [Judged, Sales.WonAmount], (v, _) => Formulas.RelativeForecastBias(forecast: v[0], actual: v[1]), _ => "nothing was won").Described(new()
        {
            Id = "forecast.relative-bias", Name = "relative forecast bias",
            Definition = "Forecast bias as a share of the amount won.", Formula = "(forecast - actual) / actual", Policies = ["ForecastDay", "Deals"],
        });
}
