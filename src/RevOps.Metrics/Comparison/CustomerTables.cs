namespace RevOps.Metrics;

/// <summary>Two sides by customer, held against each other.</summary>
internal sealed class CustomerTables(SideTables first, SideTables second)
{
    /// <summary>The customers for whom a metric differs, from the largest difference down; of equal ones in the order of ids.</summary>
    public IEnumerable<CustomerDifference> Differences(Metric metric, ReportingPeriod period)
    {
        (MetricTable one, MetricTable other) = (first[metric, period], second[metric, period]);
        (HashSet<Cell> ofOne, HashSet<Cell> ofOther) = ([.. one.Cells], [.. other.Cells]);
        return one.Cells.Union(other.Cells)
            .Select(customer => new CustomerDifference(
                customer.Values[0], Number(one, ofOne, metric, period, customer), Number(other, ofOther, metric, period, customer)))
            .Where(difference => difference.Difference != 0)
            .OrderByDescending(difference => Math.Abs(difference.Difference)).ThenBy(difference => difference.CustomerId, StringComparer.Ordinal);
    }

    /// <summary>A customer of whom a side has no row has nothing there.</summary>
    private static decimal Number(MetricTable table, HashSet<Cell> known, Metric metric, ReportingPeriod period, Cell customer) =>
        known.Contains(customer) ? table[metric, period, customer].Magnitude ?? 0 : 0;
}
