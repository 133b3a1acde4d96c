namespace RevOps.Metrics.Predictive;

/// <summary>How much risk of leaving has gathered by each time since the start, by Nelson and Aalen's estimate.</summary>
/// <remarks>
/// H(t) is the sum over the times t_i up to t of d_i / n_i, its variance the sum of d_i / n_i². Where it runs straight the risk is constant; where it
/// flattens, who has stayed will rather stay. A rate in one over the unit of the times, gathered over time: no unit, from 0 up. Source: O. Aalen,
/// Nonparametric inference for a family of counting processes, Annals of Statistics 6 (1978); numbers agree with <c>survfit</c> of the R package survival (cumhaz).
/// </remarks>
public sealed class CumulativeHazard
{
    private readonly SurvivalCurve _curve;

    internal CumulativeHazard(SurvivalCurve curve)
    {
        _curve = curve;
        HazardStep[] steps = new HazardStep[curve.Falls.Length];
        double hazard = 0, variance = 0;
        for (int i = 0; i < steps.Length; i++)
        {
            int row = curve.Falls[i];
            double atRisk = curve.Table.AtRisk[row], events = curve.Table.Events[row];
            hazard += events / atRisk;
            variance += events / (atRisk * atRisk);
            steps[i] = new HazardStep(curve.Table.Times[row], atRisk, events, hazard, Math.Sqrt(variance));
        }

        Steps = steps;
    }

    /// <summary>The times at which it rises, in order.</summary>
    public IReadOnlyList<HazardStep> Steps { get; }

    /// <summary>The cumulative hazard after a time.</summary>
    /// <returns>Undefined later than anyone was observed.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or no number.</exception>
    public Estimate At(double time) => At(time, step => step.Hazard);

    /// <summary>The standard error of <see cref="At(double)"/>.</summary>
    /// <returns>0 while nobody has left; undefined later than anyone was observed.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or no number.</exception>
    public Estimate StandardErrorAt(double time) => At(time, step => step.StandardError);

    private Estimate At(double time, Func<HazardStep, double> number)
    {
        if (_curve.Unknown(time) is { } reason) return Estimate.Undefined(reason);
        if (time > _curve.LastTime) return Estimate.Undefined("all had left by then, and who is not there has no risk");
        int place = _curve.Falls.BinarySearch(_curve.RowAt(time));
        int step = place >= 0 ? place : ~place - 1;
        return Estimate.Of(step < 0 ? 0 : number(Steps[step]));
    }
}
