namespace RevOps.Metrics;

public sealed partial class MetricTable
{
    /// <summary>How much each cell has of the total of all cells, or of those that share some of its values, in each period.</summary>
    /// <param name="metric">A metric of the table that adds up over its cells.</param>
    /// <param name="within">The dimensions whose values a cell shares with its total: by country and product, a share within the country; none for that of all.</param>
    /// <exception cref="ArgumentException">The metric does not add up over the cells, or a dimension is not one of the table's.</exception>
    public IReadOnlyList<CellShare> ShareOfTotal(Metric metric, IReadOnlyList<Dimension>? within = null)
    {
        IReadOnlyList<MetricResult> results = ResultsOf(metric);
        if (!metric.Expression.AddsUp(Policy) || results.Any(result => result.Flags.HasFlag(MetricFlags.NonAdditive)))
        {
            throw new ArgumentException($"'{metric}' does not add up over {DimensionNames}, so no cell has a share of it: take a sum or a count that does.", nameof(metric));
        }

        int[] places = [.. (within ?? []).Select(PlaceOf)];
        return
        [
            .. from period in results.GroupBy(result => result.Period)
               from result in period
               let total = period.Where(other => places.All(place => other.Cell.Values[place] == result.Cell.Values[place])).ToArray()
               select new CellShare(result, ShareOf(result, total)),
        ];
    }

    /// <summary>The defined results of a metric in each period, from the largest down.</summary>
    /// <param name="metric">A metric of the table.</param>
    /// <exception cref="ArgumentException">It is not one of the table's.</exception>
    public IReadOnlyList<RankedResult> Rank(Metric metric) =>
    [
        .. from period in ResultsOf(metric).Where(result => result.IsDefined).GroupBy(result => result.Period)
           from result in period.OrderByDescending(result => result.Magnitude)
           select new RankedResult(1 + period.Count(other => other.Magnitude > result.Magnitude), result),
    ];

    /// <summary>The results of a metric in each period that are among the largest: more than were asked for where several share the last place.</summary>
    /// <param name="metric">A metric of the table.</param>
    /// <param name="count">How many.</param>
    /// <exception cref="ArgumentException">It is not one of the table's.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Less than one is asked for.</exception>
    public IReadOnlyList<RankedResult> Top(Metric metric, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return [.. Rank(metric).Where(ranked => ranked.Rank <= count)];
    }

    private string DimensionNames => Dimensions.Count == 0 ? "cells" : string.Join(" and ", Dimensions);

    private IReadOnlyList<MetricResult> ResultsOf(Metric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        if (Metrics.Contains(metric)) return [.. Results.Where(result => ReferenceEquals(result.Metric, metric))];
        throw new ArgumentException($"The table does not hold '{metric}'; it has {string.Join(", ", Metrics)}.", nameof(metric));
    }

    private int PlaceOf(Dimension dimension)
    {
        for (int i = 0; i < Dimensions.Count; i++)
        {
            if (Dimensions[i].Equals(dimension)) return i;
        }

        throw new ArgumentException($"The table is not by '{dimension}'; it is by {DimensionNames}.", nameof(dimension));
    }

    private static MetricValue<Ratio> ShareOf(MetricResult result, IReadOnlyList<MetricResult> all)
    {
        if (all.Prepend(result).FirstOrDefault(one => !one.IsDefined) is { } undefined) return new MetricValue<Ratio>(null, undefined.UndefinedReason);
        decimal total = all.Sum(one => one.Magnitude!.Value);
        return total == 0
            ? new MetricValue<Ratio>(null, $"{result.Metric} is zero in all")
            : new MetricValue<Ratio>(new Ratio(result.Magnitude!.Value / total), null);
    }
}
