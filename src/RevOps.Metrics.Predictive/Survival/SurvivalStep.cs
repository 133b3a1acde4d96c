namespace RevOps.Metrics.Predictive;

/// <summary>A survival curve at one of the times at which it falls.</summary>
/// <param name="Time">The time since the start.</param>
/// <param name="AtRisk">How many were still there just before it, and so could leave at it.</param>
/// <param name="Events">How many left at it.</param>
/// <param name="Censored">How many were last seen from it on and before the next step, without having left.</param>
/// <param name="Survival">The share that is still there after it.</param>
/// <param name="StandardError">Greenwood's standard error of that share; undefined where the curve has reached 0.</param>
public sealed record SurvivalStep(double Time, double AtRisk, double Events, double Censored, double Survival, Estimate StandardError)
{
    /// <summary>An interval for the share that is still there; null where the curve has reached 0 and its standard error does not exist.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public Interval? Interval(double level = 0.95, SurvivalIntervalKind kind = SurvivalIntervalKind.Log) =>
        StandardError.Value is { } error ? SurvivalIntervals.Of(Survival, error, level, kind) : null;
}
