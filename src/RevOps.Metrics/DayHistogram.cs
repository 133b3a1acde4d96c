namespace RevOps.Metrics;

/// <summary>How many times each whole number of days occurs; exact percentiles follow from it, and two of them add.</summary>
public sealed class DayHistogram
{
    private readonly (int Days, long Count)[] _buckets;

    /// <param name="buckets">Buckets in the order of their days, each of other days and none empty.</param>
    internal DayHistogram((int Days, long Count)[] buckets)
    {
        _buckets = buckets;
        foreach ((_, long count) in buckets) Count += count;
    }

    /// <summary>The histogram of nothing.</summary>
    public static DayHistogram Empty { get; } = new([]);

    /// <summary>How many numbers it holds.</summary>
    public long Count { get; }

    /// <summary>A histogram of buckets in any order; buckets of the same days add up.</summary>
    public static DayHistogram From(IEnumerable<KeyValuePair<int, long>> buckets) => new(
        [.. buckets.GroupBy(b => b.Key).Select(g => (g.Key, g.Sum(b => b.Value))).Where(b => b.Item2 != 0).OrderBy(b => b.Key)]);

    /// <summary>The sum of two histograms.</summary>
    public static DayHistogram Merge(DayHistogram first, DayHistogram second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Count == 0) return second;
        if (second.Count == 0) return first;
        return From(first._buckets.Concat(second._buckets).Select(b => new KeyValuePair<int, long>(b.Days, b.Count)));
    }

    /// <summary>The percentile at <paramref name="share"/> (0.5 is the median); null when it holds nothing.</summary>
    /// <remarks>Type 7 of Hyndman and Fan (1996), the one of spreadsheets and of R: linear between the values at ranks around (n - 1) x share.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1.</exception>
    public decimal? Percentile(decimal share)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1m);
        if (Count == 0) return null;
        decimal rank = (Count - 1) * share;
        long below = decimal.ToInt64(decimal.Floor(rank));
        decimal low = At(below);
        decimal fraction = rank - below;
        return fraction == 0 ? low : low + (fraction * (At(below + 1) - low));
    }

    private int At(long rank)
    {
        foreach ((int days, long count) in _buckets)
        {
            if (rank < count) return days;
            rank -= count;
        }

        return _buckets[^1].Days;
    }
}
