using MathNet.Numerics.Distributions;

namespace RevOps.Metrics.Predictive.Tests.Buying;

/// <summary>Customers who behave as a model says.</summary>
internal static class Simulated
{
    public static RfmTable BetaGeometric(int seed, int customers, double r, double alpha, double a, double b, double horizon, bool canLeaveAtOnce = false) =>
        Table(seed, customers, horizon, random =>
        {
            double rate = Gamma.Sample(random, r, alpha), leaving = Beta.Sample(random, a, b), time = 0;
            List<double> times = [];
            bool there = !canLeaveAtOnce || random.NextDouble() >= leaving;
            while (there && (time += Exponential.Sample(random, rate)) < horizon * 2)
            {
                times.Add(time);
                there = random.NextDouble() >= leaving;
            }

            return times;
        });

    public static RfmTable Pareto(int seed, int customers, double r, double alpha, double s, double beta, double horizon) =>
        Table(seed, customers, horizon, random =>
        {
            double rate = Gamma.Sample(random, r, alpha), lifetime = Exponential.Sample(random, Gamma.Sample(random, s, beta)), time = 0;
            List<double> times = [];
            while ((time += Exponential.Sample(random, rate)) < Math.Min(lifetime, horizon * 2)) times.Add(time);
            return times;
        });

    /// <summary>Customers with repeat purchases, two each and more, whose spend follows the Gamma-Gamma model.</summary>
    public static RfmTable Spend(int seed, int customers, double p, double q, double v)
    {
        Random random = new(seed);
        return RfmTable.FromSummaries(Enumerable.Range(0, customers).Select(i =>
        {
            double rate = Gamma.Sample(random, q, v);
            int repeats = 1 + (i % 6);
            double mean = Enumerable.Range(0, repeats).Average(_ => Gamma.Sample(random, p, rate));
            return new RfmSummary($"C{i}", new PurchaseHistory(repeats, 10, 20), Estimate.Of(mean));
        }));
    }

    private static RfmTable Table(int seed, int customers, double horizon, Func<Random, List<double>> buy)
    {
        Random random = new(seed);
        return RfmTable.FromSummaries(Enumerable.Range(0, customers).Select(i =>
        {
            // Known for between half and all of the horizon.
            double age = horizon * (1 + random.NextDouble()) / 2;
            double[] times = [.. buy(random).TakeWhile(time => time <= age)];
            return new RfmSummary($"C{i}", new PurchaseHistory(times.Length, times.LastOrDefault(), age), times.Length == 0 ? Estimate.Undefined("none") : Estimate.Of(1));
        }));
    }
}
