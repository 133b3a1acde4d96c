namespace RevOps.Metrics.Predictive;

/// <summary>A cumulative hazard at one of the times at which it rises.</summary>
/// <param name="Time">The time since the start.</param>
/// <param name="AtRisk">How many were still there just before it.</param>
/// <param name="Events">How many left at it.</param>
/// <param name="Hazard">The cumulative hazard after it.</param>
/// <param name="StandardError">Its standard error.</param>
public sealed record HazardStep(double Time, double AtRisk, double Events, double Hazard, double StandardError)
{
    /// <summary>The share that is still there by this hazard, exp(-H): a little above Kaplan and Meier's, and never 0.</summary>
    /// <remarks>Known by the names of Breslow and of Fleming and Harrington (R: <c>stype = 2</c>).</remarks>
    public double Survival => Math.Exp(-Hazard);

    /// <summary>An interval for the hazard on the scale of its logarithm: H exp(± z se / H).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public Interval Interval(double level = 0.95)
    {
        double spread = Math.Exp(SurvivalIntervals.Normal(level) * StandardError / Hazard);
        return new Interval(level, Hazard / spread, Hazard * spread);
    }
}
