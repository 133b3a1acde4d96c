using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;

namespace RevOps.Metrics.Predictive.Tests;

/// <summary>Series that an ETS model makes, by the equations as the literature writes them for each kind of error.</summary>
internal static class SimulatedSeries
{
    public static double[] Make(EtsForm form, SmoothingParameters p, SmoothingState start, double deviation, int count, int seed)
    {
        MersenneTwister random = new(seed);
        double l = start.Level, b = start.Trend ?? 0, phi = p.Phi ?? 1, beta = p.Beta ?? 0, gamma = p.Gamma ?? 0;
        double[] seasons = [.. start.Seasonal], y = new double[count];
        for (int t = 0; t < count; t++)
        {
            int k = seasons.Length == 0 ? 0 : t % seasons.Length;
            double e = deviation * Normal.Sample(random, 0, 1), q = l + (phi * b), s = seasons.Length == 0 ? 0 : seasons[k];
            double mean = form.Seasonal == SeasonalForm.Multiplicative ? q * s : q + s;
            double error = form.Error == ErrorForm.Multiplicative ? mean * e : e;
            y[t] = mean + error;
            switch (form.Seasonal)
            {
                case SeasonalForm.Multiplicative:
                    (l, b) = (q + (p.Alpha * error / s), (phi * b) + (beta * error / s));
                    seasons[k] = s + (gamma * error / q);
                    break;
                default:
                    (l, b) = (q + (p.Alpha * error), (phi * b) + (beta * error));
                    if (seasons.Length > 0) seasons[k] = s + (gamma * error);
                    break;
            }
        }

        return y;
    }

    /// <summary>Parameters and a start of any form, with a season of 4; values stay well above zero for small deviations.</summary>
    public static (SmoothingParameters Parameters, SmoothingState Start) Plain(EtsForm form) =>
        (new SmoothingParameters(
            0.4,
            form.Trend == TrendForm.None ? null : 0.03,
            form.Seasonal == SeasonalForm.None ? null : 0.2,
            form.Trend == TrendForm.Damped ? 0.9 : null),
        new SmoothingState(
            100,
            form.Trend == TrendForm.None ? null : 1.0,
            form.Seasonal switch { SeasonalForm.None => [], SeasonalForm.Additive => [10, -5, -15, 10], _ => [1.1, 0.95, 0.85, 1.1] }));

    public static double PlainDeviation(EtsForm form) => form.Error == ErrorForm.Multiplicative ? 0.03 : 3;

    public static SmoothingOptions Given(SmoothingParameters p, SmoothingState? start = null) =>
        new() { Alpha = p.Alpha, Beta = p.Beta, Gamma = p.Gamma, Phi = p.Phi, Start = start };

    /// <summary>A series of months like those of a business: some growth, some season, some noise.</summary>
    public static TimeSeries Business(int seed, int count = 36)
    {
        MersenneTwister random = new(seed);
        EtsForm form = EtsForm.All[seed % EtsForm.All.Count];
        double height = 100 + (50 * random.NextDouble()), swing = 0.25 * random.NextDouble();
        double[] factors = [.. Enumerable.Range(0, 12).Select(k => 1 + (swing * Math.Sin(Math.PI * k / 6)))];
        SmoothingParameters p = new(
            0.3 * random.NextDouble(), form.Trend == TrendForm.None ? null : 0.02, form.Seasonal == SeasonalForm.None ? null : 0.1, form.Trend == TrendForm.Damped ? 0.95 : null);
        SmoothingState start = new(height, form.Trend == TrendForm.None ? null : 1.5 * random.NextDouble(), form.Seasonal switch
        {
            SeasonalForm.None => [],
            SeasonalForm.Additive => [.. factors.Select(factor => (factor - 1) * height)],
            _ => ValueList.Create<double>(factors),
        });
        return new TimeSeries(Make(form, p, start, form.Error == ErrorForm.Multiplicative ? 0.04 : 4, count, seed + 1).Select(value => Math.Max(value, 1)), 12);
    }
}
