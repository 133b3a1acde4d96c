namespace RevOps.Metrics;

/// <summary>Requests for measures of one relation by the same dimensions and filters, made ready to be answered in as few passes as can be, again and again.</summary>
internal sealed class MeasureSweep
{
    private readonly FactTable _table;
    private readonly KernelOptions _options;
    private readonly CellIndex _cells;
    private readonly SumKernel[] _sums;
    private readonly EntitySweep[] _entities;
    private readonly TopSweep[] _tops;
    private readonly (HistogramMeasure Measure, IReadOnlyList<(int Request, DateWindow Window)> Requests)[] _histograms;

    public MeasureSweep(
        FactTable table, CellIndex cells, IEnumerable<(Measure Measure, IReadOnlyList<(int Request, DateWindow Window)> Requests)> measures, MeasureLayout layout,
        KernelOptions options)
    {
        (_table, _cells, _options) = (table, cells, options);
        var all = measures.ToList();
        var sums = all.ToLookup(measure => measure.Measure is SumMeasure or CountMeasure || (measure.Measure is EntityMeasure entity && SumGroup.CanTell(entity, table, cells)));
        _sums = [.. SumGroup.Of(table, sums[true]).Select(group => new SumKernel(table, cells, group, layout, options))];
        var entityMeasures = from measure in sums[false]
                             let entity = measure.Measure as EntityMeasure
                             where entity is not null
                             group (entity, measure.Requests) by entity with { Name = "", Rule = default };
        _entities = [.. entityMeasures.Select(alike => new EntitySweep(table, cells, [.. alike], layout, options))];
        _tops = [.. from measure in all let top = measure.Measure as TopMeasure where top is not null select new TopSweep(table, cells, top, measure.Requests)];
        _histograms = [.. from measure in all let histogram = measure.Measure as HistogramMeasure where histogram is not null select (histogram, measure.Requests)];
    }

    /// <summary>The passes that are better run beside others, each of which gives a step that adds what it found to the answer.</summary>
    public IEnumerable<Func<Action<MeasureTable>>> SmallPasses =>
    [
        .. _sums.Where(sum => sum.IsSmall).Select(sum => (Func<Action<MeasureTable>>)sum.Run),
        .. _entities.Where(sweep => sweep.IsSmall).Select(sweep => (Func<Action<MeasureTable>>)sweep.Run),
        .. _tops.Select(top => (Func<Action<MeasureTable>>)top.Run),
    ];

    /// <summary>Answers what is not in <see cref="SmallPasses"/>.</summary>
    public void Run(MeasureTable result, CancellationToken cancellationToken)
    {
        foreach (SumKernel sum in _sums.Where(sum => !sum.IsSmall))
        {
            cancellationToken.ThrowIfCancellationRequested();
            sum.Run()(result);
        }

        foreach (EntitySweep sweep in _entities.Where(sweep => !sweep.IsSmall))
        {
            cancellationToken.ThrowIfCancellationRequested();
            sweep.Run()(result);
        }

        foreach ((HistogramMeasure histogram, IReadOnlyList<(int Request, DateWindow Window)> requests) in _histograms)
        {
            cancellationToken.ThrowIfCancellationRequested();
            HistogramSweep.Run(_table, _cells, histogram, requests, result, _options);
        }
    }
}
