namespace RevOps.Metrics.Predictive;

/// <content>What is to come.</content>
public sealed partial class EtsModel
{
    /// <summary>The next periods.</summary>
    /// <remarks>
    /// <para>Additive throughout: the mean, and ranges of the normal distribution that the model has. Multiplicative errors: the exact mean and variance
    /// (which differ from letting the states go on without errors where seasons multiply and the horizon passes a season), and ranges of the normal
    /// distribution with these, as R and fable give; with <see cref="SeriesForecastOptions.Simulation"/> ranges of the simulated futures, which are skew.
    /// Additive errors with multiplicative seasons: the point goes on without errors and there is no finite variance, so that ranges are simulated or
    /// undefined.</para>
    /// <para>Ranges take the parameters as known: those of a short series are too narrow.</para>
    /// <para>Source: Hyndman, Koehler, Ord and Snyder (2008), chapter 6.</para>
    /// </remarks>
    /// <param name="horizon">How many periods.</param>
    /// <param name="options">The levels of the ranges, and how to simulate.</param>
    /// <exception cref="ArgumentOutOfRangeException">The horizon is not at least 1, or there are no paths to simulate.</exception>
    public SeriesForecast Forecast(int horizon, SeriesForecastOptions? options = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(horizon);
        options ??= SeriesForecastOptions.Default;
        if (options.Simulation is { } asked) ArgumentOutOfRangeException.ThrowIfNegativeOrZero(asked.Paths, nameof(options));
        EtsMoments moments = new(Form, Parameters, End, Variance, _missingAtEnd + horizon, _seasonLength);
        double[] multipliers = ForecastPoint.NormalMultipliers(options.Levels);
        EtsPaths? paths = options.Simulation is { } simulation && Form.NeedsPositiveValues && Variance.IsDefined
            ? new EtsPaths(Form, Parameters, End, Variance.Value.Value, _missingAtEnd + horizon, simulation)
            : null;
        ForecastPoint[] points = new ForecastPoint[horizon];
        for (int i = 0; i < horizon; i++)
        {
            double mean = moments.Mean(_missingAtEnd + i);
            points[i] = paths is null
                ? ForecastPoint.Symmetric(i + 1, mean, moments.Deviation(_missingAtEnd + i), options.Levels, multipliers)
                : paths.Point(i + 1, mean, _missingAtEnd + i, options.Levels);
        }

        return new SeriesForecast(Form.ToString(), ValueList.Create<ForecastPoint>(points)) { Fitted = Fitted };
    }
}
