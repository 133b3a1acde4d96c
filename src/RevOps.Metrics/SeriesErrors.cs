namespace RevOps.Metrics;

/// <summary>The errors of one of many series of forecasts, in whole units such as cents.</summary>
/// <remarks>
/// The same numbers as those of <see cref="Formulas"/>, for whoever has thousands of series: sums are taken of whole numbers, and series by
/// series on all processors. An error is forecast - actual.
/// </remarks>
/// <param name="Wape">Weighted absolute percentage error (<see cref="Formulas.WeightedAbsolutePercentageError"/>), a fraction; null where all actuals are zero.</param>
/// <param name="Mase">Mean absolute scaled error (<see cref="Formulas.MeanAbsoluteScaledError"/>), scaled by the actuals of the series itself; null where these never changed.</param>
/// <param name="MeanBias">Mean forecast bias (<see cref="Formulas.MeanForecastBias"/>), in units.</param>
/// <param name="MeanAbsoluteError">Mean absolute error (<see cref="Formulas.MeanAbsoluteError"/>), in units.</param>
public readonly record struct SeriesErrors(decimal? Wape, decimal? Mase, decimal MeanBias, decimal MeanAbsoluteError)
{
    /// <summary>The errors of series that follow one another, each of as many periods.</summary>
    /// <param name="forecasts">What was forecast: all periods of the first series, then those of the next.</param>
    /// <param name="actuals">What came, in the same order.</param>
    /// <param name="periods">How many periods each series has.</param>
    /// <param name="seasonLength">For <see cref="Mase"/>, how many periods back "last time" is.</param>
    /// <exception cref="ArgumentException">The two differ in length, or do not hold whole series.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no period, or the season is not at least 1.</exception>
    /// <exception cref="OverflowException">A sum of a series is too large for 64 bits.</exception>
    public static SeriesErrors[] Of(ReadOnlyMemory<long> forecasts, ReadOnlyMemory<long> actuals, int periods, int seasonLength = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(periods);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(seasonLength);
        if (forecasts.Length != actuals.Length)
        {
            throw new ArgumentException($"There are {forecasts.Length} forecasts and {actuals.Length} actuals: give one actual for each forecast.", nameof(actuals));
        }

        if (forecasts.Length % periods != 0)
        {
            throw new ArgumentException($"{forecasts.Length} forecasts are no whole series of {periods} periods: give all periods of each series.", nameof(forecasts));
        }

        SeriesErrors[] errors = new SeriesErrors[forecasts.Length / periods];
        Split.Run(errors.Length, KernelOptions.Default.ThreadsFor(forecasts.Length), (first, end) =>
        {
            for (int series = first; series < end; series++)
            {
                errors[series] = Of(forecasts.Span.Slice(series * periods, periods), actuals.Span.Slice(series * periods, periods), seasonLength);
            }
        });
        return errors;
    }

    private static SeriesErrors Of(ReadOnlySpan<long> forecasts, ReadOnlySpan<long> actuals, int seasonLength)
    {
        (long bias, long off, long size, long changed) = SeriesSums.Of(forecasts, actuals, seasonLength);
        decimal meanError = (decimal)off / actuals.Length;
        return new SeriesErrors(
            size == 0 ? null : (decimal)off / size,
            changed == 0 ? null : meanError / ((decimal)changed / (actuals.Length - seasonLength)),
            (decimal)bias / actuals.Length,
            meanError);
    }
}
