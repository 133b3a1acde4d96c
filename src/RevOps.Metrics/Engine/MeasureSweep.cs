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
            if (measure is HistogramMeasure histogram) HistogramSweep.Run(table, cells, histogram, requests, result);
            if (measure is TopMeasure top) EntitySweep.Run(table, cells, top, requests, result);
        }
    }
}
