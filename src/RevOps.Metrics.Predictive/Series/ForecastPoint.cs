using MathNet.Numerics.Distributions;

namespace RevOps.Metrics.Predictive;

/// <summary>The forecast of one period to come.</summary>
/// <param name="Step">How many periods after the end of the history: 1 for the next.</param>
/// <param name="Mean">The point forecast, or why there is none.</param>
/// <param name="Intervals">The ranges that hold the value to come with a stated probability, in the order of the levels asked for.</param>
/// <param name="NoIntervals">Why there are no intervals; null when there are.</param>
public sealed record ForecastPoint(int Step, Estimate Mean, ValueList<Interval> Intervals, string? NoIntervals = null)
{
    private const string TooLarge = "the numbers are too large";

    /// <summary>The range of this level; null where there is none or it was not asked for.</summary>
    public Interval? IntervalAt(double level)
    {
        foreach (Interval interval in Intervals)
        {
            if (interval.Level.Equals(level)) return interval;
        }

        return null;
    }

    /// <summary>"+3: 123.4 (80%: 110 to 137, 95%: 103 to 144)".</summary>
    public override string ToString() => FormattableString.Invariant($"+{Step}: {Mean}{(Intervals.Count == 0 ? "" : $" ({string.Join(", ", Intervals)})")}");

    /// <summary>No forecast, and why.</summary>
    internal static ForecastPoint Undefined(int step, string reason) => new(step, Estimate.Undefined(reason), [], reason);

    /// <summary>A point with ranges of so many deviations to both sides.</summary>
    /// <param name="step">The step.</param>
    /// <param name="mean">The point forecast.</param>
    /// <param name="deviation">The standard deviation of the value to come around it, or why there is none.</param>
    /// <param name="levels">The levels.</param>
    /// <param name="multipliers">The standard quantile of each level.</param>
    internal static ForecastPoint Symmetric(int step, double mean, Estimate deviation, ValueList<double> levels, ReadOnlySpan<double> multipliers)
    {
        if (!double.IsFinite(mean)) return Undefined(step, TooLarge);
        if (!deviation.IsDefined) return new ForecastPoint(step, Estimate.Of(mean), [], deviation.UndefinedReason);
        Interval[] intervals = new Interval[levels.Count];
        for (int i = 0; i < intervals.Length; i++)
        {
            double half = multipliers[i] * deviation.Value.Value;
            intervals[i] = new Interval(levels[i], mean - half, mean + half);
            if (!double.IsFinite(intervals[i].Lower) || !double.IsFinite(intervals[i].Upper)) return new ForecastPoint(step, Estimate.Of(mean), [], TooLarge);
        }

        return new ForecastPoint(step, Estimate.Of(mean), ValueList.Create<Interval>(intervals));
    }

    /// <summary>A deviation that may have become too large for a number.</summary>
    internal static Estimate Deviation(double variance) => double.IsFinite(variance) ? Estimate.Of(Math.Sqrt(Math.Max(variance, 0))) : Estimate.Undefined(TooLarge);

    /// <summary>How many deviations each level reaches to both sides of a normal distribution.</summary>
    internal static double[] NormalMultipliers(ValueList<double> levels) => [.. levels.Select(level => Normal.InvCDF(0, 1, (1 + level) / 2))];
}
