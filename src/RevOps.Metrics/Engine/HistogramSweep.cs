namespace RevOps.Metrics;

/// <summary>Counts rows by a number of days.</summary>
internal static class HistogramSweep
{
    public static void Run(
        FactTable table, CellIndex cells, HistogramMeasure measure, IReadOnlyList<(int Request, DateWindow Window)> requests, MeasureTable result)
    {
        TimeSpans spans = new(requests.Select(request => request.Window));
        RowFilter filter = new(table, measure.Where);
        DayNumbers dates = table[measure.Date];
        WholeNumbers days = table[measure.Days];
        Dictionary<(int Cell, int Span), Dictionary<int, long>> buckets = [];
        for (int row = 0; row < table.Rows; row++)
        {
            int cell = cells[row];
            if (cell < 0 || days[row] == FactTable.NoValue || !filter.Takes(row)) continue;
            int span = spans.Of(dates[row]);
            if (span == spans.Count) continue;
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
