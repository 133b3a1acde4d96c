namespace RevOps.Metrics;

/// <summary>A query made ready for the facts of one ledger: what does not change from one answer to the next is worked out once.</summary>
internal sealed class PreparedQuery
{
    private readonly KernelOptions _options;
    private readonly MeasureLayout _layout;
    private readonly Pass[] _passes;
    private readonly Lazy<Pass[]> _passesForMany;
    private bool _isAsked;

    /// <exception cref="MeasureRefusedException">The query has something that cannot be answered.</exception>
    public PreparedQuery(MeasureQuery query, CompiledFacts facts, IReadOnlyList<Refusal> refusals, KernelOptions options)
    {
        _options = options;
        if (refusals.Count > 0) throw new MeasureRefusedException(refusals);
        _layout = new MeasureLayout(query.Requests);
        List<Pass> passes = [];
        foreach (var alike in query.Requests.Index().GroupBy(request => (request.Item.Measure.Relation, request.Item.By, request.Item.Where)))
        {
            (Relation relation, ValueList<Dimension> by, ValueList<DimensionFilter> where) = alike.Key;
            FactTable table = facts.For(relation, alike.Select(request => request.Item));
            var measures = from request in alike
                           group (request.Index, request.Item.Window) by request.Item.Measure into ofMeasure
                           select (ofMeasure.Key, (IReadOnlyList<(int, DateWindow)>)[.. ofMeasure]);
            passes.AddRange(MeasurePasses.Of(table, CellIndex.Of(table, relation, by, where), measures, _layout, options));
        }

        _passes = [.. passes];
        _passesForMany = new(() => Array.ConvertAll(_passes, pass => pass.ForMany()));
    }

    /// <summary>Answers it. Who asks twice is taken to ask more often: the second answer prepares the passes for many.</summary>
    public MeasureTable Answer(CancellationToken cancellationToken)
    {
        MeasureTable result = new(_layout);
        Pass[] passes = Interlocked.Exchange(ref _isAsked, true) ? _passesForMany.Value : _passes;
        Pass.Run(passes, result, _options.Threads, cancellationToken);
        return result;
    }
}
