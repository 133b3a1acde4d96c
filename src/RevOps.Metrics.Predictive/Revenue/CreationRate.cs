using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace RevOps.Metrics.Predictive;

/// <summary>How many deals are created a day: a rate that may drift, known from the counts of the past.</summary>
/// <remarks>
/// Counts of thirty days are Poisson at a rate that is known by a gamma distribution, of which each thirty days a share is forgotten: the counts choose the
/// share, 0 where the rate is steady. Source: Harvey and Fernandes, Time Series Models for Count or Qualitative Observations, JBES 7 (1989).
/// </remarks>
internal sealed class CreationRate
{
    private const int BlockDays = 30;
    private static readonly double[] Kept = [1, 0.95, 0.9, 0.85, 0.8, 0.7, 0.6, 0.5];

    private CreationRate(double count, double days, double kept) => (Count, Days, KeptShare) = (count, days, kept);

    /// <summary>The deals that are remembered.</summary>
    public double Count { get; }

    /// <summary>The days over which they came.</summary>
    public double Days { get; }

    /// <summary>What of the past is remembered after thirty days.</summary>
    public double KeptShare { get; }

    /// <summary>Learns the rate.</summary>
    /// <param name="ages">How many days ago each deal was created.</param>
    /// <param name="days">Of how many days they are all.</param>
    public static CreationRate Learn(IEnumerable<int> ages, int days)
    {
        // The days before the first whole block belong to it: the blocks end on the day of the forecast.
        int blocks = Math.Max(1, days / BlockDays);
        double[] counts = new double[blocks], lengths = new double[blocks];
        foreach (int age in ages) counts[blocks - 1 - Math.Min(age / BlockDays, blocks - 1)]++;
        for (int block = 0; block < blocks; block++) lengths[block] = block == 0 ? days - ((blocks - 1) * BlockDays) : BlockDays;
        CreationRate? best = null;
        double bestValue = double.NegativeInfinity;
        foreach (double kept in Kept)
        {
            double a = 0, b = 0, value = 0;
            for (int block = 0; block < blocks; block++)
            {
                (a, b) = (a * kept, b * kept);
                if (a > 0) value += LogNegativeBinomial(counts[block], a, b, lengths[block]);
                (a, b) = (a + counts[block], b + lengths[block]);
            }

            // Memory is given up only for a gain that counts: half the logarithm of the blocks, as for any parameter by the Bayesian information criterion.
            if (kept < 1) value -= Math.Log(blocks) / 2;
            if (best is null || value > bestValue) (best, bestValue) = (new CreationRate(a * kept, b * kept, kept), value);
        }

        return best!;
    }

    /// <summary>A rate a day, as it may be.</summary>
    public double Draw(Random random) => Count > 0 ? Gamma.Sample(random, Count, Days) : 0;

    private static double LogNegativeBinomial(double count, double a, double b, double days) =>
        SpecialFunctions.GammaLn(a + count) - SpecialFunctions.GammaLn(a) - SpecialFunctions.GammaLn(count + 1)
        + (a * Math.Log(b / (b + days))) + (count * Math.Log(days / (b + days)));
}
