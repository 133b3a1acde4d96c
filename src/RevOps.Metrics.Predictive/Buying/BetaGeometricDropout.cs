using MathNet.Numerics;

namespace RevOps.Metrics.Predictive;

/// <summary>What BG/NBD and its modification share: buying at a gamma-distributed rate, and leaving after a purchase with a beta-distributed probability.</summary>
/// <remarks>
/// They differ in whether a customer can leave after its very first purchase: <c>chances</c>, the occasions to leave beyond the repeat purchases,
/// is 1 where it can (MBG/NBD) and 0 where it cannot (BG/NBD). A customer alive after x repeats and age T has the same distributions again, with
/// r + x, alpha + T, a, and b + x + chances, so that one expectation serves new and known customers.
/// </remarks>
internal static class BetaGeometricDropout
{
    // Beyond so many terms the integral is the shorter way.
    private const double LongestSeries = 4_000;
    private const double Tiny = 1e-17;

    /// <summary>The purchases expected until t of a customer who is alive: E[(1 - (1 + p t / alpha)^-r) / p] over p of Beta(a, b).</summary>
    /// <remarks>
    /// The published form, (a + b - 1) / (a - 1) [1 - (alpha / (alpha + t))^r 2F1(r, b; a + b - 1; t / (alpha + t))], has no value at a = 1, loses
    /// its digits near it and at short times, and overflows at large counts. The same is the sum over n of P(n purchases were due by t), a
    /// negative binomial, times the number of them that are made before the customer leaves, E[1 + q + ... + q^(n - 1)] with q = 1 - p. All
    /// its terms are positive.
    /// </remarks>
    public static double Expected(double r, double alpha, double a, double b, double t)
    {
        if (t == 0) return 0;
        double due = r * t / alpha;
        double length = due + (12 * Math.Sqrt(due * (1 + (t / alpha)))) + (40 * (1 + (t / alpha)));
        return length > LongestSeries ? ExpectedByIntegral(r, alpha, a, b, t) : ExpectedBySeries(r, alpha, a, b, t);
    }

    /// <summary>The expectation as a sum of positive terms.</summary>
    public static double ExpectedBySeries(double r, double alpha, double a, double b, double t)
    {
        const double large = 1e250;
        double z = t / (alpha + t);
        double weight = 1, staying = 1, made = 0, sum = 0, logScale = 0;
        for (int n = 1; ; n++)
        {
            weight *= z * (r + n - 1) / n;
            made += staying;
            staying *= (b + n - 1) / (a + b + n - 1);
            double term = weight * made;
            sum += term;
            double growth = Math.Max(z * (r + n) / (n + 1), z) * (1 + (1.0 / n));
            if (growth < 1 && term * growth <= Tiny * sum * (1 - growth)) break;
            if (sum < large) continue;
            sum /= large;
            weight /= large;
            logScale += Math.Log(large);
        }

        double logNone = -r * LogGamma.Ratio(t / alpha);
        return logScale == 0 && logNone > -600 ? sum * Math.Exp(logNone) : Math.Exp(Math.Log(sum) + logScale + logNone);
    }

    /// <summary>The expectation as an integral over the probability to leave.</summary>
    public static double ExpectedByIntegral(double r, double alpha, double a, double b, double t)
    {
        double logBeta = LogitIntegral.LogBeta(a, b);
        return LogitIntegral.Of((logP, logQ) => (a * logP) + (b * logQ) - logBeta + LogMade(logP));

        // ln of (1 - (1 + p t / alpha)^-r) / p, which tends to r t / alpha as p vanishes.
        double LogMade(double logP)
        {
            double due = Math.Exp(logP) * t / alpha;
            return r * due < 1e-12 && due < 1e-12 ? Math.Log(r * t / alpha) : Math.Log(-LogGamma.Less1(-r * LogGamma.Ratio(due))) - logP;
        }
    }

    /// <summary>The logarithm of the odds that the customer has left: a / (b + x + chances - 1) ((alpha + T) / (alpha + t_x))^(r + x).</summary>
    public static double LogOddsOfLeft(double r, double alpha, double a, double b, int chances, PurchaseHistory history)
    {
        double x = history.Frequency;
        return x + chances == 0
            ? double.NegativeInfinity
            : Math.Log(a / (b + x + chances - 1)) + ((r + x) * LogGamma.Ratio((history.Age - history.Recency) / (alpha + history.Recency)));
    }

    /// <summary>P(X(t) = x): x purchases were due and made, or more were due and the customer left after the x-th.</summary>
    public static double Mass(double r, double alpha, double a, double b, int chances, long purchases, double t)
    {
        double x = purchases;
        double z = t / (alpha + t);
        double logDue = LogGamma.Rising(r, x) - SpecialFunctions.GammaLn(x + 1) - (r * LogGamma.Ratio(t / alpha)) + (x * Math.Log(z));
        double stayed = Math.Exp(logDue + LogGamma.Rising(b, x + chances) - LogGamma.Rising(a + b, x + chances));
        if (x + chances == 0) return stayed;
        double logLeft = Math.Log(a) + LogGamma.Rising(b, x + chances - 1) - LogGamma.Rising(a + b, x + chances);
        return stayed + (Math.Exp(logLeft) * AtLeast(r, z, purchases));
    }

    /// <summary>P(X = at least x) of a negative binomial: the regularised incomplete beta function of z, x and r.</summary>
    private static double AtLeast(double r, double z, long purchases) => purchases == 0 ? 1 : SpecialFunctions.BetaRegularized(purchases, r, z);
}
