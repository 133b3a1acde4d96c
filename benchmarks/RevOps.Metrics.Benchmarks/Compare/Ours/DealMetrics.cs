using RevOps.Metrics.Benchmarks.Workloads;

namespace RevOps.Metrics.Benchmarks.Compare.Ours;

/// <summary>W5: how often, how fast and for how much deals are won, by owner and month.</summary>
/// <remarks>From the deals and their histories each time, as DuckDB's formulations are: neither side has found the visits to stages before.</remarks>
internal sealed class DealMetrics(Books books) : Workload("W5", "win rate, cycle median and P90, stage conversion, velocity, 200 owners x 36 months")
{
    private static readonly Metric<Days> NineInTen = Sales.SalesCyclePercentile(0.9m);

    private static readonly Metric[] Quotients = [Sales.WinRate, Sales.MedianSalesCycle, NineInTen, Sales.StageConversion, Sales.PipelineVelocity];

    private static readonly Metric[] Counts = [Sales.WonDeals, Sales.LostDeals, Sales.WonAmount, Sales.OpenDeals, Sales.StageEntries];

    /// <summary>Owner, outcome, amount and both days of each deal, and deal, day and stage of each change.</summary>
    public override long LeastBytes => (14L * books.Data.Deals.Count) + (9L * books.Data.Deals.ChangedOn.Count);

    public override void Prepare() => _ = books.Pipeline;

    public override Func<Answer> Run()
    {
        // The engine in memory answers at once, so nothing is waited for.
        MetricTable table = new InMemoryEngine(books.Pipeline)
            .EvaluateAsync([.. Counts, .. Quotients], WorkloadCalendar.Months, [Dimensions.Owner]).AsTask().GetAwaiter().GetResult();
        return () => Answer.Of(
            ["won", "lost", "won_amount", "open", "entries"], ["q_win_rate", "q_median", "q_p90", "q_conversion", "q_velocity"],
            from month in WorkloadCalendar.Months from owner in table.Cells select RowOf(table, month, owner));
    }

    private static (string, long[], decimal?[]) RowOf(MetricTable table, ReportingPeriod month, Cell owner)
    {
        decimal? Number(Metric metric) => table[metric, month, owner].Magnitude;
        return ($"{month}|{owner}",
            [.. Counts.Select(metric => metric == Sales.WonAmount ? Units.Of(Number(metric)) : (long)Number(metric)!.Value)], [.. Quotients.Select(Number)]);
    }
}
