namespace RevOps.Metrics;

/// <summary>Sums a column, or counts rows, over the windows of several measures in one pass.</summary>
/// <remarks>
/// The edges of all windows cut time into spans. Each row is added to the sum of its cell, its name in one code column and its span; each measure is
/// a sum over the names that it takes, and each window a sum over whole spans. So a waterfall of 36 months by segment and kind of movement costs one
/// pass. Blocks of rows are summed by several threads, each into sums of its own; as the numbers are whole, their order changes nothing.
/// </remarks>
internal sealed class SumKernel
{
    /// <summary>The fewest rows that are worth another thread.</summary>
    private const int LeastRows = 1 << 16;

    /// <summary>The most sums of which each thread has its own.</summary>
    private const int MostSums = 1 << 22;

    /// <summary>The most sums of a pass; more cells than that take several.</summary>
    private const int MostSumsOfPass = 1 << 26;

    private readonly int[] _days;
    private readonly long[]? _values;
    private readonly int[]? _codes;
    private readonly bool _isCount;
    private readonly CellIndex _cells;
    private readonly TimeSpans _spans;
    private readonly RowFilter? _filter;
    private readonly int _names;

    private SumKernel(FactTable table, CellIndex cells, SumGroup group, TimeSpans spans)
    {
        (_cells, _spans, _isCount) = (cells, spans, group.IsCount);
        _days = table[group.Date];
        _values = group.Values is { } values ? table[values] : null;
        _filter = group.Others.Count > 0 ? new RowFilter(table, group.Others) : null;
        (_codes, _names) = group.Names is { } column && table[column] is var (codes, names) ? (codes, names.Count) : (null, 1);
    }

    public static void Run(FactTable table, CellIndex cells, SumGroup group, MeasureTable result)
    {
        TimeSpans spans = new(group.Measures.SelectMany(measure => measure.Requests).Select(request => request.Window));
        SumKernel kernel = new(table, cells, group, spans);
        (SummedMeasure Measure, bool[]? Taken)[] measures = [.. group.Measures.Select(measure => (measure, measure.Takes(table)))];
        int cellsOfPass = Math.Max(1, MostSumsOfPass / Math.Max(1, kernel._names * spans.Count));
        for (int first = 0; first < cells.Cells.Count; first += cellsOfPass)
        {
            Sums sums = kernel.SumAll(first, Math.Min(cells.Cells.Count, first + cellsOfPass));
            foreach ((SummedMeasure measure, bool[]? taken) in measures) kernel.Tell(measure, taken, sums, result);
        }
    }

    private Sums SumAll(int firstCell, int endCell)
    {
        int seen = (endCell - firstCell) * _names;
        int threads = seen * (long)_spans.Count > MostSums ? 1 : Math.Clamp(_days.Length / LeastRows, 1, Environment.ProcessorCount);
        Sums[] parts = [.. Enumerable.Range(0, threads).Select(_ => new Sums(firstCell, endCell, seen, seen * _spans.Count))];
        long rows = _days.Length;
        Parallel.For(0, threads, part => Add((int)(rows * part / threads), (int)(rows * (part + 1) / threads), parts[part]));
        foreach (Sums part in parts.Skip(1)) parts[0].Add(part);
        return parts[0];
    }

    private void Add(int from, int to, Sums sums)
    {
        int spans = _spans.Count, cells = sums.EndCell - sums.FirstCell;
        for (int row = from; row < to; row++)
        {
            int cell = _cells[row] - sums.FirstCell;
            if (cell < 0 || cell >= cells) continue;
            int span = _spans.Of(_days[row]);
            if (span < 0) continue;
            long value = 1;
            if (_values is not null)
            {
                value = _values[row];
                if (value == FactTable.NoValue) continue;
                if (_isCount) value = 1;
            }

            if (_filter is not null && !_filter.Takes(row)) continue;
            int place = (cell * _names) + (_codes is null ? 0 : _codes[row]);
            sums.Seen[place] = true;
            sums.Totals[(place * spans) + span] += value;
        }
    }

    private void Tell(SummedMeasure measure, bool[]? taken, Sums sums, MeasureTable result)
    {
        (int Request, int First, int End)[] windows = [.. measure.Requests.Select(request => (request.Request, _spans.Of(request.Window).First, _spans.Of(request.Window).End))];
        for (int cell = 0; cell < sums.EndCell - sums.FirstCell; cell++)
        {
            long[]? numbers = null;
            for (int name = 0; name < _names; name++)
            {
                int place = (cell * _names) + name;
                if (!sums.Seen[place] || taken?[name] == false) continue;
                numbers ??= result.NumbersOf(_cells.Cells[sums.FirstCell + cell], windows[0].Request);
                ReadOnlySpan<long> totals = sums.Totals.AsSpan(place * _spans.Count, _spans.Count);
                foreach ((int request, int first, int end) in windows)
                {
                    foreach (long total in totals[first..end]) numbers[request] += total;
                }
            }
        }
    }

    /// <summary>The sums by cell, name and span, and where any row was added.</summary>
    private sealed class Sums(int firstCell, int endCell, int seen, int places)
    {
        public int FirstCell => firstCell;

        public int EndCell => endCell;

        public long[] Totals { get; } = new long[places];

        public bool[] Seen { get; } = new bool[seen];

        public void Add(Sums other)
        {
            for (int i = 0; i < Totals.Length; i++) Totals[i] += other.Totals[i];
            for (int i = 0; i < Seen.Length; i++) Seen[i] |= other.Seen[i];
        }
    }
}
