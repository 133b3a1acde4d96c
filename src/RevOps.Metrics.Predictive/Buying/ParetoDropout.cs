using MathNet.Numerics;

namespace RevOps.Metrics.Predictive;

/// <summary>The mathematics of Pareto/NBD, in forms that neither overflow nor lose digits.</summary>
internal static class ParetoDropout
{
    /// <summary>
    /// The probability that a customer who is alive at a time, after x purchases, leaves before buying again: s times the integral from
    /// then on of (alpha + u)^-(r + x) (beta + u)^-(s + 1), relative to its start. It is s / (m + s) 2F1(1, m; m + s + 1; 1 - q) with m = r + x and
    /// q = (beta + t) / (alpha + t), whichever of alpha and beta is the larger.
    /// </summary>
    private static double LeavesNext(double r, double alpha, double s, double beta, double x, double time)
    {
        double m = r + x;
        return s / (m + s) * GaussFraction.Value(m, m + s + 1, (beta + time) / (alpha + time));
    }

    /// <summary>The logarithm of the odds that the customer left between its last purchase and now.</summary>
    public static double LogOddsOfLeft(double r, double alpha, double s, double beta, PurchaseHistory history)
    {
        if (history.Age == history.Recency) return double.NegativeInfinity;
        double x = history.Frequency, silence = history.Age - history.Recency;
        double logLonger = ((r + x) * LogGamma.Ratio(silence / (alpha + history.Recency))) + (s * LogGamma.Ratio(silence / (beta + history.Recency)));
        double then = LeavesNext(r, alpha, s, beta, x, history.Recency);
        if (logLonger > 300) return logLonger + Math.Log(then);
        double odds = (Math.Exp(logLonger) * then) - LeavesNext(r, alpha, s, beta, x, history.Age);
        return odds > 0 ? Math.Log(odds) : double.NegativeInfinity;
    }

    /// <summary>The purchases expected until t of a customer who is alive: r beta / (alpha (s - 1)) [1 - (beta / (beta + t))^(s - 1)], and its limit at s = 1.</summary>
    public static double Expected(double r, double alpha, double s, double beta, double t)
    {
        double log = LogGamma.Ratio(t / beta);
        double e = (s - 1) * log;
        double shrunk = Math.Abs(e) < 1e-300 ? log : -LogGamma.Less1(-e) / e * log;
        return r * beta / alpha * shrunk;
    }

    /// <summary>The discounted purchases expected for all time to come of a customer who is alive: r / alpha times the integral of e^-dt (1 + t / beta)^-s.</summary>
    /// <remarks>The published form has Tricomi's function, r beta / alpha U(1, 2 - s; d beta). It is an incomplete gamma function, here by its continued fraction.</remarks>
    public static double DiscountedResidual(double r, double alpha, double s, double beta, double discount) => r * beta / alpha * Tail(s, discount * beta);

    /// <summary>The integral over u from 0 on of e^-zu (1 + u)^-s.</summary>
    private static double Tail(double s, double z)
    {
        // NIST Digital Library of Mathematical Functions, 8.9.2, from its top (Lentz); slow for z near 0, where the integral is over very many lifetimes.
        if (z < 0.05) return LogitIntegral.Of((logU, logV) => logU - logV - (z * Math.Exp(logU - logV)) + (s * logV));
        double below = z + s, part = 1 / below, value = part, numerators = 1e300;
        for (int n = 1; n < 100_000; n++)
        {
            double coefficient = -n * (n + s - 1);
            below += 2;
            part = 1 / ((coefficient * part) + below);
            numerators = below + (coefficient / numerators);
            double change = numerators * part;
            value *= change;
            if (Math.Abs(change - 1) < 1e-15) break;
        }

        return value;
    }

    /// <summary>P(X(t) = x): x purchases and still there, or left at some time before with x purchases by then.</summary>
    public static double Mass(double r, double alpha, double s, double beta, long purchases, double t)
    {
        double x = purchases;
        double logCount = LogGamma.Rising(r, x) - SpecialFunctions.GammaLn(x + 1);
        double there = Math.Exp(logCount + LogMade(t) - (s * LogGamma.Ratio(t / beta)));
        double gone = LogitIntegral.Of((logU, logV) =>
        {
            double time = t * Math.Exp(logU);
            return logCount + (x * logU) - (r * LogGamma.Ratio(time / alpha)) - (x * Math.Log((alpha + time) / t))
                + Math.Log(s * t / beta) - ((s + 1) * LogGamma.Ratio(time / beta)) + logU + logV;
        });
        return there + gone;

        double LogMade(double time) => (x * Math.Log(time / (alpha + time))) - (r * LogGamma.Ratio(time / alpha));
    }
}
