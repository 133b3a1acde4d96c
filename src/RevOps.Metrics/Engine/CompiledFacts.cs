namespace RevOps.Metrics;

/// <summary>The relations of a dataset under one ledger policy, each made on first use and kept; safe for many threads.</summary>
internal sealed class CompiledFacts
{
    private readonly Dictionary<Relation, Lazy<FactTable>> _tables;

    public CompiledFacts(RevenueDataset data, LedgerPolicy policy)
    {
        CustomerNumbers customers = CustomerNumbers.Of(data, policy.Identity);
        AttributeVersions versions = new(data.Customers);
        Attributes = versions.Attributes;
        _tables = new Dictionary<Relation, Lazy<FactTable>>
        {
            [Relation.Movements] = new(() => MovementFacts.Compile(data, policy, customers, versions)),
            [Relation.RevenueStates] = new(() => StateFacts.Compile(data, policy, customers, versions)),
            [Relation.Renewals] = new(() => RenewalFacts.Compile(data, policy, customers, versions)),
            [Relation.Deals] = new(() => DealFacts.Compile(data, customers, versions)),
            [Relation.PipelineMovements] = new(() => DealFacts.CompilePipeline(data, customers, versions)),
            [Relation.SpendDays] = new(() => CostFacts.CompileSpend(data)),
            [Relation.Forecasts] = new(() => ForecastFacts.Compile(data)),
            [Relation.Figures] = new(() => CostFacts.CompileFigures(data)),
            [Relation.Credits] = new(() => BillingFacts.CompileCredits(data, customers, versions)),
            [Relation.Invoiced] = new(() => BillingFacts.CompileInvoiced(data, customers, versions)),
            [Relation.Payments] = new(() => BillingFacts.CompilePayments(data, customers, versions)),
            [Relation.Tickets] = new(() => TicketFacts.Compile(data, customers, versions)),
        };
    }

    /// <summary>The names of the attributes that any customer has.</summary>
    public IReadOnlyCollection<string> Attributes { get; }

    public FactTable this[Relation relation] => _tables[relation].Value;
}
