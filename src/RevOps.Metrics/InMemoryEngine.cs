using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using NodaTime;
using NodaTime.Text;

namespace RevOps.Metrics;

/// <summary>The engine over a dataset in memory. Compiles what a question needs once for each ledger policy, and makes a query ready once for as long as it is kept; safe for many threads.</summary>
public sealed class InMemoryEngine : IMetricEngine
{
    private readonly RevenueDataset _data;
    private readonly KernelOptions _options;
    private readonly ConcurrentDictionary<LedgerPolicy, Lazy<CompiledFacts>> _facts = new();
    private readonly ConditionalWeakTable<MeasureQuery, PreparedQuery> _prepared = [];

    /// <summary>An engine over a dataset. <see cref="RevenueDataset.Engine"/> is the dataset's own.</summary>
    public InMemoryEngine(RevenueDataset data)
        : this(data, KernelOptions.Default)
    {
    }

    /// <summary>An engine whose kernels work in another way; its answers are the same.</summary>
    internal InMemoryEngine(RevenueDataset data, KernelOptions options)
    {
        ArgumentNullException.ThrowIfNull(data);
        (_data, _options) = (data, options);
    }

    /// <summary>The evaluations that it was asked for last.</summary>
    internal EvaluationPlans Plans { get; } = new();

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
        ArgumentNullException.ThrowIfNull(query);
        return _prepared.GetValue(query, asked => new PreparedQuery(asked, FactsOf(asked.Ledger), Check(asked), _options)).Answer(cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<MeasureTable> MeasureAsync(MeasureQuery query, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Measure(query, cancellationToken));

    /// <summary>When each customer had revenue.</summary>
    internal IReadOnlyList<PayingSpell> PayingSpells(LedgerPolicy policy, Dimension? by)
    {
        CompiledFacts facts = FactsOf(policy);
        return SpellReader.Read(facts[Relation.Movements], facts.Attributes, by);
    }

    /// <summary>The last day on which a customer was acquired; null where none was.</summary>
    internal LocalDate? LastAcquisition(LedgerPolicy policy) =>
        FactsOf(policy)[Relation.Movements][Movements.AcquiredOn].Names.Max(StringComparer.Ordinal) is { } day ? LocalDatePattern.Iso.Parse(day).Value : null;

    private CompiledFacts FactsOf(LedgerPolicy policy) =>
        _facts.GetOrAdd(policy.AsCompiled, p => new Lazy<CompiledFacts>(() => new CompiledFacts(_data, p, _options))).Value;
}
