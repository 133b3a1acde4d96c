using System.Globalization;

namespace RevOps.Metrics.Predictive;

/// <summary>The mean time that is spent up to a horizon, with its standard error.</summary>
/// <remarks>
/// The area under the survival curve from 0 to the horizon; its variance is the sum over the times t_i at which any left of
/// (area from t_i to the horizon)² d_i / (n_i (n_i - d_i)). Unlike the mean it exists while customers remain, and it compares groups at one horizon.
/// In the unit of the times. As <c>survfit</c> of the R package survival prints it (rmean).
/// </remarks>
/// <param name="Horizon">The time at which counting stops.</param>
/// <param name="Mean">The mean.</param>
/// <param name="StandardError">Its standard error.</param>
public sealed record RestrictedMean(double Horizon, Estimate Mean, Estimate StandardError)
{
    /// <summary>An interval for the mean by the normal distribution; null where the mean is undefined.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public Interval? Interval(double level = 0.95)
    {
        double z = SurvivalIntervals.Normal(level);
        return Mean.Value is { } mean && StandardError.Value is { } error ? new Interval(level, mean - (z * error), mean + (z * error)) : null;
    }

    /// <summary>"376.275 up to 1022".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Mean} up to {Horizon:G6}");

    internal static RestrictedMean Of(SurvivalCurve curve, double? horizon)
    {
        double until = horizon ?? curve.LastTime ?? 0;
        if (!double.IsFinite(until)) throw new ArgumentOutOfRangeException(nameof(horizon), horizon, "A horizon is a finite time of at least 0.");
        if (curve.Unknown(until) is { } reason) return new RestrictedMean(until, Estimate.Undefined(reason), Estimate.Undefined(reason));

        RiskTable table = curve.Table;
        double area = 0, variance = 0, end = until;
        for (int fall = curve.Falls.Length - 1; fall >= 0; fall--)
        {
            int row = curve.Falls[fall];
            if (table.Times[row] >= until) continue;
            area += (end - table.Times[row]) * curve.SurvivalBy(row);
            end = table.Times[row];
            double atRisk = table.AtRisk[row], events = table.Events[row];
            if (atRisk > events) variance += area * area * events / (atRisk * (atRisk - events));
        }

        return new RestrictedMean(until, Estimate.Of(area + end), Estimate.Of(Math.Sqrt(variance)));
    }
}
