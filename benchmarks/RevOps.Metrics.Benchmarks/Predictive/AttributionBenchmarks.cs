using BenchmarkDotNet.Attributes;
using RevOps.Metrics.Predictive;

namespace RevOps.Metrics.Benchmarks.Predictive;

/// <summary>Attribution of a hundred thousand different paths over twenty channels.</summary>
[MemoryDiagnoser]
public class AttributionBenchmarks
{
    private TouchPath[] _paths = null!;

    /// <summary>How many paths.</summary>
    [Params(100_000)]
    public int Paths { get; set; }

    /// <summary>Draws paths of one to eight touches.</summary>
    [GlobalSetup]
    public void Setup()
    {
        Random random = new(1);
        string[] channels = [.. Enumerable.Range(0, 20).Select(i => $"channel {i}")];
        _paths = [.. Enumerable.Range(0, Paths).Select(_ => new TouchPath([.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => channels[random.Next(channels.Length)])], random.Next(2), random.Next(3)))];
    }

    /// <summary>Each touch the same.</summary>
    [Benchmark]
    public Attribution Linear() => Attribution.Of(_paths, AttributionModel.LinearByTouch);

    /// <summary>The removal effects of a chain of order one.</summary>
    [Benchmark]
    public Attribution Markov() => Attribution.Of(_paths, AttributionModel.Markov());

    /// <summary>The removal effects of a chain of order two: 421 states.</summary>
    [Benchmark]
    public Attribution MarkovOfOrderTwo() => Attribution.Of(_paths, AttributionModel.Markov(2));
}
