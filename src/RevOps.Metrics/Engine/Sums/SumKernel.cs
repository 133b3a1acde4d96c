namespace RevOps.Metrics;

/// <summary>Sums a column, or counts rows, over the windows of several measures in one pass.</summary>
/// <remarks>
/// The edges of all windows cut time into spans. Each row is added to the sum of its cell, its name in one code column and its span; each measure is
/// a sum over the names that it takes, and each window a sum over whole spans. So a waterfall of 36 months by segment and kind of movement costs one
/// pass, in which a row is three look-ups and an addition: what is not asked for has a place too, so that nothing need be decided. Blocks of rows are
/// summed by several threads, each into sums of its own; as the numbers are whole, their order changes nothing.
/// </remarks>
internal sealed class SumKernel
{
    /// <summary>The fewest rows that are worth another thread.</summary>
    private const int LeastRows = 1 << 16;

    /// <summary>The most sums of which each thread has its own.</summary>
    private const int MostSums = 1 << 22;

    /// <summary>The most sums of a pass; more cells than that take several.</summary>
    private const int MostSumsOfPass = 1 << 26;

    private readonly int _rows;
    private readonly DayNumbers _days;
    private readonly WholeNumbers? _values;
    private readonly Codes? _names;
    private readonly bool _isCount;
    private readonly CellIndex _cells;
    private readonly TimeSpans _spans;
    private readonly RowFilter _filter;
    private readonly int[] _askedOfName;
    private readonly int _namesAsked, _stride;

    private SumKernel(FactTable table, CellIndex cells, SumGroup group, TimeSpans spans, bool[] isAsked)
    {
        (_rows, _cells, _spans, _isCount) = (table.Rows, cells, spans, group.IsCount);
        _days = table[group.Date];
        _values = group.Values is { } values ? table[values] : null;
        _filter = new RowFilter(table, group.Others);
        _names = group.Names is { } column ? table[column].Codes : null;
        _askedOfName = [.. isAsked.Select((asked, name) => asked ? isAsked.AsSpan(0, name).Count(true) : -1)];
        _namesAsked = isAsked.AsSpan().Count(true);
        // One span more, of the days after all windows.
        _stride = spans.Count + 1;
    }

    public static void Run(FactTable table, CellIndex cells, SumGroup group, MeasureTable result)
    {
        TimeSpans spans = new(group.Measures.SelectMany(measure => measure.Requests).Select(request => request.Window));
        int names = group.Names is { } column ? table[column].Names.Count : 1;
        (SummedMeasure Measure, bool[]? Taken)[] measures = [.. group.Measures.Select(measure => (measure, measure.Takes(table)))];
        bool[] isAsked = [.. Enumerable.Range(0, names).Select(name => measures.Any(measure => measure.Taken?[name] ?? true))];
        SumKernel kernel = new(table, cells, group, spans, isAsked);
        int cellsOfPass = Math.Max(1, MostSumsOfPass / Math.Max(1, kernel._namesAsked * kernel._stride));
        for (int first = 0; first < cells.Cells.Count; first += cellsOfPass)
        {
            int end = Math.Min(cells.Cells.Count, first + cellsOfPass);
            Sums sums = kernel.SumAll(first, end);
            foreach ((SummedMeasure measure, bool[]? taken) in measures) kernel.Tell(measure, taken, first, end, sums, result);
        }
    }

    /// <summary>Chooses the loop that is compiled for these columns.</summary>
    private Sums SumAll(int firstCell, int endCell)
    {
        int stridePerCell = _namesAsked * _stride, notAsked = (endCell - firstCell) * stridePerCell;
        int[] placeOfCell = [.. _cells.CellOfCode.Select(cell => cell >= firstCell && cell < endCell ? (cell - firstCell) * stridePerCell : -1)];
        int[] placeOfName = [.. _askedOfName.Select(asked => asked < 0 ? -1 : asked * _stride)];
        int[] Places(int[] places) => [.. places.Select(place => place < 0 ? notAsked : place)];
        return (_cells.Codes, _names) switch
        {
            (null, null) => SumAll(default(OnePlace), notAsked),
            ({ Narrow: { } cells }, null) => SumAll(new PlacesByOne(cells, Places(placeOfCell)), notAsked),
            (null, { Narrow: { } names }) => SumAll(new PlacesByOne(names, Places(placeOfName)), notAsked),
            ({ Narrow: { } cells }, { Narrow: { } names }) => SumAll(
                new PlacesByTwo(cells, names, Places([.. from cell in placeOfCell from name in placeOfName select cell < 0 || name < 0 ? -1 : cell + name]), placeOfName.Length),
                notAsked),
            _ => SumAll(new PlacesByAny(_cells.Codes, placeOfCell, _names, placeOfName, notAsked), notAsked),
        };
    }

    private Sums SumAll<TPlaces>(TPlaces places, int notAsked)
        where TPlaces : struct, IRowPlaces => _days.Narrow is { } days
            ? SumAll(places, new SpansByTable(days, _spans.ByDistance(_days)), notAsked)
            : SumAll(places, new SpansBySearch(_days, _spans), notAsked);

    private Sums SumAll<TPlaces, TSpans>(TPlaces places, TSpans spans, int notAsked)
        where TPlaces : struct, IRowPlaces
        where TSpans : struct, IRowSpans => (_values, _isCount) switch
        {
            ({ Narrow: { } values }, false) => SumAll(places, spans, new NarrowValues(values), notAsked),
            ({ Wide: { } values }, false) => SumAll(places, spans, new WideValues(values), notAsked),
            ({ Wide: { } values }, true) => SumAll(places, spans, new OneEachKnown(values), notAsked),
            _ => SumAll(places, spans, default(OneEach), notAsked),
        };

    private Sums SumAll<TPlaces, TSpans, TValues>(TPlaces places, TSpans spans, TValues values, int notAsked)
        where TPlaces : struct, IRowPlaces
        where TSpans : struct, IRowSpans
        where TValues : struct, IRowValues
    {
        int count = notAsked + _stride;
        int threads = count > MostSums ? 1 : Math.Clamp(_rows / LeastRows, 1, Environment.ProcessorCount);
        Sums[] parts = [.. Enumerable.Range(0, threads).Select(_ => new Sums(count))];
        Split.Run(_rows, threads, (part, from, to) => Add(places, spans, values, from, to, parts[part]));
        foreach (Sums part in parts.Skip(1)) parts[0].Add(part);
        return parts[0];
    }

    private void Add<TPlaces, TSpans, TValues>(TPlaces places, TSpans spans, TValues values, int from, int to, Sums sums)
        where TPlaces : struct, IRowPlaces
        where TSpans : struct, IRowSpans
        where TValues : struct, IRowValues
    {
        RowFilter? filter = _filter.TakesAll ? null : _filter;
        long[] totals = sums.Totals;
        bool[] seen = sums.Seen;
        for (int row = from; row < to; row++)
        {
            long value = values[row];
            if (value == FactTable.NoValue || filter?.Takes(row) == false) continue;
            int place = places[row] + spans[row];
            seen[place] = true;
            totals[place] += value;
        }
    }

    private void Tell(SummedMeasure measure, bool[]? taken, int firstCell, int endCell, Sums sums, MeasureTable result)
    {
        (int Request, int First, int End)[] windows = [.. measure.Requests.Select(request => (request.Request, _spans.Of(request.Window).First, _spans.Of(request.Window).End))];
        for (int cell = firstCell; cell < endCell; cell++)
        {
            long[]? numbers = null;
            for (int name = 0; name < _askedOfName.Length; name++)
            {
                if (_askedOfName[name] < 0 || taken?[name] == false) continue;
                int place = ((((cell - firstCell) * _namesAsked) + _askedOfName[name]) * _stride);
                if (!sums.Seen.AsSpan(place, _spans.Count).Contains(true)) continue;
                numbers ??= result.NumbersOf(_cells.Cells[cell], windows[0].Request);
                ReadOnlySpan<long> totals = sums.Totals.AsSpan(place, _spans.Count);
                foreach ((int request, int first, int end) in windows)
                {
                    foreach (long total in totals[first..end]) numbers[request] += total;
                }
            }
        }
    }
}
