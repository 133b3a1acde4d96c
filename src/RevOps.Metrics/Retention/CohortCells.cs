using NodaTime;

namespace RevOps.Metrics;

/// <summary>Turns a table by acquisition period and period into cohorts by age.</summary>
/// <param name="table">Customers, MRR and ARR by acquisition period, then by the other dimensions.</param>
/// <param name="total">The same as totals, which say where nothing is known.</param>
/// <param name="knownTo">The last day about which all is known.</param>
internal sealed class CohortCells(MetricTable table, MetricTable total, LocalDate? knownTo)
{
    private readonly HashSet<Cell> _found = [.. table.Cells];

    public IEnumerable<Cohort> Cohorts()
    {
        HashSet<string?> labels = [.. table.Periods.Select(period => period.Label)];
        Cell[] cells = table.Dimensions.Count == 1
            ? [Cell.Total]
            : [.. table.Cells.Where(cell => labels.Contains(cell.Values[0])).Select(cell => new Cell([.. cell.Values.Skip(1)])).Distinct().Order(Cell.Order)];
        return from first in Enumerable.Range(0, table.Periods.Count) from cell in cells select CohortOf(first, cell);
    }

    private Cohort CohortOf(int first, Cell cell)
    {
        ReportingPeriod acquired = table.Periods[first];
        Cell full = new([acquired.Label, .. cell.Values]);
        MetricValue<Count> size = ValueOf(Success.Customers, acquired, full);
        MetricValue<PerYear<Money>> opening = ValueOf(RefundedRevenue.LedgerArr, acquired, full);
        return new Cohort(acquired, cell, [.. table.Periods.Skip(first).Select((period, age) =>
        {
            MetricValue<Count> customers = ValueOf(Success.Customers, period, full);
            return new CohortCell
            {
                Age = age,
                Period = period,
                Customers = customers,
                Mrr = ValueOf(RefundedRevenue.LedgerMrr, period, full),
                CustomerRetention = Share(customers, size, $"no customer acquired in {acquired} was there at its close"),
                // Of annualised amounts, which are whole; the share is the same.
                RevenueRetention = Share(ValueOf(RefundedRevenue.LedgerArr, period, full), opening, $"no customer acquired in {acquired} paid at its close"),
                IsMature = knownTo is { } day && period.LastDay <= day,
                Flags = (_found.Contains(full) ? table : total)[Success.Customers, period, _found.Contains(full) ? full : Cell.Total].Flags,
            };
        })]);
    }

    /// <summary>The value of a cell; where no row was found it is zero, as long as anything is known of the period.</summary>
    private MetricValue<TUnit> ValueOf<TUnit>(Metric<TUnit> metric, ReportingPeriod period, Cell cell)
        where TUnit : struct, IUnit<TUnit>
    {
        if (_found.Contains(cell)) return table.Value(metric, period, cell);
        MetricValue<TUnit> whole = total.Value(metric, period);
        return whole.IsDefined ? new MetricValue<TUnit>(TUnit.FromMagnitude(0, total.Currency), null) : whole;
    }

    private static MetricValue<Ratio> Share<TUnit>(MetricValue<TUnit> part, MetricValue<TUnit> whole, string none)
        where TUnit : struct, IUnit<TUnit>
    {
        if (!whole.IsDefined) return new MetricValue<Ratio>(null, whole.UndefinedReason);
        if (!part.IsDefined) return new MetricValue<Ratio>(null, part.UndefinedReason);
        return whole.Value.Magnitude == 0
            ? new MetricValue<Ratio>(null, none)
            : new MetricValue<Ratio>(new Ratio(part.Value.Magnitude / whole.Value.Magnitude), null);
    }
}
