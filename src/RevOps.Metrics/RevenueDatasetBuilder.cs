namespace RevOps.Metrics;

/// <summary>Takes records one by one, checks them, and makes a <see cref="RevenueDataset"/> of those that can be used.</summary>
/// <remarks>
/// Each record is checked by itself when added, and against the others by <see cref="Build"/>, of several versions the latest one. A version
/// with an error is as if it had not been given: the one before it is then in force. Not safe for several threads.
/// </remarks>
/// <example><code>
/// RevenueDatasetBuilder builder = new(new DatasetOptions { Strictness = Strictness.Lenient });
/// while (reader.Read()) builder.Add(new Customer { Id = reader.GetString(0) });
/// RevenueDataset data = builder.Build();
/// </code></example>
public sealed partial class RevenueDatasetBuilder
{
    private const string OneWay = "A dataset takes its subscriptions either as records or once as columns: put them together before.";

    private readonly DatasetOptions _options;
    private readonly IssueCollector _issues;
    private bool _built, _areCustomersImplied;

    private readonly RecordTable<Customer> _customers;
    private readonly RecordTable<CustomerMerge> _merges;
    private readonly SubscriptionTable _subscriptions;
    private SubscriptionColumnTable? _columns;
    private readonly RecordTable<Deal> _deals;
    private readonly RecordTable<Lead> _leads;
    private readonly RecordTable<MarketingActivity> _activities;
    private readonly RecordTable<Spend> _spends;
    private readonly RecordTable<Invoice> _invoices;
    private readonly RecordTable<CreditNote> _creditNotes;
    private readonly RecordTable<Payment> _payments;
    private readonly RecordTable<Ticket> _tickets;
    private readonly RecordTable<ForecastSnapshot> _forecasts;
    private readonly RecordTable<Quota> _quotas;
    private readonly RecordTable<FinancialFigure> _figures;

    /// <summary>An empty builder.</summary>
    public RevenueDatasetBuilder(DatasetOptions? options = null)
    {
        _options = options ?? DatasetOptions.Default;
        _issues = new IssueCollector(_options);
        _customers = new(CustomerChecks.Customer, _issues);
        _merges = new(CustomerChecks.Merge, _issues);
        _subscriptions = new(_issues);
        _deals = new(DealChecks.Deal, _issues);
        _leads = new(LeadChecks.Lead, _issues);
        _activities = new(CostChecks.Activity, _issues);
        _spends = new(CostChecks.Spend, _issues);
        _invoices = new(BillingChecks.Invoice, _issues);
        _creditNotes = new(BillingChecks.CreditNote, _issues);
        _payments = new(BillingChecks.Payment, _issues);
        _tickets = new(TicketChecks.Ticket, _issues);
        _forecasts = new(ForecastChecks.Snapshot, _issues);
        _quotas = new(ForecastChecks.Quota, _issues);
        _figures = new(CostChecks.Figure, _issues);
    }

    /// <summary>True where there is a list of customers, even if none of it can be added: those that it lacks are then unknown and not implied.</summary>
    internal bool HasCustomerList { get; init; }

    /// <inheritdoc cref="SubscriptionTable.TakesRows"/>
    internal bool TakesRows { init => _subscriptions.TakesRows = value; }

    /// <summary>Adds a customer.</summary>
    /// <param name="record">The record.</param>
    /// <param name="origin">Where it was read from, for the data issues.</param>
    /// <returns>False when the record has an error and was left out, which only a lenient build does.</returns>
    /// <exception cref="DataIssueException">The record has an error and the build is strict.</exception>
    public bool Add(Customer record, DataOrigin? origin = null) => _customers.Add(record, origin);

    /// <inheritdoc cref="Add(Customer, DataOrigin?)"/>
    public bool Add(CustomerMerge record, DataOrigin? origin = null) => _merges.Add(record, origin);

    /// <inheritdoc cref="Add(Customer, DataOrigin?)"/>
    /// <exception cref="InvalidOperationException">Subscriptions were added as columns.</exception>
    public bool Add(Subscription record, DataOrigin? origin = null)
    {
        if (_columns is not null) throw new InvalidOperationException(OneWay);
        return _subscriptions.Add(record, origin);
    }

    /// <summary>Adds a subscription of one price, without a record.</summary>
    /// <param name="row">The row; its texts are copied.</param>
    /// <param name="origin">Where it was read from, for the data issues.</param>
    /// <returns>False when the row has an error and was left out, which only a lenient build does.</returns>
    /// <exception cref="DataIssueException">The row has an error and the build is strict.</exception>
    /// <exception cref="InvalidOperationException">Subscriptions were added as columns.</exception>
    public bool Add(scoped in SubscriptionRow row, DataOrigin? origin = null)
    {
        if (_columns is not null) throw new InvalidOperationException(OneWay);
        return _subscriptions.Add(row, origin);
    }

    /// <summary>Adds all subscriptions, in columns.</summary>
    /// <remarks>They are checked in bulk by the rules of records; an issue names the row. In a lenient build a row with an error is left out.</remarks>
    /// <exception cref="ArgumentException">The columns are of different lengths, or a code leads nowhere.</exception>
    /// <exception cref="DataIssueException">A row has an error and the build is strict.</exception>
    /// <exception cref="InvalidOperationException">There are subscriptions already.</exception>
    public void Add(SubscriptionColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (_columns is not null || _subscriptions.IsGiven) throw new InvalidOperationException(OneWay);
        _columns = new SubscriptionColumnTable(columns, _issues);
    }

    /// <inheritdoc cref="Add(Customer, DataOrigin?)"/>
    public bool Add(Deal record, DataOrigin? origin = null) => _deals.Add(record, origin);

    /// <inheritdoc cref="Add(Customer, DataOrigin?)"/>
    public bool Add(Lead record, DataOrigin? origin = null) => _leads.Add(record, origin);

    /// <inheritdoc cref="Add(Customer, DataOrigin?)"/>
    public bool Add(MarketingActivity record, DataOrigin? origin = null) => _activities.Add(record, origin);

    /// <inheritdoc cref="Add(Customer, DataOrigin?)"/>
    public bool Add(Spend record, DataOrigin? origin = null) => _spends.Add(record, origin);

    /// <inheritdoc cref="Add(Customer, DataOrigin?)"/>
    public bool Add(Invoice record, DataOrigin? origin = null) => _invoices.Add(record, origin);

    /// <inheritdoc cref="Add(Customer, DataOrigin?)"/>
    public bool Add(CreditNote record, DataOrigin? origin = null) => _creditNotes.Add(record, origin);

    /// <inheritdoc cref="Add(Customer, DataOrigin?)"/>
    public bool Add(Payment record, DataOrigin? origin = null) => _payments.Add(record, origin);

    /// <inheritdoc cref="Add(Customer, DataOrigin?)"/>
    public bool Add(Ticket record, DataOrigin? origin = null) => _tickets.Add(record, origin);

    /// <inheritdoc cref="Add(Customer, DataOrigin?)"/>
    public bool Add(ForecastSnapshot record, DataOrigin? origin = null) => _forecasts.Add(record, origin);

    /// <inheritdoc cref="Add(Customer, DataOrigin?)"/>
    public bool Add(Quota record, DataOrigin? origin = null) => _quotas.Add(record, origin);

    /// <inheritdoc cref="Add(Customer, DataOrigin?)"/>
    public bool Add(FinancialFigure record, DataOrigin? origin = null) => _figures.Add(record, origin);

    /// <summary>Reports an issue found before a record could be made, such as a row that cannot be read.</summary>
    /// <exception cref="DataIssueException">The issue is an error and the build is strict.</exception>
    public void Report(DataIssue issue)
    {
        ArgumentNullException.ThrowIfNull(issue);
        _issues.Add(issue);
    }

    /// <summary>Checks the records against each other and makes the dataset.</summary>
    /// <exception cref="DataIssueException">
    /// A record has an error and the build is strict; or, strict or lenient, the amounts of a type are too large together to be summed exactly.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// The records hold several currencies and no reporting currency is given, or the builder has built before.
    /// </exception>
    public RevenueDataset Build()
    {
        if (_built) throw new InvalidOperationException("This builder has made its dataset: use a new builder for another one.");
        _built = true;
        AddImpliedCustomers();
        CheckParents();
        ValueList<Customer> customers = _customers.ToValueList();
        CustomerNumbers numbers = new(customers, []);
        CheckCustomersKnown(numbers);
        CheckMerges();
        CheckForecasts();
        CheckGaps(customers.Count);
        CheckStages();
        Currency reporting = _options.ReportingCurrency ?? OnlyCurrency();
        CheckAmounts(reporting);
        CheckLinks();
        HeldSubscriptions held = _columns is { } columns ? new HeldSubscriptions(columns.ToHeld(), [], customers) : _subscriptions.ToHeld(customers);
        return new RevenueDataset(_options, reporting, _issues.ToDataIssues(), CoverageByType(), held)
        {
            Customers = customers,
            CustomerMerges = _merges.ToValueList(),
            Deals = _deals.ToValueList(),
            Leads = _leads.ToValueList(),
            MarketingActivities = _activities.ToValueList(),
            Spends = _spends.ToValueList(),
            Invoices = _invoices.ToValueList(),
            CreditNotes = _creditNotes.ToValueList(),
            Payments = _payments.ToValueList(),
            Tickets = _tickets.ToValueList(),
            ForecastSnapshots = _forecasts.ToValueList(),
            Quotas = _quotas.ToValueList(),
            FinancialFigures = _figures.ToValueList(),
            Superseded = new SupersededRecords
            {
                Customers = _customers.Superseded(),
                Subscriptions = _subscriptions.Superseded(),
                Deals = _deals.Superseded(),
                Leads = _leads.Superseded(),
                Invoices = _invoices.Superseded(),
                CreditNotes = _creditNotes.Superseded(),
                Payments = _payments.Superseded(),
                Tickets = _tickets.Superseded(),
            },
        };
    }

    private Currency OnlyCurrency()
    {
        HashSet<Currency> found = [];
        if (_columns is not null) found.UnionWith(_columns.Currencies);
        found.UnionWith(_subscriptions.Currencies);
        foreach (Deal deal in _deals.Records)
        {
            IEnumerable<Money?> amounts = [deal.Amount, deal.OneTimeAmount, deal.TotalContractValue, .. deal.History.Select(change => change.Amount)];
            found.UnionWith(amounts.OfType<Money>().Select(amount => amount.Currency));
        }

        found.UnionWith(_spends.Records.Select(spend => spend.Amount.Currency));
        found.UnionWith(_invoices.Records.Select(invoice => invoice.Amount.Currency));
        found.UnionWith(_creditNotes.Records.Select(note => note.Amount.Currency));
        found.UnionWith(_payments.Records.Select(payment => payment.Amount.Currency));
        found.UnionWith(_forecasts.Records.Select(forecast => forecast.Amount.Currency));
        found.UnionWith(_quotas.Records.Select(quota => quota.Amount.Currency));
        found.UnionWith(_figures.Records.Select(figure => figure.Amount.Currency));
        return found.Count switch
        {
            0 => Currency.None,
            1 => found.First(),
            _ => throw new InvalidOperationException(
                $"The records hold {string.Join(", ", found.Select(c => c.Code).Order(StringComparer.Ordinal))}: say in DatasetOptions.ReportingCurrency which one to report in."),
        };
    }

    private void CheckAmounts(Currency reporting)
    {
        CurrencyChecks amounts = new(reporting, _options.ExchangeRates);
        _subscriptions.CheckAmounts(amounts);
        _columns?.CheckAmounts(amounts);
        amounts.CheckType(_deals, amounts.Check);
        amounts.CheckType(_spends, (spend, check) => amounts.Check(spend.Amount, spend.From, "amount", check));
        amounts.CheckType(_invoices, amounts.Check);
        amounts.CheckType(_creditNotes, (note, check) => amounts.Check(note.Amount, note.IssuedOn, "amount", check));
        amounts.CheckType(_payments, (payment, check) => amounts.Check(payment.Amount, payment.On, "amount", check));
        amounts.CheckType(_forecasts, (forecast, check) => amounts.Check(forecast.Amount, forecast.TakenOn, "amount", check));
        amounts.CheckType(_quotas, (quota, check) => amounts.Check(quota.Amount, quota.PeriodStart, "amount", check));
        amounts.CheckType(_figures, (figure, check) => amounts.Check(figure.Amount, figure.On, "amount", check));
    }

    private Dictionary<RecordType, Coverage> CoverageByType()
    {
        Dictionary<RecordType, Coverage> coverage = [];
        void Take(RecordType type, Coverage? fromData)
        {
            if (_options.Coverage.TryGetValue(type, out Coverage? declared)) coverage[type] = declared with { IsDeclared = true };
            else if (fromData is not null) coverage[type] = fromData;
        }

        Take(RecordType.Customer, _customers.CoverageFromData());
        Take(RecordType.CustomerMerge, _merges.CoverageFromData());
        Take(RecordType.Subscription, _columns is null ? _subscriptions.CoverageFromData() : _columns.CoverageFromData());
        Take(RecordType.Deal, _deals.CoverageFromData());
        Take(RecordType.Lead, _leads.CoverageFromData());
        Take(RecordType.MarketingActivity, _activities.CoverageFromData());
        Take(RecordType.Spend, _spends.CoverageFromData());
        Take(RecordType.Invoice, _invoices.CoverageFromData());
        Take(RecordType.CreditNote, _creditNotes.CoverageFromData());
        Take(RecordType.Payment, _payments.CoverageFromData());
        Take(RecordType.Ticket, _tickets.CoverageFromData());
        Take(RecordType.ForecastSnapshot, _forecasts.CoverageFromData());
        Take(RecordType.Quota, _quotas.CoverageFromData());
        Take(RecordType.FinancialFigure, _figures.CoverageFromData());
        return coverage;
    }
}
