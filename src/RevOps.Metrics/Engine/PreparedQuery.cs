namespace RevOps.Metrics;

/// <summary>A query made ready for the facts of one ledger: what does not change from one answer to the next is worked out once.</summary>
internal sealed class PreparedQuery
{
    private readonly KernelOptions _options;
    private readonly MeasureLayout _layout;
    private readonly MeasureSweep[] _sweeps;
    private readonly Func<Action<MeasureTable>>[] _small;

    /// <exception cref="MeasureRefusedException">The query has something that cannot be answered.</exception>
    public PreparedQuery(MeasureQuery query, CompiledFacts facts, IReadOnlyList<Refusal> refusals, KernelOptions options)
    {
        _options = options;
        if (refusals.Count > 0) throw new MeasureRefusedException(refusals);
        _layout = new MeasureLayout(query.Requests);
        List<MeasureSweep> sweeps = [];
        foreach (var alike in query.Requests.Index().GroupBy(request => (request.Item.Measure.Relation, request.Item.By, request.Item.Where)))
        {
            (Relation relation, ValueList<Dimension> by, ValueList<DimensionFilter> where) = alike.Key;
            FactTable table = facts.For(relation, alike.Select(request => request.Item));
            var measures = from request in alike
                           group (request.Index, request.Item.Window) by request.Item.Measure into ofMeasure
                           select (ofMeasure.Key, (IReadOnlyList<(int, DateWindow)>)[.. ofMeasure]);
            sweeps.Add(new MeasureSweep(table, CellIndex.Of(table, relation, by, where), measures, _layout, options));
        }

        _sweeps = [.. sweeps];
        _small = [.. sweeps.SelectMany(sweep => sweep.SmallPasses)];
    }

    /// <summary>Answers it.</summary>
    public MeasureTable Answer(CancellationToken cancellationToken)
    {
        MeasureTable result = new(_layout);
        Action<MeasureTable>[] steps = new Action<MeasureTable>[_small.Length];
        Split.Each(_small.Length, _options.Threads, pass => steps[pass] = _small[pass]());
        cancellationToken.ThrowIfCancellationRequested();
        foreach (Action<MeasureTable> add in steps) add(result);
        foreach (MeasureSweep sweep in _sweeps) sweep.Run(result, cancellationToken);
        return result;
    }
}
