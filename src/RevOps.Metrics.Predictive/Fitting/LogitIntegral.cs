using MathNet.Numerics;

namespace RevOps.Metrics.Predictive;

/// <summary>Integrals over the unit interval of densities that may be infinite at its ends or needle-thin inside it.</summary>
/// <remarks>
/// With u = 1 / (1 + e^-y) such a density becomes a bell over all y, for which the plain trapezoid rule converges faster than any power of its
/// step; steps are halved until two sums agree. MathNet's adaptive rules step over a needle, and its double exponential rule is for ends only.
/// </remarks>
internal static class LogitIntegral
{
    private const double Agreement = 1e-13;
    private const double Negligible = -42;

    /// <summary>The logarithm of the integrand times u (1 - u), given ln u and ln (1 - u); it must rise to one top and fall.</summary>
    public delegate double LogBell(double logU, double logOneMinusU);

    /// <summary>The integral over u from 0 to 1.</summary>
    public static double Of(LogBell bell)
    {
        double At(double y) => y > 0 ? bell(-LogGamma.Ratio(Math.Exp(-y)), -y - LogGamma.Ratio(Math.Exp(-y))) : bell(y - LogGamma.Ratio(Math.Exp(y)), -LogGamma.Ratio(Math.Exp(y)));
        double top = Top(At);
        double peak = At(top);
        if (double.IsNegativeInfinity(peak)) return 0;
        double step = Width(At, top, peak) / 2;
        double sum = 1 + Sum(At, top, step, step, peak);
        for (int halving = 0; halving < 12; halving++)
        {
            double finer = sum + Sum(At, top, step / 2, step, peak);
            bool agrees = Math.Abs((finer / 2) - sum) <= Agreement * sum;
            (sum, step) = (finer, step / 2);
            if (agrees) break;
        }

        return Math.Exp(peak) * sum * step;
    }

    /// <summary>ln B(a, b), where both may be large.</summary>
    public static double LogBeta(double a, double b) => SpecialFunctions.GammaLn(Math.Min(a, b)) - LogGamma.Rising(Math.Max(a, b), Math.Min(a, b));

    /// <summary>The heights, relative to the peak, at the first distance from the top and every step further, on both sides.</summary>
    private static double Sum(Func<double, double> at, double top, double first, double step, double peak)
    {
        double sum = 0;
        for (int direction = -1; direction <= 1; direction += 2)
        {
            double height;
            for (int i = 0; (height = at(top + (direction * (first + (i * step)))) - peak) > Negligible; i++) sum += Math.Exp(height);
        }

        return sum;
    }

    private static double Top(Func<double, double> at)
    {
        double low = -700, high = 700;
        for (int i = 0; i < 120; i++)
        {
            double one = low + ((high - low) / 3), other = high - ((high - low) / 3);
            if (at(one) < at(other)) low = one;
            else high = other;
        }

        return (low + high) / 2;
    }

    /// <summary>How far from the top the bell is down to about 60 %, on its narrower side; at most 1, the width to which the change of variable itself is smooth.</summary>
    private static double Width(Func<double, double> at, double top, double peak)
    {
        double width = 1;
        while (width > 1e-9 && Math.Min(at(top + width), at(top - width)) < peak - 0.5) width /= 1.5;
        return width;
    }
}
