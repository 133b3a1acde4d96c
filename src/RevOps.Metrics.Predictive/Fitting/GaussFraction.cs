namespace RevOps.Metrics.Predictive;

/// <summary>Gauss's hypergeometric function 2F1(1, b; c; z) by its continued fraction.</summary>
/// <remarks>
/// MathNet sums the series, which needs ever more terms as z nears 1 and none of which are left beyond; the fraction needs about the root of that,
/// and for z below 0 all its parts are positive. A z above 0 is first brought below by 2F1(1, b; c; z) = 2F1(1, c - b; c; z / (z - 1)) / (1 - z).
/// Source: NIST Digital Library of Mathematical Functions, 15.7.5 and 15.8.1.
/// </remarks>
internal static class GaussFraction
{
    private const int LongestFraction = 200_000;

    // Some three thousand steps, and more with the root of y: the integral is then the shorter way.
    private const double FarOut = 1e5;
    private const double Agreement = 2e-16;

    /// <summary>The function for 0 &lt; b &lt; c, c above 1, and z = 1 - q below 1, told by q so that no digits are lost near z = 1.</summary>
    /// <param name="b">The second parameter.</param>
    /// <param name="c">The third parameter.</param>
    /// <param name="q">1 - z, above 0.</param>
    public static double Value(double b, double c, double q) => q < 1 ? Negative(c - b, c, (1 - q) / q) / q : Negative(b, c, q - 1);

    /// <summary>The function at -y, for y of 0 or more.</summary>
    private static double Negative(double b, double c, double y)
    {
        if (y == 0) return 1;
        if (y > FarOut) return ByIntegral(b, c, y);
        double numerators = 1, denominators = 0, value = 1;
        double before = c - 1;
        for (int n = 1; n < LongestFraction; n++)
        {
            double half = Math.Floor(n / 2.0);
            double part = (n & 1) == 1
                ? (b + half) * (before + half) / ((before + (2 * half)) * (before + (2 * half) + 1))
                : half * (before - b + half) / ((before + (2 * half) - 1) * (before + (2 * half)));
            // Lentz: the fraction from its top, as the product of the quotients of successive numerators and denominators.
            numerators = 1 + (part * y / numerators);
            denominators = 1 / (1 + (part * y * denominators));
            double change = numerators * denominators;
            value *= change;
            if (Math.Abs(change - 1) <= Agreement) break;
        }

        return 1 / value;
    }

    /// <summary>The function at -y by Euler's integral: c - 1 times that of (1 - v)^(c - 2) (1 + y v)^-b, for c above 1.</summary>
    private static double ByIntegral(double b, double c, double y) => LogitIntegral.Of((logV, logRest) =>
        Math.Log(c - 1) + ((c - 1) * logRest) - (b * LogGamma.Ratio(y * Math.Exp(logV))) + logV);
}
