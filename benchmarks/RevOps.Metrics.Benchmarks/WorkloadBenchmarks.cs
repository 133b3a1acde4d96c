using BenchmarkDotNet.Attributes;
using RevOps.Metrics.Benchmarks.Compare;
using RevOps.Metrics.Benchmarks.Workloads;

namespace RevOps.Metrics.Benchmarks;

/// <summary>The questions of <c>compare</c>, this library's side alone, with what it allocates.</summary>
[MemoryDiagnoser]
public class WorkloadBenchmarks
{
    private WorkloadFiles _files = null!;
    private Workload _workload = null!;

    /// <summary>How many rows the largest tables have.</summary>
    [Params(100_000)]
    public int Rows { get; set; }

    /// <summary>The question; docs/performance.md tells what each asks.</summary>
    [Params("W1", "W2", "W3", "W4", "W5", "W6", "W7", "W8")]
    public string Question { get; set; } = "";

    /// <summary>Makes the data, and what the question is put to.</summary>
    [GlobalSetup]
    public void Setup()
    {
        WorkloadData data = WorkloadData.Generate(Rows);
        _files = WorkloadFiles.Write(data);
        _workload = Array.Find(Questions.Of(new Books(data, _files)), workload => workload.Name == Question)!;
        _workload.Prepare();
    }

    /// <summary>Deletes the files.</summary>
    [GlobalCleanup]
    public void Cleanup() => _files.Dispose();

    /// <summary>Answers the question.</summary>
    [Benchmark]
    public object Ours() => _workload.Run();
}
