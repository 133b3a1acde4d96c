using NodaTime;

namespace RevOps.Metrics;

/// <summary>Turns a table by acquisition period and period into cohorts by age.</summary>
/// <param name="table">Customers, MRR and ARR by acquisition period, then by the other dimensions.</param>
internal sealed class CohortCells(MetricTable table)
{
    private readonly HashSet<Cell> _found = [.. table.Cells];
    private readonly Cell[] _cells = CellsOf(table);

    /// <summary>True where no row was found for some cohort, so that the totals must say whether it is zero or not known.</summary>
    public bool NeedsTotal => table.Periods.Any(period => _cells.Any(cell => !_found.Contains(Full(period, cell))));

    /// <summary>The cohorts.</summary>
    /// <param name="total">The same as totals, which say where nothing is known; null where they are not needed.</param>
    /// <param name="knownTo">The last day about which all is known.</param>
    public IEnumerable<Cohort> Cohorts(MetricTable? total, LocalDate? knownTo) =>
        from first in Enumerable.Range(0, table.Periods.Count) from cell in _cells select CohortOf(first, cell, total, knownTo);

    private static Cell[] CellsOf(MetricTable table)
    {
        HashSet<string?> labels = [.. table.Periods.Select(period => period.Label)];
        return table.Dimensions.Count == 1
            ? [Cell.Total]
            : [.. table.Cells.Where(cell => labels.Contains(cell.Values[0])).Select(cell => new Cell([.. cell.Values.Skip(1)])).Distinct().Order(Cell.Order)];
    }

    private static Cell Full(ReportingPeriod acquired, Cell cell) => new([acquired.Label, .. cell.Values]);

    private Cohort CohortOf(int first, Cell cell, MetricTable? total, LocalDate? knownTo)
    {
        ReportingPeriod acquired = table.Periods[first];
        Cell full = Full(acquired, cell);
        MetricTable whole = _found.Contains(full) ? table : total!;
        Cell inWhole = _found.Contains(full) ? full : Cell.Total;
        MetricValue<Count> size = ValueOf(Success.Customers, acquired, full, total);
        MetricValue<PerYear<Money>> opening = ValueOf(RefundedRevenue.LedgerArr, acquired, full, total);
        return new Cohort(acquired, cell, [.. table.Periods.Skip(first).Select((period, age) =>
        {
            MetricValue<Count> customers = ValueOf(Success.Customers, period, full, total);
            return new CohortCell
            {
                Age = age,
                Period = period,
                Customers = customers,
                Mrr = ValueOf(RefundedRevenue.LedgerMrr, period, full, total),
                CustomerRetention = Share(customers, size, $"no customer acquired in {acquired} was there at its close"),
                // Of annualised amounts, which are whole; the share is the same.
                RevenueRetention = Share(ValueOf(RefundedRevenue.LedgerArr, period, full, total), opening, $"no customer acquired in {acquired} paid at its close"),
                IsMature = knownTo is { } day && period.LastDay <= day,
                Flags = whole[Success.Customers, period, inWhole].Flags,
            };
        })]);
    }

    /// <summary>The value of a cell; where no row was found it is zero, as long as anything is known of the period.</summary>
    private MetricValue<TUnit> ValueOf<TUnit>(Metric<TUnit> metric, ReportingPeriod period, Cell cell, MetricTable? total)
        where TUnit : struct, IUnit<TUnit>
    {
        if (_found.Contains(cell)) return table.Value(metric, period, cell);
        MetricValue<TUnit> whole = total!.Value(metric, period);
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
