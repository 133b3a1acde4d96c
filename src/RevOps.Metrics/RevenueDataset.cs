namespace RevOps.Metrics;

/// <summary>A validated, immutable snapshot of a company's records, and the start of every metric.</summary>
/// <remarks>
/// It is safe for many threads. What a question needs is compiled once, on first use, into columns of day numbers, whole-number
/// amounts and dictionary codes, and kept; the records stay as they were given, so that writing a dataset gives back what was read.
/// Of a record given in several versions its lists hold the latest; <see cref="Superseded"/> holds the others, and <see cref="AsOf"/> goes back to them.
/// </remarks>
public sealed partial class RevenueDataset : IEquatable<RevenueDataset>
{
    private readonly Dictionary<RecordType, Coverage> _coverage;
    private readonly Lazy<AttributeVersions> _attributeVersions;
    private readonly Lazy<DealRegister> _dealRegister;
    private readonly Lazy<CustomerNumbers> _recordedNumbers, _canonicalNumbers;

    internal RevenueDataset(DatasetOptions options, Currency reportingCurrency, DataIssues issues, Dictionary<RecordType, Coverage> coverage, HeldSubscriptions held)
    {
        Options = options;
        ReportingCurrency = reportingCurrency;
        Issues = issues;
        _coverage = coverage;
        Held = held;
        Subscriptions = held.ToValueList();
        Engine = new InMemoryEngine(this);
        _attributeVersions = new(() => new AttributeVersions(Customers));
        _dealRegister = new(() => new DealRegister(this));
        _recordedNumbers = new(() => new CustomerNumbers(Customers, []));
        _canonicalNumbers = new(() => CustomerMerges.Any(merge => merge.Kind == CustomerMergeKind.Duplicate) ? new CustomerNumbers(Customers, CustomerMerges) : _recordedNumbers.Value);
    }

    /// <summary>The engine that answers this dataset's questions, and keeps what it compiled for them.</summary>
    public InMemoryEngine Engine { get; }

    /// <summary>The options it was built with.</summary>
    public DatasetOptions Options { get; }

    /// <summary>The currency in which results are given.</summary>
    public Currency ReportingCurrency { get; }

    /// <summary>What was wrong, doubtful or changed in the records.</summary>
    public DataIssues Issues { get; }

    /// <summary>The customers, by id.</summary>
    public ValueList<Customer> Customers { get; internal init; } = [];

    /// <summary>The merges of customers.</summary>
    public ValueList<CustomerMerge> CustomerMerges { get; internal init; } = [];

    /// <summary>The subscriptions, by id.</summary>
    /// <remarks>One of one price that says no more than a <see cref="SubscriptionRow"/> can is held in columns, and a record is made each time it is looked at.</remarks>
    public ValueList<Subscription> Subscriptions { get; }

    /// <summary>The subscriptions as they are held.</summary>
    internal HeldSubscriptions Held { get; }

    /// <summary>The customers' attributes in versions, made once for all policies.</summary>
    internal AttributeVersions AttributeVersions => _attributeVersions.Value;

    /// <summary>The deals in columns, made once for all policies.</summary>
    internal DealRegister DealRegister => _dealRegister.Value;

    /// <summary>The deals, by id.</summary>
    public ValueList<Deal> Deals { get; internal init; } = [];

    /// <summary>The leads, by id.</summary>
    public ValueList<Lead> Leads { get; internal init; } = [];

    /// <summary>The marketing activities.</summary>
    public ValueList<MarketingActivity> MarketingActivities { get; internal init; } = [];

    /// <summary>The spend.</summary>
    public ValueList<Spend> Spends { get; internal init; } = [];

    /// <summary>The invoices, by id.</summary>
    public ValueList<Invoice> Invoices { get; internal init; } = [];

    /// <summary>The credit notes, by id.</summary>
    public ValueList<CreditNote> CreditNotes { get; internal init; } = [];

    /// <summary>The payments, by id.</summary>
    public ValueList<Payment> Payments { get; internal init; } = [];

    /// <summary>The tickets, by id.</summary>
    public ValueList<Ticket> Tickets { get; internal init; } = [];

    /// <summary>The forecast snapshots.</summary>
    public ValueList<ForecastSnapshot> ForecastSnapshots { get; internal init; } = [];

    /// <summary>The quotas.</summary>
    public ValueList<Quota> Quotas { get; internal init; } = [];

    /// <summary>The figures from the books.</summary>
    public ValueList<FinancialFigure> FinancialFigures { get; internal init; } = [];

    /// <summary>The versions of records that later ones took the place of.</summary>
    public SupersededRecords Superseded { get; internal init; } = SupersededRecords.None;

    /// <summary>Builds a dataset from whole collections; what a company does not have is left out.</summary>
    /// <exception cref="DataIssueException">
    /// A record has an error and the build is strict; or, strict or lenient, the amounts of a type are too large together to be summed exactly.
    /// </exception>
    /// <exception cref="InvalidOperationException">The records hold several currencies and no reporting currency is given; or subscriptions come by both ways.</exception>
    /// <seealso cref="RevenueDatasetBuilder"/>
    public static RevenueDataset Build(
        IEnumerable<Customer>? customers = null,
        IEnumerable<Subscription>? subscriptions = null,
        IEnumerable<Deal>? deals = null,
        IEnumerable<Spend>? spends = null,
        IEnumerable<Lead>? leads = null,
        IEnumerable<MarketingActivity>? marketingActivities = null,
        IEnumerable<Invoice>? invoices = null,
        IEnumerable<CreditNote>? creditNotes = null,
        IEnumerable<Payment>? payments = null,
        IEnumerable<Ticket>? tickets = null,
        IEnumerable<ForecastSnapshot>? forecastSnapshots = null,
        IEnumerable<Quota>? quotas = null,
        IEnumerable<FinancialFigure>? financialFigures = null,
        IEnumerable<CustomerMerge>? customerMerges = null,
        DatasetOptions? options = null,
        SubscriptionColumns? subscriptionColumns = null)
    {
        RevenueDatasetBuilder builder = new(options);
        foreach (Customer record in customers ?? []) builder.Add(record);
        foreach (CustomerMerge record in customerMerges ?? []) builder.Add(record);
        foreach (Subscription record in subscriptions ?? []) builder.Add(record);
        if (subscriptionColumns is not null) builder.Add(subscriptionColumns);
        foreach (Deal record in deals ?? []) builder.Add(record);
        foreach (Lead record in leads ?? []) builder.Add(record);
        foreach (MarketingActivity record in marketingActivities ?? []) builder.Add(record);
        foreach (Spend record in spends ?? []) builder.Add(record);
        foreach (Invoice record in invoices ?? []) builder.Add(record);
        foreach (CreditNote record in creditNotes ?? []) builder.Add(record);
        foreach (Payment record in payments ?? []) builder.Add(record);
        foreach (Ticket record in tickets ?? []) builder.Add(record);
        foreach (ForecastSnapshot record in forecastSnapshots ?? []) builder.Add(record);
        foreach (Quota record in quotas ?? []) builder.Add(record);
        foreach (FinancialFigure record in financialFigures ?? []) builder.Add(record);
        return builder.Build();
    }

    /// <summary>The customers' numbers, made once.</summary>
    internal CustomerNumbers NumbersBy(CustomerIdentity identity) => (identity == CustomerIdentity.Canonical ? _canonicalNumbers : _recordedNumbers).Value;

    /// <summary>The days a type of record covers, declared or taken from the data; null where neither was possible: no record of the type has a date.</summary>
    public Coverage? CoverageOf(RecordType type) => _coverage.GetValueOrDefault(type);

    /// <summary>True when both hold the same records, superseded ones too, report in the same currency at the same rates, cover the same days and know the same stages.</summary>
    public bool Equals(RevenueDataset? other) =>
        other is not null
        && ReportingCurrency == other.ReportingCurrency
        && Options.ExchangeRates.Equals(other.Options.ExchangeRates)
        && Options.Stages.Equals(other.Options.Stages)
        && _coverage.Count == other._coverage.Count
        && _coverage.All(entry => entry.Value.Equals(other.CoverageOf(entry.Key)))
        && Customers.Equals(other.Customers)
        && CustomerMerges.Equals(other.CustomerMerges)
        && Subscriptions.Equals(other.Subscriptions)
        && Deals.Equals(other.Deals)
        && Leads.Equals(other.Leads)
        && MarketingActivities.Equals(other.MarketingActivities)
        && Spends.Equals(other.Spends)
        && Invoices.Equals(other.Invoices)
        && CreditNotes.Equals(other.CreditNotes)
        && Payments.Equals(other.Payments)
        && Tickets.Equals(other.Tickets)
        && ForecastSnapshots.Equals(other.ForecastSnapshots)
        && Quotas.Equals(other.Quotas)
        && FinancialFigures.Equals(other.FinancialFigures)
        && Superseded.Equals(other.Superseded);

    /// <inheritdoc cref="Equals(RevenueDataset)"/>
    public static bool operator ==(RevenueDataset? left, RevenueDataset? right) => left is null ? right is null : left.Equals(right);

    /// <summary>True when the datasets differ.</summary>
    public static bool operator !=(RevenueDataset? left, RevenueDataset? right) => !(left == right);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RevenueDataset);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ReportingCurrency, Customers, Subscriptions, Deals, Spends);

    /// <summary>How many records of each main type it holds.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"{Customers.Count:N0} customers, {Subscriptions.Count:N0} subscriptions, {Deals.Count:N0} deals, {Issues.Total:N0} data issues, in {ReportingCurrency}");
}
