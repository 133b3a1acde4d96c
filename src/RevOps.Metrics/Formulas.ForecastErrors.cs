namespace RevOps.Metrics;

/// <content>Errors of a series of forecasts. An error is forecast - actual.</content>
public static partial class Formulas
{
    /// <summary>Mean forecast bias: the average of forecast - actual, in which errors of opposite sign cancel.</summary>
    /// <remarks>
    /// <para>Positive when too much was promised. Statistics packages print the mean error (ME) as actual - forecast, with the other sign.</para>
    /// <para>Source: https://otexts.com/fpp3/accuracy.html</para>
    /// </remarks>
    /// <param name="forecasts">What was forecast, period by period.</param>
    /// <param name="actuals">What came, in the same order.</param>
    /// <returns>Null without a period.</returns>
    /// <exception cref="ArgumentException">The two lists differ in length.</exception>
    public static decimal? MeanForecastBias(IReadOnlyList<decimal> forecasts, IReadOnlyList<decimal> actuals) => Mean(Errors(forecasts, actuals));

    /// <summary>Mean absolute error (MAE, also MAD): the average size of the errors, in the forecast's own unit.</summary>
    /// <inheritdoc cref="MeanForecastBias"/>
    public static decimal? MeanAbsoluteError(IReadOnlyList<decimal> forecasts, IReadOnlyList<decimal> actuals) =>
        Mean(Errors(forecasts, actuals).Select(Math.Abs));

    /// <summary>Mean squared error (MSE): the average of the squared errors.</summary>
    /// <inheritdoc cref="MeanForecastBias"/>
    public static decimal? MeanSquaredError(IReadOnlyList<decimal> forecasts, IReadOnlyList<decimal> actuals) =>
        Mean(Errors(forecasts, actuals).Select(Square));

    /// <summary>Root mean squared error (RMSE): the root of the mean squared error, in the forecast's own unit; large errors weigh more than in MAE.</summary>
    /// <inheritdoc cref="MeanForecastBias"/>
    public static decimal? RootMeanSquaredError(IReadOnlyList<decimal> forecasts, IReadOnlyList<decimal> actuals) =>
        SquareRoot(MeanSquaredError(forecasts, actuals));

    /// <summary>Mean relative bias: the average of (forecast - actual) / |actual|, a fraction in which errors of opposite sign cancel.</summary>
    /// <remarks>
    /// <para>Statistics packages print it as the mean percentage error (MPE), times 100 and with the other sign.</para>
    /// <para>Source: https://otexts.com/fpp3/accuracy.html</para>
    /// </remarks>
    /// <param name="forecasts">What was forecast, period by period.</param>
    /// <param name="actuals">What came, in the same order.</param>
    /// <returns>Null without a period, or when an actual is zero.</returns>
    /// <exception cref="ArgumentException">The two lists differ in length.</exception>
    public static decimal? MeanRelativeForecastBias(IReadOnlyList<decimal> forecasts, IReadOnlyList<decimal> actuals) =>
        RelativeErrors(forecasts, actuals) is { } errors ? Mean(errors) : null;

    /// <summary>Median absolute percentage error (MdAPE): the middle one of the errors' sizes, each as a fraction of its own actual.</summary>
    /// <inheritdoc cref="MeanRelativeForecastBias"/>
    public static decimal? MedianAbsolutePercentageError(IReadOnlyList<decimal> forecasts, IReadOnlyList<decimal> actuals) =>
        RelativeErrors(forecasts, actuals) is { } errors ? Median(errors.Select(Math.Abs)) : null;

    /// <summary>Symmetric mean absolute percentage error (sMAPE), in the variant from 0 to 2: the average size of the errors, each as a fraction of
    /// the mean of forecast and actual.</summary>
    /// <remarks>
    /// <para>Formula: the mean of 2 |forecast - actual| / (|forecast| + |actual|). A pair of two zeros is no error. The M4 competition prints it
    /// times 100 (0 to 200); the variant from 0 to 1 is half of it. Despite its name it weighs a forecast that is too low more heavily.</para>
    /// <para>Source: https://otexts.com/fpp3/accuracy.html</para>
    /// </remarks>
    /// <inheritdoc cref="MeanForecastBias"/>
    public static decimal? SymmetricMeanAbsolutePercentageError(IReadOnlyList<decimal> forecasts, IReadOnlyList<decimal> actuals)
    {
        RequireSameLength(forecasts, actuals, nameof(forecasts), nameof(actuals));
        return Mean(forecasts.Zip(actuals, (f, a) => f == a ? 0m : 2m * Math.Abs(f - a) / (Math.Abs(f) + Math.Abs(a))));
    }

    /// <summary>Tracking signal: the sum of the biases in units of the mean absolute error.</summary>
    /// <remarks>
    /// <para>Formula: sum of (forecast - actual) / mean of |forecast - actual|, from -n to n for n periods. Positive when too much was promised, as
    /// <see cref="ForecastBias"/>; textbooks write actual - forecast, with the other sign. Beyond 4 either way the forecast is usually called biased.</para>
    /// <para>Source: https://qammunity.org/5140786</para>
    /// </remarks>
    /// <param name="forecasts">What was forecast, period by period.</param>
    /// <param name="actuals">What came, in the same order.</param>
    /// <returns>Null without a period, or when every forecast was exact.</returns>
    /// <exception cref="ArgumentException">The two lists differ in length.</exception>
    public static decimal? TrackingSignal(IReadOnlyList<decimal> forecasts, IReadOnlyList<decimal> actuals) =>
        MeanAbsoluteError(forecasts, actuals) is { } size and not 0m ? Errors(forecasts, actuals).Sum() / size : null;

    /// <summary>Autocorrelation of the errors at lag 1 (ACF1): whether an error foretells the next one.</summary>
    /// <remarks>
    /// <para>Formula: sum of (e[t] - mean)(e[t-1] - mean) / sum of (e[t] - mean) squared, from -1 to 1. Away from zero, the forecast leaves something
    /// on the table.</para>
    /// <para>Source: R, package forecast, function accuracy.</para>
    /// </remarks>
    /// <param name="forecasts">What was forecast, period by period.</param>
    /// <param name="actuals">What came, in the same order.</param>
    /// <returns>Null without a period, or when all errors are the same.</returns>
    /// <exception cref="ArgumentException">The two lists differ in length.</exception>
    public static decimal? ErrorAutocorrelation(IReadOnlyList<decimal> forecasts, IReadOnlyList<decimal> actuals)
    {
        decimal[] errors = [.. Errors(forecasts, actuals)];
        if (Mean(errors) is not { } mean) return null;
        decimal variation = errors.Sum(error => Square(error - mean));
        return variation == 0m ? null : errors.Skip(1).Zip(errors, (error, before) => (error - mean) * (before - mean)).Sum() / variation;
    }

    /// <summary>Mean asymmetric error: the average of a penalty that differs between forecasts that are too high and those that are too low.</summary>
    /// <remarks>
    /// <para>So a shortfall of revenue can cost more than a surplus. A penalty is given the size of the error.</para>
    /// <para>Source: sktime, mean_asymmetric_error (there the sides are those of actual - forecast).</para>
    /// </remarks>
    /// <param name="forecasts">What was forecast, period by period.</param>
    /// <param name="actuals">What came, in the same order.</param>
    /// <param name="tooHigh">The penalty of a forecast above the actual.</param>
    /// <param name="tooLow">The penalty of a forecast at or below the actual.</param>
    /// <returns>Null without a period.</returns>
    /// <exception cref="ArgumentException">The two lists differ in length.</exception>
    public static decimal? MeanAsymmetricError(
        IReadOnlyList<decimal> forecasts, IReadOnlyList<decimal> actuals, Func<decimal, decimal> tooHigh, Func<decimal, decimal> tooLow)
    {
        ArgumentNullException.ThrowIfNull(tooHigh);
        ArgumentNullException.ThrowIfNull(tooLow);
        return Mean(Errors(forecasts, actuals).Select(error => error > 0m ? tooHigh(error) : tooLow(-error)));
    }

    private static IEnumerable<decimal> Errors(IReadOnlyList<decimal> forecasts, IReadOnlyList<decimal> actuals)
    {
        RequireSameLength(forecasts, actuals, nameof(forecasts), nameof(actuals));
        return forecasts.Zip(actuals, ForecastBias);
    }

    private static decimal[]? RelativeErrors(IReadOnlyList<decimal> forecasts, IReadOnlyList<decimal> actuals)
    {
        RequireSameLength(forecasts, actuals, nameof(forecasts), nameof(actuals));
        return actuals.Contains(0m) ? null : [.. forecasts.Zip(actuals, (f, a) => ForecastBias(f, a) / Math.Abs(a))];
    }
}
