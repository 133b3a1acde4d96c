using RevOps.Metrics.Benchmarks.Workloads;

namespace RevOps.Metrics.Benchmarks.Compare.Ours;

/// <summary>W6: what a new customer cost, by channel and month.</summary>
internal sealed class AcquisitionCost(Books books) : Workload("W6", "CAC by channel and month: spend and new customers")
{
    /// <summary>Day, channel, category and amount of each spend, and day and channel of each customer.</summary>
    public override long LeastBytes => (10L * books.Data.Spends.Count) + (5L * books.Data.Customers.Count);

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
