using MathNet.Numerics;

namespace RevOps.Metrics.Predictive;

/// <summary>Sums of the probability to be there still after t occasions at each of which one leaves with a beta-distributed probability: S(t) = B(a, b + t) / B(a, b).</summary>
internal static class BetaSurvival
{
    private const int LongestSum = 100_000;

    /// <summary>S(from + 1) + ... + S(from + terms), relative to S(from).</summary>
    public static double Sum(double a, double b, int terms, int from)
    {
        double start = b + from;
        if (terms > LongestSum) return ClosedSum(a, start, terms);
        double survival = 1, sum = 0;
        for (int t = 0; t < terms; t++)
        {
            survival *= (start + t) / (a + start + t);
            sum += survival;
        }

        return sum;
    }

    /// <summary>The sum over t = 1, 2, ... of S(t) / (1 + d)^t: b / (a + b) v 2F1(1, b + 1; a + b + 1; v) with v = 1 / (1 + d).</summary>
    /// <returns>Undefined without a discount for a of 1 or less: then some so rarely leave that the sum is not finite.</returns>
    public static Estimate DiscountedSum(double a, double b, double discountRate)
    {
        if (!double.IsFinite(discountRate) || discountRate < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(discountRate), discountRate, "A discount rate is a fraction of 0 or more: 0.1 for 10 % a period.");
        }

        if (discountRate > 0)
        {
            return Estimate.Of(b / (a + b) / (1 + discountRate) * GaussFraction.Value(b + 1, a + b + 1, discountRate / (1 + discountRate)));
        }

        return a > 1
            ? Estimate.Of(b / (a - 1))
            : Estimate.Undefined("the sum is not finite without a discount: some customers are so unlikely to leave that the expected lifetime has no limit");
    }

    /// <summary>b / (a - 1) [1 - S(n) (b + n) / b], and its limit at a = 1.</summary>
    private static double ClosedSum(double a, double b, int terms)
    {
        double n = terms;
        double log = LogGamma.Rising(b + 1, n) - LogGamma.Rising(a + b, n);
        double e = a - 1;
        return Math.Abs(e) < 1e-9 ? b * LogGamma.RisingSlope(b + 1, n) : -b * LogGamma.Less1(log) / e;
    }
}
