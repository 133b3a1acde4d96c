using System.Runtime.CompilerServices;

namespace RevOps.Metrics;

/// <summary>Counts the rows of each number of days, in the cells and windows of a measure.</summary>
/// <remarks>
/// The edges of the windows cut time into spans. Where the days lie close together, as cycles do, each cell, span and number of days has a place in
/// a table of counts, and a row adds one to it; otherwise the rows are sorted. Either way the days of a cell and a span come in order.
/// </remarks>
internal sealed class HistogramSweep : Pass<DayRuns>
{
    /// <summary>The most places for each row, and the most that any few rows may have.</summary>
    private const int MostPlacesPerRow = 16, MostPlacesOfFew = 1 << 16;

    /// <summary>The most places that there are of a table.</summary>
    private const int MostPlaces = 1 << 24;

    private readonly CellIndex _cells;
    private readonly WholeNumbers _days;
    private readonly RowFilter _filter;
    private readonly DayNumbers _dates;
    private readonly TimeSpans _spans;
    private readonly int[]? _spanOfDistance;
    private readonly (int Request, int First, int End)[] _windows;
    private readonly (int Least, int Range)? _table;

    public HistogramSweep(FactTable table, CellIndex cells, HistogramMeasure measure, IReadOnlyList<(int Request, DateWindow Window)> requests, KernelOptions options)
    {
        (Items, Pieces, _cells, _spans) = (table.Rows, options.PiecesOf(table.Rows), cells, new TimeSpans(requests.Select(request => request.Window)));
        _windows = [.. from request in requests let spans = _spans.Of(request.Window) select (request.Request, spans.First, spans.End)];
        _days = table[measure.Days];
        _dates = table[measure.Date];
        _filter = new RowFilter(table, measure.Where);
        _spanOfDistance = _dates.Narrow is null ? null : _spans.ByDistance(_dates);
        (long least, long most) = Bounds();
        decimal places = (decimal)cells.Cells.Count * _spans.Count * ((decimal)most - least + 1);
        long allowed = Math.Min(MostPlaces, Math.Max(MostPlacesOfFew, (long)Items * MostPlacesPerRow));
        if (most >= least && places <= allowed) _table = (checked((int)least), (int)(most - least + 1));
    }

    /// <inheritdoc/>
    protected override int Items { get; }

    /// <inheritdoc/>
    protected override int Pieces { get; }

    /// <inheritdoc/>
    protected override DayRuns NewFound() => _table is var (least, range) ? new DayCounts(_cells.Cells.Count, _spans.Count, least, range) : new SortedDays(_spans.Count);

    /// <inheritdoc/>
    protected override void Tell(IReadOnlyList<DayRuns> found, MeasureTable result)
    {
        DayRuns runs = found[0];
        foreach (DayRuns other in found.Skip(1)) runs.Add(other);
        runs.End();
        for (int cell = 0; cell < _cells.Cells.Count; cell++)
        {
            if (runs.IsEmpty(cell)) continue;
            foreach ((int request, int first, int end) in _windows) result.Add(_cells.Cells[cell], request, runs.Of(cell, first, end));
        }
    }

    // Compiled in full at once: it runs once for a measure, and the compiler would wait for it to run often.
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Read(DayRuns found, int first, int end)
    {
        for (int row = first; row < end; row++)
        {
            long days = _days[row];
            if (days == FactTable.NoValue || !_filter.Takes(row)) continue;
            int cell = _cells[row], span = SpanOf(row);
            if (cell >= 0 && span < _spans.Count) found.Add(cell, span, (int)days);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (long Least, long Most) Bounds()
    {
        (long least, long most) = (long.MaxValue, long.MinValue);
        for (int row = 0; row < Items; row++)
        {
            long days = _days[row];
            if (days == FactTable.NoValue) continue;
            least = Math.Min(least, days);
            most = Math.Max(most, days);
        }

        return (least, most);
    }

    private int SpanOf(int row) => _spanOfDistance is { } spans ? spans[_dates.Narrow![row]] : _spans.Of(_dates[row]);
}
