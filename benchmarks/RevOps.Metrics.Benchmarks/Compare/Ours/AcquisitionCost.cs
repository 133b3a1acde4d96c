using RevOps.Metrics.Benchmarks.Workloads;

namespace RevOps.Metrics.Benchmarks.Compare.Ours;

/// <summary>W6: what a new customer cost, by channel and month.</summary>
internal sealed class AcquisitionCost(Books books) : Workload("W6", "CAC by channel and month: spend and new customers")
{
    /// <summary>The amount of each spend: in the right order the rest, and how many customers there are, is told for many at once.</summary>
    public override long LeastBytes => 4L * books.Data.Spends.Count;

    public override void Prepare() => _ = books.MovementCount();

    public override Func<Answer> Run()
    {
        MetricTable table = books.Recurring.Evaluate(
            [Marketing.AcquisitionSpend, Success.NewCustomers, Marketing.Cac], WorkloadCalendar.Months, [Dimensions.Channel]);
        return () => Answer.Of(
            ["spend", "new"], ["q_cac"], from month in WorkloadCalendar.Months from channel in table.Cells select RowOf(table, month, channel));
    }

    private static (string, long[], decimal?[]) RowOf(MetricTable table, ReportingPeriod month, Cell channel) => ($"{month}|{channel}",
        [Units.Of(table[Marketing.AcquisitionSpend, month, channel].Magnitude), (long)table[Success.NewCustomers, month, channel].Magnitude!.Value],
        [table[Marketing.Cac, month, channel].Magnitude]);
}
