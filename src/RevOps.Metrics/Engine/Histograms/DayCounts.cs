namespace RevOps.Metrics;

/// <summary>Counts of rows with a place for each number of days.</summary>
/// <param name="cells">The number of cells.</param>
/// <param name="spans">The number of spans.</param>
/// <param name="least">The least number of days.</param>
/// <param name="range">How many numbers there are from it to the greatest.</param>
internal sealed class DayCounts(int cells, int spans, int least, int range) : DayRuns
{
    private readonly int[] _counts = new int[cells * spans * range];
    private readonly int[] _together = new int[range];
    private readonly List<(int Days, long Count)> _buckets = [];

    public override void Add(int cell, int span, int days) => _counts[(((cell * spans) + span) * range) + days - least]++;

    public override void Add(DayRuns other)
    {
        int[] others = ((DayCounts)other)._counts;
        for (int place = 0; place < _counts.Length; place++) _counts[place] += others[place];
    }

    public override bool IsEmpty(int cell) => !Counts(cell, 0, spans).ContainsAnyExcept(0);

    public override DayHistogram Of(int cell, int first, int end)
    {
        if (end - first == 1) return Of(Counts(cell, first, end));
        Array.Clear(_together);
        for (int span = first; span < end; span++)
        {
            ReadOnlySpan<int> counts = Counts(cell, span, span + 1);
            for (int i = 0; i < counts.Length; i++) _together[i] += counts[i];
        }

        return Of(_together);
    }

    private ReadOnlySpan<int> Counts(int cell, int first, int end) => _counts.AsSpan(((cell * spans) + first) * range, (end - first) * range);

    private DayHistogram Of(ReadOnlySpan<int> counts)
    {
        _buckets.Clear();
        // Most numbers of days have no row: those before the next that has some are skipped at once.
        for (int at = counts.IndexOfAnyExcept(0), next; at < counts.Length; at += next)
        {
            if (at < 0) break;
            _buckets.Add((least + at, counts[at]));
            next = counts[(at + 1)..].IndexOfAnyExcept(0) + 1;
            if (next == 0) break;
        }

        return _buckets.Count == 0 ? DayHistogram.Empty : new DayHistogram([.. _buckets]);
    }
}
