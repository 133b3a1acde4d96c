using RevOps.Metrics.Benchmarks.Workloads;

namespace RevOps.Metrics.Benchmarks.Compare.Ours;

/// <summary>W1: from unsorted columns of subscriptions to the waterfall of 36 months by 8 segments, with the ledger to compile.</summary>
internal sealed class ColdWaterfall(Books books) : Workload("W1", "cold: columns of subscriptions to the movement waterfall, 36 months x 8 segments")
{
    private readonly Waterfall _waterfall = new(WorkloadCalendar.Months, Dimensions.Segment, WorkloadNames.Segments);

    /// <summary>Customer, start, end and price of each subscription, and the segment of each customer.</summary>
    public override long LeastBytes => (16L * books.Data.Subscriptions.Count) + books.Data.Customers.Count;

    /// <summary>Numbers and attributes of customers belong to a dataset, as DuckDB has a table of customers: they are there before the clock runs.</summary>
    public override void Prepare() => _ = new InMemoryEngine(books.Columns).Check(_waterfall.Query);

    public override Func<Answer> Run()
    {
        MeasureTable table = new InMemoryEngine(books.Columns).Measure(_waterfall.Query);
        return () => Answer.Of(Waterfall.Columns, [], _waterfall.RowsOf(table));
    }
}
