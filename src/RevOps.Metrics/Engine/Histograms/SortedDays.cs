namespace RevOps.Metrics;

/// <summary>The days of rows, sorted by cell, span and days.</summary>
/// <param name="rows">The place of each row, which is cell times spans and span, and its days.</param>
/// <param name="spans">The number of spans.</param>
internal sealed class SortedDays((long Place, int Days)[] rows, int spans) : IDayRuns
{
    public bool IsEmpty(int cell) => Rows(cell, 0, spans).IsEmpty;

    public DayHistogram Of(int cell, int first, int end)
    {
        List<KeyValuePair<int, long>> buckets = [];
        foreach ((_, int days) in Rows(cell, first, end)) buckets.Add(new(days, 1));
        return buckets.Count == 0 ? DayHistogram.Empty : DayHistogram.From(buckets);
    }

    private ReadOnlySpan<(long Place, int Days)> Rows(int cell, int first, int end)
    {
        int from = FirstAt(((long)cell * spans) + first);
        return rows.AsSpan(from, FirstAt(((long)cell * spans) + end) - from);
    }

    /// <summary>The first row at a place or after it.</summary>
    private int FirstAt(long place)
    {
        (int from, int to) = (0, rows.Length);
        while (from < to)
        {
            int middle = from + ((to - from) / 2);
            if (rows[middle].Place < place) from = middle + 1;
            else to = middle;
        }

        return from;
    }
}
