namespace RevOps.Metrics;

/// <summary>Computes one measure over several windows in one pass.</summary>
/// <remarks>
/// The edges of all windows cut time into spans; a row is added to its cell's span, and each window is a sum of whole spans. So a
/// waterfall of 36 months costs one pass, and a balance is the window that starts before all spans.
/// </remarks>
internal static class MeasureSweep
{
    public static void Run(FactTable table, CellIndex cells, Measure measure, IReadOnlyList<(int Request, DateWindow Window)> requests, MeasureTable result)
    {
        TimeSpans spans = new(requests.Select(request => request.Window));
        RowFilter filter = new(table, measure.Where);
        switch (measure)
        {
            case SumMeasure sum:
                Sum(table, cells, measure, table[sum.Column], spans, filter, requests, result);
                break;
            case CountMeasure count:
                Sum(table, cells, measure, count.Of is { } of ? Ones(table[of]) : null, spans, filter, requests, result);
                break;
            case HistogramMeasure histogram:
                Histogram(table, cells, histogram, spans, filter, requests, result);
                break;
            case EntityMeasure entity:
                EntitySweep.Run(table, cells, entity, spans, filter, requests, result);
                break;
            case TopMeasure top:
                EntitySweep.Run(table, cells, top, spans, filter, requests, result);
                break;
            default:
                throw new NotSupportedException($"The in-memory engine does not know the measure {measure.GetType().Name}.");
        }
    }

    /// <summary>Sums a column; without one, counts rows.</summary>
    private static void Sum(
        FactTable table, CellIndex cells, Measure measure, long[]? values, TimeSpans spans, RowFilter filter,
        IReadOnlyList<(int Request, DateWindow Window)> requests, MeasureTable result)
    {
        int[] days = table[measure.Date], ofRow = cells.OfRow;
        long[,] sums = new long[cells.Cells.Count, spans.Count];
        bool[] seen = new bool[cells.Cells.Count];
        for (int row = 0; row < days.Length; row++)
        {
            int cell = ofRow[row];
            if (cell < 0 || !filter.Takes(row)) continue;
            int span = spans.Of(days[row]);
            long value = values is null ? 1 : values[row];
            if (span < 0 || value == FactTable.NoValue) continue;
            sums[cell, span] += value;
            seen[cell] = true;
        }

        foreach ((int request, DateWindow window) in requests)
        {
            (int first, int end) = spans.Of(window);
            for (int cell = 0; cell < seen.Length; cell++)
            {
                if (!seen[cell]) continue;
                long total = 0;
                for (int span = first; span < end; span++) total += sums[cell, span];
                result.Add(cells.Cells[cell], request, total);
            }
        }
    }

    private static long[] Ones(long[] values) => [.. values.Select(value => value == FactTable.NoValue ? FactTable.NoValue : 1)];

    private static void Histogram(
        FactTable table, CellIndex cells, HistogramMeasure measure, TimeSpans spans, RowFilter filter,
        IReadOnlyList<(int Request, DateWindow Window)> requests, MeasureTable result)
    {
        int[] dates = table[measure.Date];
        long[] days = table[measure.Days];
        Dictionary<(int Cell, int Span), Dictionary<int, long>> buckets = [];
        for (int row = 0; row < dates.Length; row++)
        {
            int cell = cells.OfRow[row];
            if (cell < 0 || days[row] == FactTable.NoValue || !filter.Takes(row)) continue;
            int span = spans.Of(dates[row]);
            if (span < 0) continue;
            if (!buckets.TryGetValue((cell, span), out Dictionary<int, long>? bucket)) buckets[(cell, span)] = bucket = [];
            int key = (int)days[row];
            bucket[key] = bucket.GetValueOrDefault(key) + 1;
        }

        foreach (int cell in buckets.Keys.Select(key => key.Cell).Distinct())
        {
            foreach ((int request, DateWindow window) in requests)
            {
                (int first, int end) = spans.Of(window);
                result.Add(cells.Cells[cell], request, DayHistogram.From(
                    Enumerable.Range(first, end - first).SelectMany(span => buckets.TryGetValue((cell, span), out var bucket) ? bucket : [])));
            }
        }
    }
}
