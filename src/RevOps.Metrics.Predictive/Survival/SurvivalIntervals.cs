namespace RevOps.Metrics.Predictive;

/// <summary>Intervals for a survival probability, as the function <c>survfit_confint</c> of the R package survival makes them.</summary>
internal static class SurvivalIntervals
{
    /// <summary>The interval; null where its scale does not reach: at 0, and for the log-log at 1.</summary>
    public static Interval? Of(double survival, double standardError, double level, SurvivalIntervalKind kind)
    {
        double z = Normal(level);
        if (survival <= 0) return null;
        double ofLog = standardError / survival;
        switch (kind)
        {
            case SurvivalIntervalKind.Plain:
                return new Interval(level, Math.Max(survival - (z * standardError), 0), Math.Min(survival + (z * standardError), 1));
            case SurvivalIntervalKind.Log:
                return new Interval(level, survival * Math.Exp(-z * ofLog), Math.Min(survival * Math.Exp(z * ofLog), 1));
            case SurvivalIntervalKind.LogLog:
                if (survival >= 1) return null;
                double log = Math.Log(survival), spread = z * ofLog / -log;
                // Where the spread is nothing, rounding may not leave the estimate outside.
                return new Interval(level, Math.Min(Math.Exp(log * Math.Exp(spread)), survival), Math.Max(Math.Exp(log * Math.Exp(-spread)), survival));
            default:
                throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of interval.");
        }
    }

    /// <summary>How many standard errors an interval of a level reaches to either side.</summary>
    public static double Normal(double level) => level is > 0 and < 1
        ? MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, 0.5 + (level / 2))
        : throw new ArgumentOutOfRangeException(nameof(level), level, "The level of an interval is above 0 and below 1: 0.95 for 95 %.");
}
