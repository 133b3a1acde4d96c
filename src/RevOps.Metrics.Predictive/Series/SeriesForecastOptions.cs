namespace RevOps.Metrics.Predictive;

/// <summary>Which ranges a forecast of a series comes with, and how they are found where no formula gives them.</summary>
public sealed record SeriesForecastOptions
{
    /// <summary>Ranges of 80 and 95 %, by formula.</summary>
    public static SeriesForecastOptions Default { get; } = new();

    /// <summary>The probabilities that the ranges are to hold, each above 0 and below 1; 80 and 95 % unless said otherwise.</summary>
    public ValueList<double> Levels
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            foreach (double level in value)
            {
                if (level is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(value), level, "A level lies between 0 and 1: write 80 % as 0.8.");
            }

            field = value;
        }
    } = [0.8, 0.95];

    /// <summary>
    /// How to simulate; null for formulas alone. An ETS model that multiplies then takes its ranges from the simulated futures: they are as skew as its
    /// values are, while the formulas give the ranges of a normal distribution with the model's exact mean and variance, or none at all.
    /// </summary>
    public PathSimulation? Simulation { get; init; }
}
