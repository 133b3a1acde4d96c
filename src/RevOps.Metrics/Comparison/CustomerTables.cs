namespace RevOps.Metrics;

/// <summary>Two tables by customer, held against each other.</summary>
internal sealed class CustomerTables(MetricTable first, MetricTable second)
{
    private readonly Cell[] _customers = [.. first.Cells.Union(second.Cells)];
    private readonly HashSet<Cell> _ofFirst = [.. first.Cells];
    private readonly HashSet<Cell> _ofSecond = [.. second.Cells];

    /// <summary>The customers for whom a metric differs, from the largest difference down; of equal ones in the order of ids.</summary>
    public IEnumerable<CustomerDifference> Differences(Metric metric, ReportingPeriod period) => _customers
        .Select(customer => new CustomerDifference(
            customer.Values[0], Number(first, _ofFirst, metric, period, customer), Number(second, _ofSecond, metric, period, customer)))
        .Where(one => one.Difference != 0)
        .OrderByDescending(one => Math.Abs(one.Difference)).ThenBy(one => one.CustomerId, StringComparer.Ordinal);

    /// <summary>A customer of whom a side has no row has nothing there.</summary>
    private static decimal Number(MetricTable table, HashSet<Cell> known, Metric metric, ReportingPeriod period, Cell customer) =>
        known.Contains(customer) ? table[metric, period, customer].Magnitude ?? 0 : 0;
}
