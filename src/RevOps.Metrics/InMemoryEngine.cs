using System.Collections.Concurrent;

namespace RevOps.Metrics;

/// <summary>The engine over a dataset in memory. Compiles what a question needs once for each ledger policy; safe for many threads.</summary>
public sealed class InMemoryEngine : IMetricEngine
{
    private readonly RevenueDataset _data;
    private readonly ConcurrentDictionary<LedgerPolicy, Lazy<CompiledFacts>> _facts = new();

    /// <summary>An engine over a dataset. <see cref="RevenueDataset.Engine"/> is the dataset's own.</summary>
    public InMemoryEngine(RevenueDataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        _data = data;
    }

    /// <inheritdoc/>
    public Currency ReportingCurrency => _data.ReportingCurrency;

    /// <inheritdoc/>
    public Coverage? CoverageOf(Relation relation) => relation == Relation.Renewals ? RenewalFacts.CoverageOf(_data) : _data.CoverageOf(relation switch
    {
        Relation.Movements or Relation.RevenueStates => RecordType.Subscription,
        Relation.SpendDays => RecordType.Spend,
        Relation.Forecasts or Relation.QuantileForecasts => RecordType.ForecastSnapshot,
        Relation.Figures => RecordType.FinancialFigure,
        Relation.QuotaDays => RecordType.Quota,
        Relation.Credits => RecordType.CreditNote,
        Relation.Leads => RecordType.Lead,
        Relation.MarketingActivities => RecordType.MarketingActivity,
        Relation.Invoiced => RecordType.Invoice,
        Relation.Payments => RecordType.Payment,
        Relation.Tickets => RecordType.Ticket,
        _ => RecordType.Deal,
    });

    /// <inheritdoc/>
    public IReadOnlyList<Refusal> Check(MeasureQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        CompiledFacts facts = FactsOf(query.Ledger);
        return QueryCheck.Run(query, facts.Attributes, _data.Options.Stages, facts.ValuesOf);
    }

    /// <summary>Answers a query at once.</summary>
    /// <exception cref="MeasureRefusedException">The query has something that <see cref="Check"/> refuses.</exception>
    public MeasureTable Measure(MeasureQuery query, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<Refusal> refusals = Check(query);
        if (refusals.Count > 0) throw new MeasureRefusedException(refusals);

        MeasureTable result = new(query.Requests);
        CompiledFacts facts = FactsOf(query.Ledger);
        foreach (var alike in query.Requests.Index().GroupBy(request => (request.Item.Measure.Relation, request.Item.By, request.Item.Where)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            (Relation relation, ValueList<Dimension> by, ValueList<DimensionFilter> where) = alike.Key;
            FactTable table = facts.For(relation, alike.Select(request => request.Item));
            CellIndex cells = CellIndex.Of(table, relation, by, where);
            var measures = from request in alike
                           group (request.Index, request.Item.Window) by request.Item.Measure into ofMeasure
                           select (ofMeasure.Key, (IReadOnlyList<(int, DateWindow)>)[.. ofMeasure]);
            MeasureSweep.Run(table, cells, measures, result, cancellationToken);
        }

        return result;
    }

    /// <inheritdoc/>
    public ValueTask<MeasureTable> MeasureAsync(MeasureQuery query, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Measure(query, cancellationToken));

    private CompiledFacts FactsOf(LedgerPolicy policy) =>
        _facts.GetOrAdd(policy.AsCompiled, p => new Lazy<CompiledFacts>(() => new CompiledFacts(_data, p))).Value;
}
