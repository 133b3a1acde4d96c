using System.Globalization;
using BenchmarkDotNet.Attributes;
using NodaTime;
using NodaTime.Text;
using RevOps.Metrics.Benchmarks.Compare;
using RevOps.Metrics.Benchmarks.Compare.Ours;
using RevOps.Metrics.Benchmarks.Workloads;

namespace RevOps.Metrics.Benchmarks.Linq;

/// <summary>The questions of <c>compare</c> beside plain LINQ over arrays, at a size that LINQ can bear. Both must give the same answer first.</summary>
[MemoryDiagnoser]
public class LinqBenchmarks
{
    private WorkloadData _data = null!;
    private WorkloadFiles _files = null!;
    private Workload _workload = null!;
    private LinqSubscriptions _compiled = null!;

    /// <summary>How many rows the largest tables have.</summary>
    [Params(10_000)]
    public int Rows { get; set; }

    /// <summary>The question; docs/performance.md tells what each asks.</summary>
    [Params("W1", "W2", "W3", "W4", "W5", "W6", "W7", "W8")]
    public string Question { get; set; } = "";

    /// <summary>Makes the data, and holds the two answers against each other, by which W2's movements are found.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _data = WorkloadData.Generate(Rows);
        _files = WorkloadFiles.Write(_data);
        _workload = Array.Find(Questions.Of(new Books(_data, _files)), workload => workload.Name == Question)!;
        _workload.Prepare();
        _compiled = new LinqSubscriptions(_data);
        if (_workload.Run()().DifferenceFrom(Linq()) is { } difference) throw new DifferentAnswersException($"{Question} by LINQ: {difference}");
    }

    /// <summary>Deletes the files.</summary>
    [GlobalCleanup]
    public void Cleanup() => _files.Dispose();

    /// <summary>Plain LINQ, from the rows as they come; W2 from movements that were found before.</summary>
    [Benchmark(Baseline = true)]
    public object ByLinq() => Linq();

    /// <summary>This library.</summary>
    [Benchmark]
    public object Ours() => _workload.Run();

    private Answer Linq() => Question switch
    {
        "W1" => Answer.Of(Waterfall.Columns, [], new LinqSubscriptions(_data).Waterfall()),
        "W2" => Answer.Of(Waterfall.Columns, [], _compiled.Waterfall().Concat(_compiled.RetailWaterfall())),
        "W3" => Answer.Of(["opening", "retained", "kept", "customers"], ["q_nrr", "q_grr"], new LinqSubscriptions(_data).Retention()),
        "W4" => Answer.Of(["customers", "arr"], ["q_customers", "q_revenue"], new LinqSubscriptions(_data).Triangle()),
        "W5" => Answer.Of(["won", "lost", "won_amount", "open", "entries"], ["q_win_rate", "q_median", "q_p90", "q_conversion", "q_velocity"], new LinqDeals(_data.Deals).Sales()),
        "W6" => Answer.Of(["spend", "new"], ["q_cac"], new LinqSubscriptions(_data).AcquisitionCost()),
        "W7" => Answer.Of([], ["q_wape", "q_mase", "q_bias"], Enumerable.Range(0, _data.Series.Series).Select(Errors)),
        _ => Answer.Of(["rows", "price", "ended"], [], [("subscriptions", Records(), [])]),
    };

    /// <summary>The file's rows as objects, by splitting lines, which is right as long as no cell is quoted.</summary>
    private long[] Records()
    {
        var records = File.ReadLines(_files.Subscriptions).Skip(1).Select(line => line.Split(',')).Select(cells => new
        {
            Id = cells[0],
            CustomerId = cells[1],
            Start = LocalDatePattern.Iso.Parse(cells[2]).Value,
            End = cells[3] == "" ? (LocalDate?)null : LocalDatePattern.Iso.Parse(cells[3]).Value,
            Price = decimal.Parse(cells[4], CultureInfo.InvariantCulture),
            Currency = cells[5],
            Interval = cells[6],
            Plan = cells[7],
        }).ToList();
        return [records.Count, (long)records.Sum(record => 100 * record.Price), records.LongCount(record => record.End is not null)];
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
