namespace RevOps.Metrics.Predictive;

/// <summary>A cumulative incidence at one of the times at which it rises.</summary>
/// <param name="Time">The time since the start.</param>
/// <param name="AtRisk">How many were still there, by whatever outcome, just before it.</param>
/// <param name="Events">How many came to this outcome at it.</param>
/// <param name="Incidence">The share that has come to this outcome by then.</param>
/// <param name="StandardError">Its standard error.</param>
public sealed record IncidenceStep(double Time, double AtRisk, double Events, double Incidence, double StandardError)
{
    /// <summary>An interval for the share on the scale of the log-log: F^exp(± z se / (F ln F)), which never leaves 0 to 1.</summary>
    /// <returns>Null where all have come to this outcome, where that scale does not reach.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public Interval? Interval(double level = 0.95) => SurvivalIntervals.Of(Incidence, StandardError, level, SurvivalIntervalKind.LogLog);
}
