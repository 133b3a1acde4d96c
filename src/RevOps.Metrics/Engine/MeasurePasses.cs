namespace RevOps.Metrics;

/// <summary>Requests for measures of one relation by the same dimensions and filters, made into as few passes as can be.</summary>
internal static class MeasurePasses
{
    public static IEnumerable<Pass> Of(
        FactTable table, CellIndex cells, IEnumerable<(Measure Measure, IReadOnlyList<(int Request, DateWindow Window)> Requests)> measures, MeasureLayout layout,
        KernelOptions options)
    {
        var all = measures.ToList();
        var sums = all.ToLookup(measure => measure.Measure is SumMeasure or CountMeasure || (measure.Measure is EntityMeasure entity && SumGroup.CanTell(entity, table, cells)));
        var entityMeasures = from measure in sums[false]
                             let entity = measure.Measure as EntityMeasure
                             where entity is not null
                             group (entity, measure.Requests) by entity with { Name = "", Rule = default };
        return
        [
            .. SumGroup.Of(table, sums[true]).SelectMany(group => SumKernel.Of(table, cells, group, layout, options)),
            .. entityMeasures.Select(alike => new EntitySweep(table, cells, [.. alike], layout, options)),
            .. from measure in all let top = measure.Measure as TopMeasure where top is not null select new TopSweep(table, cells, top, measure.Requests, options),
            .. from measure in all
               let histogram = measure.Measure as HistogramMeasure
               where histogram is not null
               select new HistogramSweep(table, cells, histogram, measure.Requests, options),
        ];
    }
}
