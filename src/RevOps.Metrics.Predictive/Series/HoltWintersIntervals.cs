namespace RevOps.Metrics.Predictive;

/// <summary>Which formula gives the ranges of the classical method with multiplicative seasons, for which there is no exact one.</summary>
public enum HoltWintersIntervals
{
    /// <summary>
    /// The error of the period itself in full, and of each earlier period j back the share c[j] that is still there, scaled by the season's factor over that
    /// period's own: s2 (1 + sum of (c[j] s[h] / s[h-j])^2).
    /// </summary>
    FirstOrder,

    /// <summary>
    /// As R's predict.HoltWinters computes it, for comparison with R. It weighs the error of the period itself by alpha + gamma (1 - alpha) instead of 1, and
    /// takes the trend for the factor of a period that is a whole season after the start of the forecast; its ranges are too narrow.
    /// </summary>
    AsInR,
}
