namespace RevOps.Metrics;

/// <summary>Answers requests for measures of one relation by the same dimensions and filters, in as few passes as can be.</summary>
internal static class MeasureSweep
{
    public static void Run(
        FactTable table, CellIndex cells, IEnumerable<(Measure Measure, IReadOnlyList<(int Request, DateWindow Window)> Requests)> measures, MeasureTable result,
        CancellationToken cancellationToken)
    {
        var all = measures.ToList();
        foreach (SumGroup group in SumGroup.Of(all.Where(measure => measure.Measure is SumMeasure or CountMeasure)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            SumKernel.Run(table, cells, group, result);
        }

        var entityMeasures = from measure in all
                             let entity = measure.Measure as EntityMeasure
                             where entity is not null
                             group (entity, measure.Requests) by entity with { Name = "", Rule = default };
        foreach (var alike in entityMeasures)
        {
            cancellationToken.ThrowIfCancellationRequested();
            EntitySweep.Run(table, cells, [.. alike], result);
        }

        foreach ((Measure measure, IReadOnlyList<(int Request, DateWindow Window)> requests) in all)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (measure is HistogramMeasure histogram) Histogram(table, cells, histogram, requests, result);
            if (measure is TopMeasure top) EntitySweep.Run(table, cells, top, requests, result);
        }
    }

    private static void Histogram(
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
