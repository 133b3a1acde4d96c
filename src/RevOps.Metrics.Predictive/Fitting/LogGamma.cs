using MathNet.Numerics;

namespace RevOps.Metrics.Predictive;

/// <summary>Differences of the logarithm of the gamma function, which lose their digits when both ends are large and are taken one by one.</summary>
internal static class LogGamma
{
    /// <summary>ln Gamma(start + n) - ln Gamma(start): the logarithm of start (start + 1) ... (start + n - 1) for a whole n.</summary>
    /// <remarks>
    /// MathNet's GammaLn is exact to its last digits, but at 1e8 those are the seventh after the point. Here few whole factors are multiplied,
    /// and at large starts Stirling's series is subtracted term by term.
    /// </remarks>
    public static double Rising(double start, double n)
    {
        if (n == 0) return 0;
        if (n is > 0 and <= 16 && n == Math.Floor(n))
        {
            double product = 1, log = 0;
            for (int i = 0; i < (int)n; i++)
            {
                product *= start + i;
                if (product is > 1e-200 and < 1e200) continue;
                log += Math.Log(product);
                product = 1;
            }

            return log + Math.Log(product);
        }

        double end = start + n;
        if (start < 100 || end < 100) return SpecialFunctions.GammaLn(end) - SpecialFunctions.GammaLn(start);
        return ((start - 0.5) * Ratio(n / start)) + (n * (Math.Log(end) - 1)) + StirlingTail(end) - StirlingTail(start);
    }

    /// <summary>The derivative of <see cref="Rising"/> by its start: digamma(start + n) - digamma(start).</summary>
    public static double RisingSlope(double start, double n)
    {
        if (n is >= 0 and <= 16 && n == Math.Floor(n))
        {
            double sum = 0;
            for (int i = 0; i < (int)n; i++) sum += 1 / (start + i);
            return sum;
        }

        return SpecialFunctions.DiGamma(start + n) - SpecialFunctions.DiGamma(start);
    }

    /// <summary>ln (1 + x), to the last digits for x near 0 too.</summary>
    public static double Ratio(double x)
    {
        // The rounding of 1 + x cancels in the quotient (W. Kahan). Math has no such function, and LogP1 is the plain logarithm.
        double sum = 1 + x;
        return sum == 1 ? x : double.IsInfinity(sum) ? sum : Math.Log(sum) * (x / (sum - 1));
    }

    /// <summary>e^x - 1, to the last digits for x near 0 too.</summary>
    public static double Less1(double x)
    {
        if (Math.Abs(x) > 0.5) return Math.Exp(x) - 1;
        double power = Math.Exp(x);
        return power == 1 ? x : (power - 1) * (x / Math.Log(power));
    }

    private static double StirlingTail(double x) => (1 / (12 * x)) - (1 / (360 * x * x * x));
}
