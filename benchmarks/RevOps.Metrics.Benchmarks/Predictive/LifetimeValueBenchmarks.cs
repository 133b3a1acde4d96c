using BenchmarkDotNet.Attributes;
using MathNet.Numerics.Distributions;
using RevOps.Metrics.Predictive;

namespace RevOps.Metrics.Benchmarks.Predictive;

/// <summary>Fits and lifetime values of simulated customers who buy as those of CDNOW: as many as its sample has, and a million.</summary>
[MemoryDiagnoser]
public class LifetimeValueBenchmarks
{
    private RfmTable _customers = null!;
    private Fitted<BgNbdModel> _buying = null!;
    private Fitted<GammaGammaModel> _spend = null!;

    /// <summary>How many customers.</summary>
    [Params(2_357, 1_000_000)]
    public int Customers { get; set; }

    /// <summary>Simulates them, known for 27 to 39 weeks, with dates in whole days and amounts in cents.</summary>
    [GlobalSetup]
    public void Setup()
    {
        Random random = new(1);
        _customers = RfmTable.FromSummaries(Enumerable.Range(0, Customers).Select(i => Customer(random, i)));
        _buying = BgNbdModel.Fit(_customers);
        _spend = GammaGammaModel.Fit(_customers);
    }

    /// <summary>BG/NBD.</summary>
    [Benchmark]
    public Fitted<BgNbdModel> BgNbd() => BgNbdModel.Fit(_customers);

    /// <summary>Pareto/NBD, whose likelihood has no derivatives in closed form.</summary>
    [Benchmark]
    public Fitted<ParetoNbdModel> ParetoNbd() => ParetoNbdModel.Fit(_customers);

    /// <summary>Gamma-Gamma.</summary>
    [Benchmark]
    public Fitted<GammaGammaModel> GammaGamma() => GammaGammaModel.Fit(_customers);

    /// <summary>The values of all over twelve months.</summary>
    [Benchmark]
    public ValueList<CustomerLifetimeValue> LifetimeValues() => new BgNbdModel(0.243, 4.414, 0.793, 2.426).LifetimeValues(
        _customers, new GammaGammaModel(6.25, 3.74, 15.44), new LifetimeValueTerms(12, 0.01, LifetimeValueTerms.WeeksPerMonth));

    /// <summary>The same with ranges.</summary>
    [Benchmark]
    public LifetimeValueBook LifetimeValueRanges() => LifetimeValueBook.Of(_customers, _buying, _spend, new LifetimeValueTerms(12, 0.01, LifetimeValueTerms.WeeksPerMonth));

    private static RfmSummary Customer(Random random, int i)
    {
        double rate = Gamma.Sample(random, 0.243, 4.414) / 7, leaving = Beta.Sample(random, 0.793, 2.426);
        int age = random.Next(27 * 7, 39 * 7), last = 0, repeats = 0;
        double time = 0;
        while ((time += Exponential.Sample(random, rate)) < age)
        {
            int day = (int)Math.Ceiling(time);
            if (day > last && day <= age) (last, repeats) = (day, repeats + 1);
            if (random.NextDouble() < leaving) break;
        }

        Estimate mean = Estimate.Undefined("the customer has not bought again");
        if (repeats > 0)
        {
            double scale = Gamma.Sample(random, 3.74, 15.44);
            mean = Estimate.Of(Math.Round(Enumerable.Range(0, repeats).Average(_ => Gamma.Sample(random, 6.25, scale)), 2) + 0.01);
        }

        return new($"C{i}", new PurchaseHistory(repeats, last / 7.0, age / 7.0), mean);
    }
}
