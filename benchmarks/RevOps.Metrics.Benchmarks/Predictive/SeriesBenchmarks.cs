using BenchmarkDotNet.Attributes;
using RevOps.Metrics.Predictive;

namespace RevOps.Metrics.Benchmarks.Predictive;

/// <summary>Automatic ETS, a year ahead with ranges, for series of 36 months: one series, and many on all processors.</summary>
[MemoryDiagnoser]
public class SeriesBenchmarks
{
    private static readonly Forecaster Automatic = (history, horizon) => EtsSelection.Of(history).Forecast(horizon);

    private TimeSeries[] _series = [];

    /// <summary>How many series.</summary>
    [Params(1, 10_000)]
    public int Series { get; set; }

    /// <summary>Makes series with growth, a season and noise, of which every form has its share.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _series = new TimeSeries[Series];
        for (int i = 0; i < Series; i++)
        {
            Random random = new(i);
            double level = 100 + (50 * random.NextDouble()), growth = (3 * random.NextDouble()) - 0.5, swing = i % 2 * 0.3 * random.NextDouble(), noise = 0.02 + (0.08 * random.NextDouble());
            double[] months = new double[36];
            for (int t = 0; t < months.Length; t++)
            {
                double shock = (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 2;
                months[t] = Math.Max(1, level * (1 + (swing * Math.Sin(Math.PI * t / 6))) * (1 + (noise * shock)));
                level += growth + (0.3 * noise * level * shock);
            }

            _series[i] = new TimeSeries(months, 12);
        }
    }

    /// <summary>Fifteen forms fitted by maximum likelihood, the best of them forecast.</summary>
    [Benchmark]
    public ValueList<SeriesForecast> AutomaticEts() => SeriesForecast.OfMany(_series, Automatic, 12);
}
