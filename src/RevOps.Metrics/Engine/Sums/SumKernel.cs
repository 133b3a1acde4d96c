using System.Runtime.CompilerServices;

namespace RevOps.Metrics;

/// <summary>Sums a column, or counts rows, over the windows of several measures in one pass.</summary>
/// <remarks>
/// The edges of all windows cut time into spans. Each row is added to the sum of its cell, its name in one code column and its span; each measure is
/// a sum over the names that it takes, and each window a sum over whole spans. So a waterfall of 36 months by segment and kind of movement costs one
/// pass, in which a row is three look-ups and an addition: what is not asked for has a place too, so that nothing need be decided. Pieces of
/// the rows are summed by several threads, each into sums of its own.
/// </remarks>
internal sealed class SumKernel : Pass<Sums>
{
    /// <summary>The most sums of which each thread has its own.</summary>
    private const int MostSums = 1 << 22;

    /// <summary>The most sums of a pass; more cells than that take several.</summary>
    private const int MostSumsOfPass = 1 << 26;

    private readonly IReadOnlyList<Cell> _cells;
    private readonly TimeSpans _spans;
    private readonly (int Column, int[] Asked, (int Request, int Slot, int First, int End)[] Windows)[] _measures;
    private readonly int[] _askedOfName;
    private readonly int _columns, _namesAsked, _stride, _firstCell, _endCell, _sums;
    private readonly Action<Sums, int, int> _add;

    private SumKernel(
        FactTable table, CellIndex cells, SumGroup group, (Codes? Codes, int Count, bool[][] Taken) names, TimeSpans spans, (int First, int End) ofCells, MeasureLayout layout,
        KernelOptions options)
    {
        bool[] isAsked = IsAsked(names.Taken, names.Count);
        _askedOfName = [.. isAsked.Select((asked, name) => asked ? isAsked.AsSpan(0, name).Count(true) : -1)];
        (_cells, _spans, _columns, _namesAsked) = (cells.Cells, spans, group.Columns.Count, isAsked.AsSpan().Count(true));
        // One span more, of the days after all windows. The sums of two columns stand side by side.
        _stride = (spans.Count + 1) * _columns;
        _measures = [.. group.Measures.Zip(names.Taken, (measure, takes) => (measure.Column, AskedBy(takes), WindowsOf(measure, layout)))];
        (_firstCell, _endCell) = ofCells;
        int ofCell = _namesAsked * _stride, notAsked = (_endCell - _firstCell) * ofCell;
        _sums = notAsked + _stride;
        int[] placeOfCell = [.. cells.CellOfCode.Select(cell => cell >= _firstCell && cell < _endCell ? (cell - _firstCell) * ofCell : -1)];
        int[] placeOfName = [.. _askedOfName.Select(asked => asked < 0 ? -1 : asked * _stride)];
        _add = new SumLoop(cells.Codes, placeOfCell, names.Codes, placeOfName, notAsked).Over(table[group.Date], spans, group.Columns);
        (Items, Pieces) = (table.Rows, _sums > MostSums ? 1 : options.PiecesOf(table.Rows));
    }

    /// <inheritdoc/>
    public override bool IsLarge => _sums > MostSums;

    /// <inheritdoc/>
    protected override int Items { get; }

    /// <inheritdoc/>
    protected override int Pieces { get; }

    /// <summary>The passes that make the sums of a group: one, where there are not too many.</summary>
    public static IEnumerable<SumKernel> Of(FactTable table, CellIndex cells, SumGroup group, MeasureLayout layout, KernelOptions options)
    {
        var names = group.Split(table);
        TimeSpans spans = new(group.Measures.SelectMany(measure => measure.Requests).Select(request => request.Window));
        int ofCell = IsAsked(names.Taken, names.Count).AsSpan().Count(true) * (spans.Count + 1) * group.Columns.Count, cellsOfPass = Math.Max(1, MostSumsOfPass / Math.Max(1, ofCell));
        for (int first = 0; first < cells.Cells.Count; first += cellsOfPass)
        {
            yield return new SumKernel(table, cells, group, names, spans, (first, Math.Min(cells.Cells.Count, first + cellsOfPass)), layout, options);
        }
    }

    /// <inheritdoc/>
    protected override Sums NewFound() => new(_sums);

    /// <inheritdoc/>
    protected override void Read(Sums found, int first, int end) => _add(found, first, end);

    /// <inheritdoc/>
    protected override void Tell(IReadOnlyList<Sums> found, MeasureTable result)
    {
        Sums sums = found[0];
        foreach (Sums other in found.Skip(1)) sums.Add(other);
        for (int cell = _firstCell; cell < _endCell; cell++)
        {
            long[]? numbers = null;
            foreach ((int column, int[] asked, (int Request, int Slot, int First, int End)[] windows) in _measures)
            {
                foreach (int name in asked)
                {
                    int place = (((cell - _firstCell) * _namesAsked) + name) * _stride;
                    if (!sums.Seen.AsSpan(place, _spans.Count * _columns).Contains(true)) continue;
                    numbers ??= result.NumbersOf(_cells[cell], windows[0].Request);
                    ReadOnlySpan<long> totals = sums.Totals.AsSpan(place, _spans.Count * _columns);
                    foreach ((_, int slot, int first, int end) in windows)
                    {
                        for (int span = first; span < end; span++) numbers[slot] += totals[(span * _columns) + column];
                    }
                }
            }
        }
    }

    private static bool[] IsAsked(bool[][] taken, int names) => [.. Enumerable.Range(0, names).Select(name => Array.Exists(taken, takes => takes[name]))];

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
}
