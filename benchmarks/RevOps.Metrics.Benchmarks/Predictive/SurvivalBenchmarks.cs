using BenchmarkDotNet.Attributes;
using RevOps.Metrics.Predictive;

namespace RevOps.Metrics.Benchmarks.Predictive;

/// <summary>Survival of ten million customers, from plain columns to the whole curve with its errors.</summary>
[MemoryDiagnoser]
public class SurvivalBenchmarks
{
    private const int Segments = 8;

    private double[] _days = null!, _exact = null!, _entries = null!;
    private bool[] _events = null!;
    private int[] _segments = null!;

    /// <summary>How many customers.</summary>
    [Params(10_000_000)]
    public int Customers { get; set; }

    /// <summary>Draws lives of a constant hazard, of which about half end while observed.</summary>
    [GlobalSetup]
    public void Setup()
    {
        Random random = new(1);
        (_days, _exact, _entries, _events, _segments) = (new double[Customers], new double[Customers], new double[Customers], new bool[Customers], new int[Customers]);
        for (int i = 0; i < Customers; i++)
        {
            double life = -700 * Math.Log(1 - random.NextDouble()), seen = random.NextDouble() * 1500;
            _exact[i] = Math.Min(life, seen) + 0.001;
            _days[i] = Math.Ceiling(_exact[i]);
            _entries[i] = i % 5 == 0 ? Math.Floor(_days[i] * random.NextDouble()) : 0;
            _events[i] = life <= seen;
            _segments[i] = random.Next(Segments);
        }
    }

    /// <summary>Lives of whole days: counted.</summary>
    [Benchmark]
    public double ByTheDay() => SurvivalCurve.Estimate(new SurvivalObservations(_days, _events)).SurvivalAt(365).OrThrow();

    /// <summary>Lives of any length, all different: sorted.</summary>
    [Benchmark]
    public double OfAnyLength() => SurvivalCurve.Estimate(new SurvivalObservations(_exact, _events)).SurvivalAt(365).OrThrow();

    /// <summary>Lives of whole days with delayed entry, by segment, with medians and the log-rank test.</summary>
    [Benchmark]
    public double BySegment()
    {
        SurvivalCurves curves = SurvivalCurves.Estimate(new SurvivalObservations(_days, _events, _segments, [.. Enumerable.Range(0, Segments).Select(i => $"segment {i}")], _entries));
        return curves.Sum(curve => curve.Median.Time.OrThrow()) + curves.Compare().ChiSquare.OrThrow();
    }
}
