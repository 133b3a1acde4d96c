using System.Runtime.CompilerServices;

namespace RevOps.Metrics;

/// <summary>Counts the rows of each number of days, in the cells and windows of a measure.</summary>
/// <remarks>
/// The edges of the windows cut time into spans. Where the days lie close together, as cycles do, each cell, span and number of days has a place in
/// a table of counts, and a row adds one to it; otherwise the rows are sorted. Either way the days of a cell and a span come in order.
/// </remarks>
internal sealed class HistogramSweep
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
    private readonly int _rows;
    private readonly KernelOptions _options;

    private HistogramSweep(FactTable table, CellIndex cells, HistogramMeasure measure, TimeSpans spans, KernelOptions options)
    {
        (_rows, _cells, _spans, _options) = (table.Rows, cells, spans, options);
        _days = table[measure.Days];
        _dates = table[measure.Date];
        _filter = new RowFilter(table, measure.Where);
        _spanOfDistance = _dates.Narrow is null ? null : spans.ByDistance(_dates);
    }

    public static void Run(
        FactTable table, CellIndex cells, HistogramMeasure measure, IReadOnlyList<(int Request, DateWindow Window)> requests, MeasureTable result, KernelOptions options)
    {
        TimeSpans spans = new(requests.Select(request => request.Window));
        HistogramSweep sweep = new(table, cells, measure, spans, options);
        IDayRuns runs = sweep.Runs();
        for (int cell = 0; cell < cells.Cells.Count; cell++)
        {
            if (runs.IsEmpty(cell)) continue;
            foreach ((int request, DateWindow window) in requests)
            {
                (int first, int end) = spans.Of(window);
                result.Add(cells.Cells[cell], request, runs.Of(cell, first, end));
            }
        }
    }

    private IDayRuns Runs()
    {
        (long least, long most) = Bounds();
        decimal places = (decimal)_cells.Cells.Count * _spans.Count * ((decimal)most - least + 1);
        long allowed = Math.Min(MostPlaces, Math.Max(MostPlacesOfFew, (long)_rows * MostPlacesPerRow));
        return most < least ? new SortedDays([], _spans.Count) : places <= allowed ? Counted(least, (int)(most - least + 1)) : Sorted();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (long Least, long Most) Bounds()
    {
        (long least, long most) = (long.MaxValue, long.MinValue);
        for (int row = 0; row < _rows; row++)
        {
            long days = _days[row];
            if (days == FactTable.NoValue) continue;
            least = Math.Min(least, days);
            most = Math.Max(most, days);
        }

        return (least, most);
    }

    private DayCounts Counted(long least, int range)
    {
        int threads = _options.ThreadsFor(_rows);
        DayCounts[] parts = new DayCounts[threads];
        Split.Run(_rows, threads, (part, from, to) => Count(parts[part] = new DayCounts(_cells.Cells.Count, _spans.Count, checked((int)least), range), from, to));
        foreach (DayCounts part in parts.Skip(1)) parts[0].Add(part);
        return parts[0];
    }

    // Compiled in full at once: it runs once for a measure, and the compiler would wait for it to run often.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Count(DayCounts counts, int from, int to)
    {
        (RowFilter filter, WholeNumbers numbers) = (_filter, _days);
        for (int row = from; row < to; row++)
        {
            long days = numbers[row];
            if (days == FactTable.NoValue || !filter.Takes(row)) continue;
            int cell = _cells[row], span = SpanOf(row);
            if (cell >= 0 && span < _spans.Count) counts.Add(cell, span, (int)days);
        }
    }

    private SortedDays Sorted()
    {
        List<(long Place, int Days)> rows = [];
        for (int row = 0; row < _rows; row++)
        {
            long days = _days[row];
            if (days == FactTable.NoValue || !_filter.Takes(row)) continue;
            int cell = _cells[row], span = SpanOf(row);
            if (cell >= 0 && span < _spans.Count) rows.Add((((long)cell * _spans.Count) + span, (int)days));
        }

        return new SortedDays([.. rows.Order()], _spans.Count);
    }

    private int SpanOf(int row) => _spanOfDistance is { } spans ? spans[_dates.Narrow![row]] : _spans.Of(_dates[row]);
}
