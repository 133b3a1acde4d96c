using System.Globalization;

namespace RevOps.Metrics.Predictive;

/// <summary>The time by which a share has left, with the limits of its interval; what the curve does not come down to is undefined.</summary>
/// <param name="Share">The share that has left.</param>
/// <param name="Time">The time by which it has.</param>
/// <param name="Level">The level of the interval.</param>
/// <param name="Lower">Its lower limit.</param>
/// <param name="Upper">Its upper limit: undefined where the upper limit of the curve stays above, as it often does.</param>
public sealed record SurvivalQuantile(double Share, Estimate Time, double Level, Estimate Lower, Estimate Upper)
{
    /// <summary>How near a level part of the curve must come to a share to be at it: products of fractions that should be one half seldom are.</summary>
    private const double Tolerance = 1.4901161193847656e-8;

    /// <summary>"412 (350 to 488)"; a question mark for a limit that is not reached.</summary>
    public override string ToString() => Time.IsDefined
        ? string.Create(CultureInfo.InvariantCulture, $"{Time} ({Limit(Lower)} to {Limit(Upper)})")
        : Time.ToString();

    internal static SurvivalQuantile Of(SurvivalCurve curve, double share, double level, SurvivalIntervalKind kind)
    {
        if (!(share is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "A share that has left is above 0 and below 1: 0.5 for the median.");
        // Also where there is no step to ask it of.
        SurvivalIntervals.Normal(level);
        return new SurvivalQuantile(
            share,
            Crossing(curve, share, step => step.Survival, "the curve"),
            level,
            Crossing(curve, share, step => step.Interval(level, kind)?.Lower, "the lower limit of the curve"),
            Crossing(curve, share, step => step.Interval(level, kind)?.Upper, "the upper limit of the curve"));
    }

    private static Estimate Crossing(SurvivalCurve curve, double share, Func<SurvivalStep, double?> height, string what)
    {
        if (curve.LastTime is not { } lastTime) return Estimate.Undefined("nobody was observed");
        double? reached = null, least = 1;
        foreach (SurvivalStep step in curve.Steps)
        {
            if (height(step) is not { } at)
            {
                // At the end of a curve that reached 0 a limit does not exist, and so is not level to the last time.
                lastTime = double.NaN;
                continue;
            }

            double left = 1 - at;
            least = Math.Min(least.Value, at);
            if (reached is null && left >= share - Tolerance) reached = step.Time;
            if (left >= share + Tolerance) return Estimate.Of((reached!.Value + step.Time) / 2);
        }

        if (reached is { } level && !double.IsNaN(lastTime)) return Estimate.Of((level + lastTime) / 2);
        return Estimate.Undefined(string.Create(CultureInfo.InvariantCulture,
            $"{what} comes down to {least:0.####} only, not to {1 - share:0.####}, while it is known"));
    }

    private static string Limit(Estimate limit) => limit.IsDefined ? limit.ToString() : "?";
}
