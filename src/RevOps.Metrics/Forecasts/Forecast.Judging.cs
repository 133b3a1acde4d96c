namespace RevOps.Metrics;

public static partial class Forecast
{
    /// <summary>The errors of any forecast, such as <c>Forecast.Submitted.OnDay(45).BestCase</c>, against the amount won or another result.</summary>
    /// <param name="forecast">What was forecast for a period.</param>
    /// <param name="actual">What came; <see cref="Sales.WonAmount"/> when null.</param>
    public static ForecastErrors ErrorsOf(Metric<Money> forecast, Metric<Money>? actual = null)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        return new ForecastErrors(forecast, actual ?? Sales.WonAmount, PeriodSeries.EachMonth);
    }

    /// <summary>A quantile of the period's result as it was forecast: the last commit snapshot of it by <see cref="MetricPolicy.ForecastDay"/>.</summary>
    /// <remarks>Undefined where several owners forecast it, since quantiles do not add up: ask by owner.</remarks>
    /// <param name="quantile">The probability that the result is at most the amount: 0.1 for P10.</param>
    /// <exception cref="ArgumentOutOfRangeException">The quantile is not between 0 and 1.</exception>
    public static Metric<Money> Quantile(decimal quantile)
    {
        Formulas.RequireQuantile(quantile);
        string name = FormattableString.Invariant($"P{quantile * 100m:0.####}");
        return MetricArithmetic.Apply<Money>(
            $"{name} forecast", [ForecastMeasures.QuantileAmount(quantile), ForecastMeasures.QuantileCount(quantile)], (v, _) => v[1] == 1 ? v[0] : null,
            v => v[1] == 0
                ? $"no {name} for the period was taken by the day it is judged on"
                : $"several owners forecast the {name}, and quantiles do not add up: ask by owner");
    }

    /// <summary>The mean pinball loss of a quantile over the last periods: how well a range's end was told, in money.</summary>
    /// <remarks>A result above the quantile costs the quantile's share of the difference, one below it the rest, so that only the true quantile is best.</remarks>
    /// <param name="quantile">The quantile: 0.1 for P10.</param>
    /// <param name="trailing">Over how many periods, the one asked included.</param>
    /// <exception cref="ArgumentOutOfRangeException">The quantile is not between 0 and 1, or there are no periods.</exception>
    public static Metric<Money> PinballLoss(decimal quantile, int trailing = 1)
    {
        ForecastErrors errors = new(Quantile(quantile), Sales.WonAmount, PeriodSeries.Trailing(trailing));
        Metric<Money> loss = errors.PinballLoss(quantile);
        return trailing == 1 ? loss.Named(FormattableString.Invariant($"pinball loss of P{quantile * 100m:0.####}")) : loss;
    }

    /// <summary>The mean interval score (Winkler score) of a central range over the last periods: its width, and a penalty for results outside it.</summary>
    /// <remarks>Formula: the pinball losses of its two ends x 2 / (1 - share). Smaller is better; a range that is narrow and holds is best.</remarks>
    /// <param name="share">The share of results that the range should hold: 0.8 is the range from P10 to P90.</param>
    /// <param name="trailing">Over how many periods, the one asked included.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1, or there are no periods.</exception>
    public static Metric<Money> IntervalScore(decimal share, int trailing = 1)
    {
        Formulas.RequireQuantile(share);
        decimal outside = (1m - share) / 2m;
        string name = FormattableString.Invariant($"interval score of {share * 100m:0.####} %");
        return ((PinballLoss(outside, trailing) + PinballLoss(1m - outside, trailing)) * (1m / outside))
            .Named(trailing == 1 ? name : FormattableString.Invariant($"{name}, trailing {trailing}"));
    }
}
