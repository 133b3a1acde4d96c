using System.Globalization;
using BenchmarkDotNet.Attributes;
using RevOps.Metrics.Benchmarks.Compare;
using RevOps.Metrics.Benchmarks.Workloads;

namespace RevOps.Metrics.Benchmarks.Linq;

/// <summary>The questions of <c>compare</c> beside plain LINQ over arrays, at a size that LINQ can bear. Both must give the same answer first.</summary>
[MemoryDiagnoser]
public class LinqBenchmarks
{
    private WorkloadData _data = null!;
    private WorkloadFiles _files = null!;
    private Workload _workload = null!;

    /// <summary>How many rows the largest tables have.</summary>
    [Params(10_000)]
    public int Rows { get; set; }

    /// <summary>The question; docs/performance.md tells what each asks.</summary>
    [Params("W1", "W3", "W4", "W6", "W7")]
    public string Question { get; set; } = "";

    /// <summary>Makes the data, and holds the two answers against each other.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _data = WorkloadData.Generate(Rows);
        _files = WorkloadFiles.Write(_data);
        _workload = Array.Find(Questions.Of(new Books(_data, _files)), workload => workload.Name == Question)!;
        _workload.Prepare();
        if (_workload.Run()().DifferenceFrom(Linq()) is { } difference) throw new DifferentAnswersException($"{Question} by LINQ: {difference}");
    }

    /// <summary>Deletes the files.</summary>
    [GlobalCleanup]
    public void Cleanup() => _files.Dispose();

    /// <summary>Plain LINQ, from the subscriptions as they come.</summary>
    [Benchmark(Baseline = true)]
    public object ByLinq() => Linq();

    /// <summary>This library.</summary>
    [Benchmark]
    public object Ours() => _workload.Run();

    private Answer Linq()
    {
        LinqSubscriptions subscriptions = new(_data);
        return Question switch
        {
            "W1" => Answer.Of(["opening", "new", "expansion", "contraction", "churn", "reactivation", "closing"], [], subscriptions.Waterfall()),
            "W3" => Answer.Of(["opening", "retained", "kept", "customers"], ["q_nrr", "q_grr"], subscriptions.Retention()),
            "W4" => Answer.Of(["customers", "arr"], ["q_customers", "q_revenue"], subscriptions.Triangle()),
            "W6" => Answer.Of(["spend", "new"], ["q_cac"], subscriptions.AcquisitionCost()),
            _ => Answer.Of([], ["q_wape", "q_mase", "q_bias"], Enumerable.Range(0, _data.Series.Series).Select(Errors)),
        };
    }

    private (string Key, long[] Integers, decimal?[] Quotients) Errors(int series)
    {
        decimal[] Of(int[] column) => [.. column.Skip(series * SeriesTable.Periods).Take(SeriesTable.Periods).Select(cents => (decimal)cents)];
        decimal[] forecasts = Of(_data.Series.Forecast), actuals = Of(_data.Series.Actual);
        decimal[] errors = [.. forecasts.Zip(actuals, (forecast, actual) => forecast - actual)];
        return (series.ToString(CultureInfo.InvariantCulture), [],
        [
            errors.Sum(Math.Abs) / actuals.Sum(Math.Abs), errors.Average(Math.Abs) / actuals.Skip(1).Zip(actuals, (actual, before) => Math.Abs(actual - before)).Average(), errors.Average(),
        ]);
    }
}
