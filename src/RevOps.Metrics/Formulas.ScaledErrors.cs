namespace RevOps.Metrics;

/// <content>Errors in units of what a naive forecast, "as last time", is off by.</content>
public static partial class Formulas
{
    /// <summary>Mean absolute scaled error (MASE): the average size of the errors over that of the naive forecast "as last time" in earlier periods.</summary>
    /// <remarks>
    /// <para>Formula: MAE / mean of |actual[t] - actual[t - season]| over the training. Below 1 the forecasts beat the naive one; of the naive
    /// forecast over the training itself it is 1.</para>
    /// <para>Source: https://otexts.com/fpp3/accuracy.html</para>
    /// </remarks>
    /// <param name="forecasts">What was forecast, period by period.</param>
    /// <param name="actuals">What came, in the same order.</param>
    /// <param name="training">What came in the periods before, from the earliest on.</param>
    /// <param name="seasonLength">How many periods back "last time" is: 1, or 12 for months of a year with seasons.</param>
    /// <returns>Null without a period, when the training is no longer than a season, or when it never changed.</returns>
    /// <exception cref="ArgumentException">The forecasts and actuals differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The season is not at least 1.</exception>
    public static decimal? MeanAbsoluteScaledError(
        IReadOnlyList<decimal> forecasts, IReadOnlyList<decimal> actuals, IReadOnlyList<decimal> training, int seasonLength = 1) =>
        Over(MeanAbsoluteError(forecasts, actuals), Mean(NaiveErrors(training, seasonLength)));

    /// <summary>Root mean squared scaled error (RMSSE): the root of the mean squared error over that of the naive forecast "as last time".</summary>
    /// <inheritdoc cref="MeanAbsoluteScaledError"/>
    public static decimal? RootMeanSquaredScaledError(
        IReadOnlyList<decimal> forecasts, IReadOnlyList<decimal> actuals, IReadOnlyList<decimal> training, int seasonLength = 1) =>
        SquareRoot(Over(MeanSquaredError(forecasts, actuals), Mean(NaiveErrors(training, seasonLength).Select(Square))));

    /// <summary>Median absolute scaled error (MdASE): as <see cref="MeanAbsoluteScaledError"/>, with medians for means.</summary>
    /// <inheritdoc cref="MeanAbsoluteScaledError"/>
    public static decimal? MedianAbsoluteScaledError(
        IReadOnlyList<decimal> forecasts, IReadOnlyList<decimal> actuals, IReadOnlyList<decimal> training, int seasonLength = 1) =>
        Over(Median(Errors(forecasts, actuals).Select(Math.Abs)), Median(NaiveErrors(training, seasonLength)));

    /// <summary>Root median squared scaled error (RMdSSE): as <see cref="RootMeanSquaredScaledError"/>, with medians for means.</summary>
    /// <inheritdoc cref="MeanAbsoluteScaledError"/>
    public static decimal? RootMedianSquaredScaledError(
        IReadOnlyList<decimal> forecasts, IReadOnlyList<decimal> actuals, IReadOnlyList<decimal> training, int seasonLength = 1) =>
        SquareRoot(Over(Median(Errors(forecasts, actuals).Select(Square)), Median(NaiveErrors(training, seasonLength).Select(Square))));

    /// <summary>Theil's U: the relative errors of the forecasts over those of "as last time", both as roots of sums of squares.</summary>
    /// <remarks>
    /// <para>Formula: root of (sum of ((forecast[t] - actual[t]) / actual[t-1]) squared / sum of ((actual[t] - actual[t-1]) / actual[t-1]) squared),
    /// t from the second period on. Below 1 the forecasts beat the naive one.</para>
    /// <para>Source: R, package forecast, function accuracy (Theil's U2).</para>
    /// </remarks>
    /// <param name="forecasts">What was forecast, period by period.</param>
    /// <param name="actuals">What came, in the same order.</param>
    /// <returns>Null with fewer than two periods, when an actual but the last is zero, or when the actuals never changed.</returns>
    /// <exception cref="ArgumentException">The two lists differ in length.</exception>
    public static decimal? TheilsU(IReadOnlyList<decimal> forecasts, IReadOnlyList<decimal> actuals)
    {
        RequireSameLength(forecasts, actuals, nameof(forecasts), nameof(actuals));
        decimal errors = 0m, changes = 0m;
        for (int t = 1; t < actuals.Count; t++)
        {
            if (actuals[t - 1] == 0m) return null;
            errors += Square((forecasts[t] - actuals[t]) / actuals[t - 1]);
            changes += Square((actuals[t] - actuals[t - 1]) / actuals[t - 1]);
        }

        return SquareRoot(Over(errors, changes));
    }

    private static IEnumerable<decimal> NaiveErrors(IReadOnlyList<decimal> training, int seasonLength)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(seasonLength);
        return training.Skip(seasonLength).Zip(training, (actual, before) => Math.Abs(actual - before));
    }

    private static decimal? Over(decimal? error, decimal? scale) => scale is null or 0m ? null : error / scale;

    private static decimal Square(decimal number) => number * number;

    private static decimal? Mean(IEnumerable<decimal> numbers)
    {
        decimal sum = 0m;
        int count = 0;
        foreach (decimal number in numbers)
        {
            sum += number;
            count++;
        }

        return count == 0 ? null : sum / count;
    }

    private static decimal? Median(IEnumerable<decimal> numbers)
    {
        decimal[] ordered = [.. numbers.Order()];
        int half = ordered.Length / 2;
        return ordered.Length switch
        {
            0 => null,
            int count when count % 2 == 0 => (ordered[half - 1] + ordered[half]) / 2m,
            _ => ordered[half],
        };
    }

    /// <summary>The square root by Newton's rule, in decimal: the root of a double has 16 digits and a decimal 28.</summary>
    private static decimal? SquareRoot(decimal? number)
    {
        if (number is not { } square || square == 0m) return number;
        decimal root = (decimal)Math.Sqrt((double)square);
        for (int i = 0; i < 2; i++) root = (root + square / root) / 2m;
        return root;
    }
}
