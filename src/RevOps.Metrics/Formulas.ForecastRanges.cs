using System.Runtime.CompilerServices;

namespace RevOps.Metrics;

/// <content>How well quantiles and ranges were told.</content>
public static partial class Formulas
{
    /// <summary>Pinball loss (quantile loss): what a forecast of a quantile was off by, weighed so that only the true quantile is best.</summary>
    /// <remarks>
    /// <para>Formula: q (actual - forecast) where the actual is higher, else (1 - q) (forecast - actual), averaged. A P10 that is too high so costs
    /// nine times what one too low does. At 0.5 it is half the absolute error.</para>
    /// <para>Source: https://otexts.com/fpp3/distaccuracy.html (there doubled)</para>
    /// </remarks>
    /// <param name="forecasts">The quantile forecast, period by period.</param>
    /// <param name="actuals">What came, in the same order.</param>
    /// <param name="quantile">The quantile: 0.1 for P10.</param>
    /// <returns>Null without a period.</returns>
    /// <exception cref="ArgumentException">The two lists differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The quantile is not between 0 and 1.</exception>
    public static decimal? PinballLoss(IReadOnlyList<decimal> forecasts, IReadOnlyList<decimal> actuals, decimal quantile)
    {
        RequireQuantile(quantile);
        return Mean(Errors(forecasts, actuals).Select(error => error > 0m ? (1m - quantile) * error : -quantile * error));
    }

    /// <summary>Interval score (Winkler score): the width of a range, and a penalty for what lies outside it.</summary>
    /// <remarks>
    /// <para>Formula: upper - lower + 2 / (1 - share) x the distance of an actual outside, averaged, in the forecast's own unit. Smaller is better.</para>
    /// <para>Source: https://otexts.com/fpp3/distaccuracy.html</para>
    /// </remarks>
    /// <param name="lower">The lower ends, period by period.</param>
    /// <param name="upper">The upper ends, in the same order.</param>
    /// <param name="actuals">What came, in the same order.</param>
    /// <param name="share">The share of results that the range should hold: 0.8 for P10 to P90.</param>
    /// <returns>Null without a period.</returns>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1.</exception>
    public static decimal? IntervalScore(IReadOnlyList<decimal> lower, IReadOnlyList<decimal> upper, IReadOnlyList<decimal> actuals, decimal share)
    {
        RequireQuantile(share);
        RequireSameLength(lower, actuals, nameof(lower), nameof(actuals));
        RequireSameLength(upper, actuals, nameof(upper), nameof(actuals));
        return Mean(actuals.Select((actual, t) =>
            upper[t] - lower[t] + 2m / (1m - share) * (Math.Max(0m, lower[t] - actual) + Math.Max(0m, actual - upper[t]))));
    }

    /// <summary>Mean scaled interval score (MSIS): the interval score in units of what the naive forecast "as last time" was off by in earlier periods.</summary>
    /// <remarks>
    /// <para>Formula: <see cref="IntervalScore"/> / mean of |actual[t] - actual[t - season]| over the training.</para>
    /// <para>Source: the M4 competition's guide for competitors.</para>
    /// </remarks>
    /// <param name="lower">The lower ends, period by period.</param>
    /// <param name="upper">The upper ends, in the same order.</param>
    /// <param name="actuals">What came, in the same order.</param>
    /// <param name="share">The share of results that the range should hold: 0.8 for P10 to P90.</param>
    /// <param name="training">What came in the periods before, from the earliest on.</param>
    /// <param name="seasonLength">How many periods back "last time" is.</param>
    /// <returns>Null without a period, when the training is no longer than a season, or when it never changed.</returns>
    /// <exception cref="ArgumentException">The lists of ends and actuals differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1, or the season is not at least 1.</exception>
    public static decimal? MeanScaledIntervalScore(
        IReadOnlyList<decimal> lower, IReadOnlyList<decimal> upper, IReadOnlyList<decimal> actuals, decimal share,
        IReadOnlyList<decimal> training, int seasonLength = 1) =>
        Over(IntervalScore(lower, upper, actuals, share), Mean(NaiveErrors(training, seasonLength)));

    /// <summary>Interval coverage: the share of results that lay within their range, ends included.</summary>
    /// <param name="lower">The lower ends, period by period.</param>
    /// <param name="upper">The upper ends, in the same order.</param>
    /// <param name="actuals">What came, in the same order.</param>
    /// <returns>Null without a period.</returns>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public static decimal? IntervalCoverage(IReadOnlyList<decimal> lower, IReadOnlyList<decimal> upper, IReadOnlyList<decimal> actuals)
    {
        RequireSameLength(lower, actuals, nameof(lower), nameof(actuals));
        RequireSameLength(upper, actuals, nameof(upper), nameof(actuals));
        return Mean(actuals.Select((actual, t) => lower[t] <= actual && actual <= upper[t] ? 1m : 0m));
    }

    /// <summary>LINEX loss: a penalty that grows like an exponential on one side and like a line on the other.</summary>
    /// <remarks>
    /// <para>Formula: the mean of exp(a e) - a e - 1, e = actual - forecast: with a above zero, forecasts that are too low cost more.</para>
    /// <para>Source: utilsforecast, linex.</para>
    /// </remarks>
    /// <param name="forecasts">What was forecast, period by period.</param>
    /// <param name="actuals">What came, in the same order.</param>
    /// <param name="asymmetry">How much the sides differ; not zero.</param>
    /// <returns>Null without a period.</returns>
    /// <exception cref="ArgumentException">The two lists differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The asymmetry is zero.</exception>
    public static decimal? LinexLoss(IReadOnlyList<decimal> forecasts, IReadOnlyList<decimal> actuals, decimal asymmetry)
    {
        ArgumentOutOfRangeException.ThrowIfZero(asymmetry);
        return Mean(Errors(forecasts, actuals).Select(error =>
        {
            decimal power = -asymmetry * error;
            return (power > 0m ? 1m / Exponential(-power) : Exponential(power)) - power - 1m;
        }));
    }

    internal static void RequireQuantile(decimal quantile, [CallerArgumentExpression(nameof(quantile))] string? name = null)
    {
        if (quantile is > 0m and < 1m) return;
        throw new ArgumentOutOfRangeException(name, quantile, $"{name} lies between 0 and 1: write P10 as 0.1.");
    }
}
