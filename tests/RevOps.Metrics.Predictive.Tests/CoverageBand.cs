using MathNet.Numerics.Distributions;

namespace RevOps.Metrics.Predictive.Tests;

/// <summary>Whether as many ranges held as their level says, but for chance.</summary>
internal static class CoverageBand
{
    /// <summary>True within the central 99.9 % of the binomial counts, or of those at any level between two.</summary>
    public static bool Holds(int held, int of, double level) => Holds(held, of, level, level);

    /// <inheritdoc cref="Holds(int, int, double)"/>
    public static bool Holds(int held, int of, double least, double most) =>
        Binomial.CDF(least, of, held) > 0.0005 && Binomial.CDF(most, of, held - 1) < 0.9995;
}
