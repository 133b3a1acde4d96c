namespace RevOps.Metrics.Predictive;

/// <summary>Where a smoothing model stands between two periods: all that it knows of the past.</summary>
/// <param name="Level">The height, without the season.</param>
/// <param name="Trend">The growth a period; null without a trend.</param>
/// <param name="Seasonal">The season's amounts or factors in the order of time, the first for the next period; empty without seasons.</param>
/// <remarks>R prints a model's seasonal states the other way round: its s1 is the newest, that of the period just gone, which is the last one here.</remarks>
public sealed record SmoothingState(double Level, double? Trend, ValueList<double> Seasonal)
{
    /// <summary>A level alone, as of simple exponential smoothing.</summary>
    public SmoothingState(double level)
        : this(level, null, [])
    {
    }

    /// <summary>A level and a trend, as of Holt's method.</summary>
    public SmoothingState(double level, double trend)
        : this(level, trend, [])
    {
    }

    /// <summary>Why such a model cannot start from it; null when it can.</summary>
    internal string? Against(TrendForm trend, SeasonalForm seasonal, int seasonLength)
    {
        int seasons = seasonal == SeasonalForm.None ? 0 : seasonLength;
        if (Trend is null != (trend == TrendForm.None))
        {
            return $"The starting state has {(Trend is null ? "no" : "a")} trend and the model {(Trend is null ? "one" : "none")}: give both or neither.";
        }

        if (Seasonal.Count != seasons) return $"The starting state has {Seasonal.Count} seasonal values: the model takes {seasons}, the first for the first period.";
        bool finite = double.IsFinite(Level) && double.IsFinite(Trend ?? 0) && Seasonal.All(double.IsFinite);
        if (!finite) return "The starting state has a number that is not finite: give finite ones.";
        return seasonal == SeasonalForm.Multiplicative && Seasonal.Any(factor => factor <= 0)
            ? "The starting state has a seasonal factor that is not above zero: a season of no effect has the factor 1."
            : null;
    }
}
