using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;

namespace RevOps.Metrics.Predictive;

/// <summary>Simulated futures of an ETS model, ordered by size for each period.</summary>
/// <remarks>An error that multiplies is at least -1, as in R: a value to come is then zero, not below.</remarks>
internal sealed class EtsPaths
{
    private readonly double[][] _ordered;

    public EtsPaths(EtsForm form, SmoothingParameters parameters, SmoothingState end, double variance, int horizon, PathSimulation simulation)
    {
        double phi = parameters.Phi ?? 1, beta = parameters.Beta ?? 0, gamma = parameters.Gamma ?? 0, deviation = Math.Sqrt(variance);
        MersenneTwister random = new(simulation.Seed, threadSafe: false);
        _ordered = new double[horizon][];
        for (int h = 0; h < horizon; h++) _ordered[h] = new double[simulation.Paths];
        double[] seasonal = new double[end.Seasonal.Count];
        for (int path = 0; path < simulation.Paths; path++)
        {
            double l = end.Level, b = end.Trend ?? 0;
            end.Seasonal.AsSpan().CopyTo(seasonal);
            for (int h = 0; h < horizon; h++)
            {
                int place = seasonal.Length == 0 ? 0 : h % seasonal.Length;
                double q = l + (phi * b), s = seasonal.Length == 0 ? 0 : seasonal[place];
                double forecast = form.Seasonal == SeasonalForm.Multiplicative ? q * s : q + s;
                double error = deviation * Normal.Sample(random, 0, 1);
                double e = form.Error == ErrorForm.Multiplicative ? Math.Max(error, -1) * forecast : error;
                _ordered[h][path] = forecast + e;
                double r = form.Seasonal == SeasonalForm.Multiplicative ? e / s : e;
                (l, b) = (q + (parameters.Alpha * r), (phi * b) + (beta * r));
                if (form.HasSeasons) seasonal[place] = s + (gamma * (form.Seasonal == SeasonalForm.Multiplicative ? e / q : e));
            }
        }

        foreach (double[] values in _ordered) Array.Sort(values);
    }

    public ForecastPoint Point(int step, double mean, int index, ValueList<double> levels)
    {
        double[] values = _ordered[index];
        if (!double.IsFinite(mean)) return ForecastPoint.Undefined(step, "the numbers are too large");

        // NaN sorts first.
        if (!double.IsFinite(values[0]) || !double.IsFinite(values[^1]))
        {
            return new ForecastPoint(step, Estimate.Of(mean), [], "a simulated future came to zero, by which the model divides");
        }

        return new ForecastPoint(
            step, Estimate.Of(mean), ValueList.From(levels.Select(level => new Interval(level, Quantile(values, (1 - level) / 2), Quantile(values, (1 + level) / 2)))));
    }

    /// <summary>Type 7, as elsewhere in the library.</summary>
    private static double Quantile(double[] ordered, double share)
    {
        double place = share * (ordered.Length - 1);
        int below = (int)place;
        return below + 1 < ordered.Length ? ordered[below] + ((place - below) * (ordered[below + 1] - ordered[below])) : ordered[below];
    }
}
