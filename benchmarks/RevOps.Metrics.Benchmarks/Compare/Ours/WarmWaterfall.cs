using RevOps.Metrics.Benchmarks.Workloads;

namespace RevOps.Metrics.Benchmarks.Compare.Ours;

/// <summary>W2: the waterfall again on a compiled ledger, and then in 4-4-5 months by region.</summary>
internal sealed class WarmWaterfall(Books books) : Workload("W2", "warm: the same again, then 36 months of 4-4-5 weeks x 5 regions")
{
    private readonly Waterfall _bySegment = new(WorkloadCalendar.Months, Dimensions.Segment, WorkloadNames.Segments);
    private readonly Waterfall _byRegion = new(WorkloadCalendar.RetailMonths, Dimensions.Region, WorkloadNames.Regions);
    private long _movements;

    /// <summary>The amount of each movement, once for each of the two questions: in the right order the rest is told for many at once.</summary>
    public override long LeastBytes => 2 * 4 * _movements;

    public override void Prepare() => _movements = books.MovementCount();

    public override Func<Answer> Run()
    {
        MeasureTable first = books.Recurring.Engine.Measure(_bySegment.Query), second = books.Recurring.Engine.Measure(_byRegion.Query);
        return () => Answer.Of(Waterfall.Columns, [], _bySegment.RowsOf(first).Concat(_byRegion.RowsOf(second)));
    }
}
