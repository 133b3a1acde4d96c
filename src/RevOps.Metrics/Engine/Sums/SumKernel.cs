using System.Runtime.CompilerServices;

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
    /// <summary>The most sums of which each thread has its own.</summary>
    private const int MostSums = 1 << 22;

    /// <summary>The most sums of a pass; more cells than that take several.</summary>
    private const int MostSumsOfPass = 1 << 26;

    private readonly int _rows;
    private readonly KernelOptions _options;
    private readonly DayNumbers _days;
    private readonly WholeNumbers? _values;
    private readonly Codes? _names;
    private readonly bool _isCount;
    private readonly CellIndex _cells;
    private readonly TimeSpans _spans;
    private readonly int[] _spanOf, _askedOfName;
    private readonly int _namesAsked, _stride;
    private readonly (int[] Asked, (int Request, int Slot, int First, int End)[] Windows)[] _measures;

    public SumKernel(FactTable table, CellIndex cells, SumGroup group, MeasureLayout layout, KernelOptions options)
    {
        _options = options;
        (_rows, _cells, _isCount) = (table.Rows, cells, group.IsCount);
        _days = table[group.Date];
        _values = group.Values;
        (_names, int names, bool[][] taken) = group.Split(table);
        bool[] isAsked = [.. Enumerable.Range(0, names).Select(name => Array.Exists(taken, takes => takes[name]))];
        _askedOfName = [.. isAsked.Select((asked, name) => asked ? isAsked.AsSpan(0, name).Count(true) : -1)];
        _namesAsked = isAsked.AsSpan().Count(true);
        _spans = new TimeSpans(group.Measures.SelectMany(measure => measure.Requests).Select(request => request.Window));
        _spanOf = _days.Narrow is null ? [] : _spans.ByDistance(_days);
        // One span more, of the days after all windows.
        _stride = _spans.Count + 1;
        _measures = [.. group.Measures.Zip(taken, (measure, takes) => (AskedBy(takes), WindowsOf(measure, layout)))];
    }

    /// <summary>True where one pass is short enough that it is better run beside others than split.</summary>
    public bool IsSmall => _options.ThreadsFor(_rows) == 1 && _cells.Cells.Count * (long)(_namesAsked * _stride) <= MostSums;

    /// <summary>Makes the sums, in one pass where there are not too many; the returned step adds them to the answer.</summary>
    public Action<MeasureTable> Run()
    {
        int cellsOfPass = Math.Max(1, MostSumsOfPass / Math.Max(1, _namesAsked * _stride));
        if (_cells.Cells.Count <= cellsOfPass)
        {
            Sums sums = SumAll(0, _cells.Cells.Count);
            return result => Tell(0, _cells.Cells.Count, sums, result);
        }

        return result =>
        {
            for (int first = 0; first < _cells.Cells.Count; first += cellsOfPass)
            {
                int end = Math.Min(_cells.Cells.Count, first + cellsOfPass);
                Tell(first, end, SumAll(first, end), result);
            }
        };
    }

    private int[] AskedBy(bool[] takes) => [.. Enumerable.Range(0, takes.Length).Where(name => takes[name]).Select(name => _askedOfName[name])];

    private (int Request, int Slot, int First, int End)[] WindowsOf(SummedMeasure measure, MeasureLayout layout) =>
                [.. from request in measure.Requests let spans = SpansOf(measure.Part, request.Window) select (request.Request, layout.SlotOf(request.Request), spans.First, spans.End)];

    private (int First, int End) SpansOf(WindowPart part, DateWindow window)
    {
        (int first, int end) = _spans.Of(window);
        return part switch
        {
            WindowPart.Within => (first, end),
            WindowPart.UpToClose => (0, end),
            _ => (0, first),
        };
    }

    /// <summary>Chooses the loop that is compiled for these columns.</summary>
    private Sums SumAll(int firstCell, int endCell)
    {
        int stridePerCell = _namesAsked * _stride, notAsked = (endCell - firstCell) * stridePerCell;
        int[] placeOfCell = [.. _cells.CellOfCode.Select(cell => cell >= firstCell && cell < endCell ? (cell - firstCell) * stridePerCell : -1)];
        int[] placeOfName = [.. _askedOfName.Select(asked => asked < 0 ? -1 : asked * _stride)];
        int[] Places(int[] places) => [.. places.Select(place => place < 0 ? notAsked : place)];
        int[] PlacesOfBoth() => Places([.. from cell in placeOfCell from name in placeOfName select cell < 0 || name < 0 ? -1 : cell + name]);
        return (_cells.Codes, _names) switch
        {
            (null, null) => SumAll(default(OnePlace), notAsked),
            ({ Narrow: { } cells }, null) => SumAll(new PlacesByOne<byte>(cells, Places(placeOfCell)), notAsked),
            ({ OfTwoBytes: { } cells }, null) => SumAll(new PlacesByOne<ushort>(cells, Places(placeOfCell)), notAsked),
            ({ Wide: { } cells }, null) => SumAll(new PlacesByOne<int>(cells, Places(placeOfCell)), notAsked),
            (null, { Narrow: { } names }) => SumAll(new PlacesByOne<byte>(names, Places(placeOfName)), notAsked),
            ({ Narrow: { } cells }, { Narrow: { } names }) => SumAll(new PlacesByTwo<byte>(cells, names, PlacesOfBoth(), placeOfName.Length), notAsked),
            ({ OfTwoBytes: { } cells }, { Narrow: { } names }) => SumAll(new PlacesByTwo<ushort>(cells, names, PlacesOfBoth(), placeOfName.Length), notAsked),
            _ => SumAll(new PlacesByAny(_cells.Codes, placeOfCell, _names, placeOfName, notAsked), notAsked),
        };
    }

    private Sums SumAll<TPlaces>(TPlaces places, int notAsked)
        where TPlaces : struct, IRowPlaces => _days.Narrow is { } days
            ? SumAll(places, new SpansByTable(days, _spanOf), notAsked)
            : SumAll(places, new SpansBySearch(_days, _spans), notAsked);

    private Sums SumAll<TPlaces, TSpans>(TPlaces places, TSpans spans, int notAsked)
        where TPlaces : struct, IRowPlaces
        where TSpans : struct, IRowSpans => (_values, _isCount) switch
        {
            ({ Small: { } values }, false) => SumAll(places, spans, new SmallValues(values), notAsked),
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
        int threads = count > MostSums ? 1 : _options.ThreadsFor(_rows);
        Sums[] parts = new Sums[threads];
        Split.Run(_rows, threads, (part, from, to) => Add(places, spans, values, from, to, parts[part] = new Sums(count)));
        foreach (Sums part in parts.Skip(1)) parts[0].Add(part);
        return parts[0];
    }

    // A cold question runs it once or twice: compiled in full at once, as the compiler would wait for it to run often.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add<TPlaces, TSpans, TValues>(TPlaces places, TSpans spans, TValues values, int from, int to, Sums sums)
        where TPlaces : struct, IRowPlaces
        where TSpans : struct, IRowSpans
        where TValues : struct, IRowValues
    {
        long[] totals = sums.Totals;
        bool[] seen = sums.Seen;
        if (!places.Has(to) || !spans.Has(to) || !values.Has(to) || totals.Length != seen.Length) throw new InvalidOperationException("A column has fewer rows than its table.");
        int row = from;
        // Four rows at once do not wait for one another.
        for (; !TValues.HasUnknown && row < to - 3; row += 4)
        {
            int first = unchecked(places[row] + spans[row]), second = unchecked(places[row + 1] + spans[row + 1]);
            int third = unchecked(places[row + 2] + spans[row + 2]), fourth = unchecked(places[row + 3] + spans[row + 3]);
            (seen.At(first), seen.At(second), seen.At(third), seen.At(fourth)) = (true, true, true, true);
            totals.At(first) += values[row];
            totals.At(second) += values[row + 1];
            totals.At(third) += values[row + 2];
            totals.At(fourth) += values[row + 3];
        }

        for (; row < to; row++)
        {
            long value = values[row];
            if (TValues.HasUnknown && value == FactTable.NoValue) continue;
            int place = unchecked(places[row] + spans[row]);
            seen.At(place) = true;
            totals.At(place) += value;
        }
    }

    private void Tell(int firstCell, int endCell, Sums sums, MeasureTable result)
    {
        for (int cell = firstCell; cell < endCell; cell++)
        {
            long[]? numbers = null;
            foreach ((int[] asked, (int Request, int Slot, int First, int End)[] windows) in _measures)
            {
                foreach (int name in asked)
                {
                    int place = (((cell - firstCell) * _namesAsked) + name) * _stride;
                    if (!sums.Seen.AsSpan(place, _spans.Count).Contains(true)) continue;
                    numbers ??= result.NumbersOf(_cells.Cells[cell], windows[0].Request);
                    ReadOnlySpan<long> totals = sums.Totals.AsSpan(place, _spans.Count);
                    foreach ((_, int slot, int first, int end) in windows)
                    {
                        foreach (long total in totals[first..end]) numbers[slot] += total;
                    }
                }
            }
        }
    }
}
