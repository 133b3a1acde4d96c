namespace RevOps.Metrics;

/// <summary>Where the sums of a pass stand, by cell, name and span, and how its measures follow from them.</summary>
/// <remarks>
/// The edges of all windows cut time into spans. Each measure is a sum over the names that it takes, and each window a sum over whole spans. What is not
/// asked for has a place too, behind all others, and so have the days after all windows: nothing need be decided for a row.
/// </remarks>
internal sealed class SumLayout
{
    private readonly IReadOnlyList<Cell> _cells;
    private readonly (int Column, int[] Asked, (int Request, int Slot, int First, int End)[] Windows)[] _measures;
    private readonly int _namesAsked, _firstCell, _endCell;

    /// <param name="cells">The cells of rows.</param>
    /// <param name="group">What is asked.</param>
    /// <param name="names">What tells rows apart that some measures take and others do not, and which of it each measure takes.</param>
    /// <param name="spans">The spans of time.</param>
    /// <param name="ofCells">Which of the cells are summed.</param>
    /// <param name="layout">Where answers stand.</param>
    public SumLayout(CellIndex cells, SumGroup group, (Codes? Codes, int Count, bool[][] Taken) names, TimeSpans spans, (int First, int End) ofCells, MeasureLayout layout)
    {
        bool[] isAsked = IsAsked(names.Taken, names.Count);
        int[] askedOfName = [.. isAsked.Select((asked, name) => asked ? isAsked.AsSpan(0, name).Count(true) : -1)];
        (_cells, Spans, Columns, _namesAsked) = (cells.Cells, spans, group.Columns.Count, isAsked.AsSpan().Count(true));
        (_firstCell, _endCell) = ofCells;
        Stride = (spans.Count + 1) * Columns;
        _measures =
        [
            .. group.Measures.Zip(names.Taken, (measure, takes) =>
                (measure.Column, Enumerable.Range(0, takes.Length).Where(name => takes[name]).Select(name => askedOfName[name]).ToArray(), WindowsOf(measure, layout))),
        ];
        int[] placeOfCell = [.. cells.CellOfCode.Select(cell => cell >= _firstCell && cell < _endCell ? (cell - _firstCell) * _namesAsked : -1)];
        Places = new SumPlaces(cells.Codes, placeOfCell, names.Codes, askedOfName, (_endCell - _firstCell) * _namesAsked);
    }

    /// <summary>The place of each row's cell and name.</summary>
    public SumPlaces Places { get; }

    /// <summary>The spans of time.</summary>
    public TimeSpans Spans { get; }

    /// <summary>Whether some window needs the sums of each span; nothing does those of the days after all windows.</summary>
    public IReadOnlyList<bool> IsNeeded =>
        [.. Enumerable.Range(0, Spans.Count + 1).Select(span => Array.Exists(_measures, measure => Array.Exists(measure.Windows, window => window.First <= span && span < window.End)))];

    /// <summary>True where the cells of all rows are summed, false for a part of them.</summary>
    public bool HasAllCells => _firstCell == 0 && _endCell == _cells.Count;

    /// <summary>How many columns are summed; the sums of two stand side by side.</summary>
    public int Columns { get; }

    /// <summary>How many sums a place has.</summary>
    public int Stride { get; }

    /// <summary>How many sums there are.</summary>
    public int Count => Places.Count * Stride;

    /// <summary>How many sums a cell has.</summary>
    public static int SumsOfCell(SumGroup group, (Codes? Codes, int Count, bool[][] Taken) names, TimeSpans spans) =>
        IsAsked(names.Taken, names.Count).AsSpan().Count(true) * (spans.Count + 1) * group.Columns.Count;

    /// <summary>Adds the measures to an answer.</summary>
    /// <param name="totals">The sums.</param>
    /// <param name="seen">Where any row was added, or at least in one span of each place where one was.</param>
    /// <param name="result">The answer.</param>
    public void Tell(long[] totals, bool[] seen, MeasureTable result)
    {
        for (int cell = _firstCell; cell < _endCell; cell++)
        {
            long[]? numbers = null;
            foreach ((int column, int[] asked, (int Request, int Slot, int First, int End)[] windows) in _measures)
            {
                foreach (int name in asked)
                {
                    int place = (((cell - _firstCell) * _namesAsked) + name) * Stride;
                    if (!seen.AsSpan(place, Spans.Count * Columns).Contains(true)) continue;
                    numbers ??= result.NumbersOf(_cells[cell], windows[0].Request);
                    ReadOnlySpan<long> ofPlace = totals.AsSpan(place, Spans.Count * Columns);
                    foreach ((_, int slot, int first, int end) in windows)
                    {
                        for (int span = first; span < end; span++) numbers[slot] += ofPlace[(span * Columns) + column];
                    }
                }
            }
        }
    }

    private static bool[] IsAsked(bool[][] taken, int names) => [.. Enumerable.Range(0, names).Select(name => Array.Exists(taken, takes => takes[name]))];

    private (int Request, int Slot, int First, int End)[] WindowsOf(SummedMeasure measure, MeasureLayout layout) =>
        [.. from request in measure.Requests let spans = SpansOf(measure.Part, request.Window) select (request.Request, layout.SlotOf(request.Request), spans.First, spans.End)];

    private (int First, int End) SpansOf(WindowPart part, DateWindow window)
    {
        (int first, int end) = Spans.Of(window);
        return part switch
        {
            WindowPart.Within => (first, end),
            WindowPart.UpToClose => (0, end),
            _ => (0, first),
        };
    }
}
