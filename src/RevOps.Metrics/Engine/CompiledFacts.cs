using System.Collections.Concurrent;

namespace RevOps.Metrics;

/// <summary>The relations of a dataset under one ledger policy, each made on first use and kept; safe for many threads.</summary>
internal sealed class CompiledFacts
{
    private readonly Dictionary<Relation, Lazy<FactTable>> _tables;
    private readonly AttributeVersions _versions;
    private readonly ConcurrentDictionary<PipelineAspects, Lazy<FactTable>> _pipelines = new();
    private readonly Func<PipelineAspects, FactTable> _compilePipeline;

    public CompiledFacts(RevenueDataset data, LedgerPolicy policy, KernelOptions options)
    {
        CustomerNumbers customers = data.NumbersBy(policy.Identity);
        AttributeVersions versions = data.AttributeVersions;
        Lazy<DealTraits> deals = new(() => new DealTraits(data, customers, versions));
        _versions = versions;
        _compilePipeline = aspects => PipelineFacts.Compile(data, deals.Value, aspects, options.Threads);
        _tables = new Dictionary<Relation, Lazy<FactTable>>
        {
            [Relation.Movements] = new(() => MovementFacts.Compile(data, policy, customers, versions, options)),
            [Relation.RevenueStates] = new(() => StateFacts.Compile(data, policy, customers, versions)),
            [Relation.Renewals] = new(() => RenewalFacts.Compile(data, policy, customers, versions)),
            [Relation.Deals] = new(() => DealFacts.Compile(data, deals.Value)),
            [Relation.PipelineMovements] = new(() => Pipeline(PipelineAspects.EachChange)),
            [Relation.StageVisits] = new(() => StageFacts.Compile(data, deals.Value, options.Threads)),
            [Relation.ExpectedCloses] = new(() => ExpectedCloseFacts.Compile(data, deals.Value)),
            [Relation.DealCredits] = new(() => DealCreditFacts.Compile(data, deals.Value)),
            [Relation.QuotaDays] = new(() => QuotaFacts.Compile(data)),
            [Relation.SpendDays] = new(() => CostFacts.CompileSpend(data)),
            [Relation.Forecasts] = new(() => ForecastFacts.Compile(data)),
            [Relation.QuantileForecasts] = new(() => ForecastFacts.CompileQuantiles(data)),
            [Relation.Figures] = new(() => CostFacts.CompileFigures(data)),
            [Relation.Credits] = new(() => BillingFacts.CompileCredits(data, customers, versions)),
            [Relation.Invoiced] = new(() => BillingFacts.CompileInvoiced(data, customers, versions)),
            [Relation.Payments] = new(() => BillingFacts.CompilePayments(data, customers, versions)),
            [Relation.Tickets] = new(() => TicketFacts.Compile(data, customers, versions)),
            [Relation.Leads] = new(() => LeadFacts.Compile(data, customers, versions)),
            [Relation.MarketingActivities] = new(() => LeadFacts.CompileActivities(data)),
        };
    }

    /// <summary>The names of the attributes that any customer has.</summary>
    public IReadOnlyCollection<string> Attributes => _versions.Attributes;

    /// <summary>The values of a customer attribute's dimension: those that any customer ever had, and those of facts that are not a customer's, such as spend.</summary>
    public IReadOnlyCollection<string> ValuesOf(Dimension dimension)
    {
        IEnumerable<string> ofCustomers = dimension.Attribute is { } attribute ? _versions.ValuesOf(attribute) : [];
        IEnumerable<string> ofOthers = from column in dimension.Columns
                                       where !column.Name.StartsWith("customer.", StringComparison.Ordinal)
                                       from name in this[column.Relation][column].Names
                                       select name;
        return [.. ofCustomers.Concat(ofOthers).Select(dimension.ValueOf).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    public FactTable this[Relation relation] => _tables[relation].Value;

    /// <summary>The rows that requests for measures of one relation need, which may be fewer than all.</summary>
    public FactTable For(Relation relation, IEnumerable<MeasureRequest> requests) =>
        relation == Relation.PipelineMovements ? Pipeline(PipelineQuestion.AspectsOf(requests)) : this[relation];

    private FactTable Pipeline(PipelineAspects aspects) =>
        _pipelines.GetOrAdd(aspects, asked => new Lazy<FactTable>(() => _compilePipeline(asked))).Value;
}
