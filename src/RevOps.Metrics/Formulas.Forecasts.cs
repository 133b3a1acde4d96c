namespace RevOps.Metrics;

public static partial class Formulas
{
    /// <summary>Forecast accuracy: 1 minus the error of a forecast as a fraction of what came.</summary>
    /// <remarks>
    /// <para>Formula: 1 - |forecast - actual| / |actual|, a fraction: 1 when exact, negative when the error is larger than the actual.
    /// It is not clamped at 0 as some tools do, so a forecast of 250 for 100 (-0.5) stays worse than one of 200 (0). Read it beside
    /// <see cref="ForecastBias"/>, which tells whether too much or too little was promised.</para>
    /// <para>Source: https://knowledge.hubspot.com/forecast/track-the-accuracy-of-forecasts (there clamped)</para>
    /// </remarks>
    /// <param name="forecast">What was forecast.</param>
    /// <param name="actual">What came.</param>
    /// <returns>Null when the actual is zero: no error can be a fraction of it.</returns>
    public static decimal? ForecastAccuracy(decimal forecast, decimal actual) =>
        RelativeForecastBias(forecast, actual) is { } bias ? 1m - Math.Abs(bias) : null;

    /// <summary>Forecast accuracy on another basis: as a fraction of the forecast, or never below zero.</summary>
    /// <remarks>
    /// <para>Formula: 1 - |forecast - actual| / |actual|, or / |forecast|, or the larger of the first and 0.</para>
    /// <para>Source: https://knowledge.hubspot.com/forecast/track-the-accuracy-of-forecasts (clamped)</para>
    /// </remarks>
    /// <param name="forecast">What was forecast.</param>
    /// <param name="actual">What came.</param>
    /// <param name="basis">What it is a fraction of.</param>
    /// <returns>Null when what it is a fraction of is zero.</returns>
    public static decimal? ForecastAccuracy(decimal forecast, decimal actual, ForecastAccuracyBasis basis) => basis switch
    {
        ForecastAccuracyBasis.Forecast => ForecastAccuracy(forecast: actual, actual: forecast),
        ForecastAccuracyBasis.ActualClamped => ForecastAccuracy(forecast, actual) is { } accuracy ? Math.Max(0m, accuracy) : null,
        _ => ForecastAccuracy(forecast, actual),
    };

    /// <summary>Forecast bias: by how much a forecast was too high (positive) or too low (negative).</summary>
    /// <remarks>
    /// <para>Formula: forecast - actual, in the forecast's own unit. Some statistics packages define the error the other way round.</para>
    /// <para>Source: https://kpiexamples.operately.com/inventory-management/forecast-bias</para>
    /// </remarks>
    /// <param name="forecast">What was forecast.</param>
    /// <param name="actual">What came.</param>
    public static decimal ForecastBias(decimal forecast, decimal actual) => forecast - actual;

    /// <summary>Relative forecast bias: by how much a forecast was too high (positive) or too low (negative), as a fraction of what
    /// came.</summary>
    /// <remarks>
    /// <para>Formula: (forecast - actual) / |actual|, a fraction.</para>
    /// <para>Source: <see cref="ForecastBias"/>, as a fraction of what came.</para>
    /// </remarks>
    /// <param name="forecast">What was forecast.</param>
    /// <param name="actual">What came.</param>
    /// <returns>Null when the actual is zero: no bias can be a fraction of it.</returns>
    public static decimal? RelativeForecastBias(decimal forecast, decimal actual) =>
        actual == 0m ? null : ForecastBias(forecast, actual) / Math.Abs(actual);

    /// <summary>Mean absolute percentage error (MAPE): the average size of the errors, each as a fraction of its own actual.</summary>
    /// <remarks>
    /// <para>Formula: the mean of |forecast - actual| / |actual|, a fraction (statistics packages often print it times 100). Small
    /// actuals weigh as much as large ones; <see cref="WeightedAbsolutePercentageError"/> weighs by amount.</para>
    /// <para>Source: https://otexts.com/fpp3/accuracy.html</para>
    /// </remarks>
    /// <param name="forecasts">What was forecast, period by period.</param>
    /// <param name="actuals">What came, in the same order.</param>
    /// <returns>Null without a period, or when an actual is zero: leaving that period out would hide its error.</returns>
    /// <exception cref="ArgumentException">The two lists differ in length.</exception>
    public static decimal? MeanAbsolutePercentageError(IReadOnlyList<decimal> forecasts, IReadOnlyList<decimal> actuals)
    {
        RequireSameLength(forecasts, actuals, nameof(forecasts), nameof(actuals));
        if (actuals.Count == 0) return null;

        decimal sum = 0m;
        for (int i = 0; i < actuals.Count; i++)
        {
            if (RelativeForecastBias(forecasts[i], actuals[i]) is not { } bias) return null;
            sum += Math.Abs(bias);
        }

        return sum / actuals.Count;
    }

    /// <summary>Weighted absolute percentage error (WAPE): the sum of the errors' sizes as a fraction of the sum of the actuals'
    /// sizes.</summary>
    /// <remarks>
    /// <para>Formula: sum of |forecast - actual| / sum of |actual|, a fraction. A period without an actual still counts with its
    /// error.</para>
    /// <para>Source: https://help.sap.com/doc/f34f13519204438c95bf0631a85ac4da/1908/en-US/89eed15489e16374e10000000a44538d.html</para>
    /// </remarks>
    /// <param name="forecasts">What was forecast, period by period.</param>
    /// <param name="actuals">What came, in the same order.</param>
    /// <returns>Null without a period, or when every actual is zero.</returns>
    /// <exception cref="ArgumentException">The two lists differ in length.</exception>
    public static decimal? WeightedAbsolutePercentageError(IReadOnlyList<decimal> forecasts, IReadOnlyList<decimal> actuals)
    {
        RequireSameLength(forecasts, actuals, nameof(forecasts), nameof(actuals));
        decimal errors = 0m;
        decimal sizes = 0m;
        for (int i = 0; i < actuals.Count; i++)
        {
            errors += Math.Abs(ForecastBias(forecasts[i], actuals[i]));
            sizes += Math.Abs(actuals[i]);
        }

        return sizes == 0m ? null : errors / sizes;
    }
}
