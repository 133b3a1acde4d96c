using RevOps.Metrics.Benchmarks.Workloads;

namespace RevOps.Metrics.Benchmarks.Compare.Ours;

/// <summary>W3: net and gross revenue retention of twelve months by segment at 36 month ends.</summary>
internal sealed class RevenueRetention(Books books) : Workload("W3", "12-month NRR and GRR by segment at 36 month ends")
{
    private static readonly string[] Parts = ["ARR of the cohort at the open", "ARR of the cohort at the close", "kept ARR", "customers of the cohort"];

    private long _movements;

    /// <summary>Day and amount of each movement, and the segment of each customer.</summary>
    public override long LeastBytes => (6 * _movements) + books.Data.Customers.Count;

    public override void Prepare() => _movements = books.MovementCount();

    public override Func<Answer> Run()
    {
        MetricTable table = books.Recurring.Evaluate(
            [Success.NetRevenueRetention, Success.GrossRevenueRetention], WorkloadCalendar.Months, [Dimensions.Segment]);
        return () => Answer.Of(
            ["opening", "retained", "kept", "customers"], ["q_nrr", "q_grr"],
            from month in WorkloadCalendar.Months from segment in WorkloadNames.Segments select RowOf(table, month, segment));
    }

    private static (string, long[], decimal?[]) RowOf(MetricTable table, ReportingPeriod month, string segment)
    {
        Cell cell = Cell.Of(segment);
        if (!table.Cells.Contains(cell)) return ($"{month}|{segment}", new long[Parts.Length], [null, null]);
        MetricResult net = table[Success.NetRevenueRetention, month, cell], gross = table[Success.GrossRevenueRetention, month, cell];
        return ($"{month}|{segment}",
            [Units.Of(net.Part(Parts[0])), Units.Of(net.Part(Parts[1])), Units.Of(net.Part(Parts[2])), (long)net.Part(Parts[3])!.Value],
            [net.Magnitude, gross.Magnitude]);
    }
}
