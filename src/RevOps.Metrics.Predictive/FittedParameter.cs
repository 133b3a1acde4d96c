using MathNet.Numerics.Distributions;

namespace RevOps.Metrics.Predictive;

/// <summary>A parameter that was fitted.</summary>
/// <param name="Name">Its name in the literature: "alpha".</param>
/// <param name="Value">The value found.</param>
/// <param name="StandardError">Its standard error, from the curvature of the log-likelihood at the maximum; undefined, with the reason, where that is flat or at a limit.</param>
public sealed record FittedParameter(string Name, double Value, Estimate StandardError)
{
    /// <summary>On which scale its errors are taken to be normal.</summary>
    internal ParameterScale Scale { get; init; }

    /// <summary>A range that holds the true parameter with a stated probability, if there are many observations; null where the standard error is undefined.</summary>
    /// <remarks>
    /// By the normal distribution. A parameter that is above zero by its nature (those of the models of buying and of contracts, and a variance) has it on its
    /// logarithm, value x e^(± z x error / value): the errors of a logarithm are nearer to normal, and no end is below zero. A probability has it on its log-odds,
    /// p / (p + (1 - p) x e^(± z x error / (p (1 - p)))), between 0 and 1. Any other has value ± z x error, which may reach beyond what the parameter can be. Source: Meeker and Escobar, Statistical Methods for Reliability Data, 1998, section 8.4.
    /// </remarks>
    /// <param name="level">The probability, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1.</exception>
    public Interval? IntervalAt(double level)
    {
        if (!(level is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(level), level, "A level is above 0 and below 1: 0.95 for 95 %.");
        if (StandardError.Value is not { } error) return null;
        double reach = Normal.InvCDF(0, 1, (1 + level) / 2) * error;
        if (Scale == ParameterScale.Own) return new Interval(level, Value - reach, Value + reach);
        double times = Math.Exp(Scale == ParameterScale.Logarithm ? reach / Value : reach / (Value * (1 - Value)));
        return Scale == ParameterScale.Logarithm
            ? new Interval(level, Value / times, Math.Min(Value * times, double.MaxValue))
            : new Interval(level, Value / (Value + ((1 - Value) * times)), Value / (Value + ((1 - Value) / times)));
    }
}
