using NodaTime;

namespace RevOps.Metrics;

/// <summary>Takes records one by one, checks them, and makes a <see cref="RevenueDataset"/> of those that can be used.</summary>
/// <remarks>Each record is checked by itself when added, and against the others by <see cref="Build"/>. Not safe for several threads.</remarks>
/// <example><code>
/// RevenueDatasetBuilder builder = new(new DatasetOptions { Strictness = Strictness.Lenient });
/// while (reader.Read()) builder.Add(new Customer { Id = reader.GetString(0) });
/// RevenueDataset data = builder.Build();
/// </code></example>
public sealed class RevenueDatasetBuilder
{
    private readonly DatasetOptions _options;
    private readonly IssueCollector _issues;
    private bool _built;

    private readonly RecordTable<Customer> _customers;
    private readonly RecordTable<CustomerMerge> _merges;
    private readonly RecordTable<Subscription> _subscriptions;
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
        _subscriptions = new(SubscriptionChecks.Subscription, _issues);
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

    /// <summary>Adds a customer.</summary>
    /// <param name="record">The record.</param>
    /// <param name="origin">Where it was read from, for the data issues.</param>
    /// <returns>False when the record has an error and was left out, which only a lenient build does.</returns>
    /// <exception cref="DataIssueException">The record has an error and the build is strict.</exception>
    public bool Add(Customer record, DataOrigin? origin = null) => _customers.Add(record, origin);

    /// <inheritdoc cref="Add(Customer, DataOrigin?)"/>
    public bool Add(CustomerMerge record, DataOrigin? origin = null) => _merges.Add(record, origin);

    /// <inheritdoc cref="Add(Customer, DataOrigin?)"/>
    public bool Add(Subscription record, DataOrigin? origin = null) => _subscriptions.Add(record, origin);

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
        CheckCustomersKnown();
        CheckMerges();
        CheckForecasts();
        CheckGaps();
        Currency reporting = _options.ReportingCurrency ?? OnlyCurrency();
        CheckAmounts(reporting);
        CheckLinks();
        return new RevenueDataset(_options, reporting, _issues.ToDataIssues(), CoverageByType())
        {
            Customers = _customers.ToValueList(),
            CustomerMerges = _merges.ToValueList(),
            Subscriptions = _subscriptions.ToValueList(),
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
        };
    }

    /// <summary>Where no customer list was given, the customers are those that the other records name, in one note.</summary>
    private void AddImpliedCustomers()
    {
        if (_customers.IsGiven) return;
        IEnumerable<string?> named =
        [
            .. _merges.Records.SelectMany(merge => new[] { merge.CustomerId, merge.IntoCustomerId }),
            .. _subscriptions.Records.Select(subscription => subscription.CustomerId),
            .. _deals.Records.Select(deal => deal.CustomerId),
            .. _leads.Records.Select(lead => lead.CustomerId),
            .. _invoices.Records.Select(invoice => invoice.CustomerId),
            .. _creditNotes.Records.Select(note => note.CustomerId),
            .. _payments.Records.Select(payment => payment.CustomerId),
            .. _tickets.Records.Select(ticket => ticket.CustomerId),
        ];
        HashSet<string> ids = new(named.OfType<string>().Where(id => !string.IsNullOrWhiteSpace(id)), StringComparer.Ordinal);
        if (ids.Count == 0) return;
        foreach (string id in ids) _customers.Add(new Customer { Id = id }, origin: null);
        _issues.Add(new DataIssue
        {
            Code = "customer.list.missing",
            Severity = DataIssueSeverity.Note,
            Record = "customers",
            Message = $"no customers were given; {ids.Count} are taken from the other records, without attributes.",
            Remedy = "Give the customers, to ask by segment, channel or region.",
        });
    }

    private void CheckCustomersKnown()
    {
        _merges.CheckAgain((merge, check) =>
        {
            KnownCustomer(merge.CustomerId, "customer", check);
            KnownCustomer(merge.IntoCustomerId, "into customer", check);
        });
        _subscriptions.CheckAgain((subscription, check) => KnownCustomer(subscription.CustomerId, "customer", check));
        _deals.CheckAgain((deal, check) => KnownCustomer(deal.CustomerId, "customer", check));
        _invoices.CheckAgain((invoice, check) => KnownCustomer(invoice.CustomerId, "customer", check));
        _creditNotes.CheckAgain((note, check) => KnownCustomer(note.CustomerId, "customer", check));
        _payments.CheckAgain((payment, check) => KnownCustomer(payment.CustomerId, "customer", check));
        _tickets.CheckAgain((ticket, check) => KnownCustomer(ticket.CustomerId, "customer", check));
    }

    private void KnownCustomer(string? id, string field, RecordCheck check)
    {
        if (string.IsNullOrWhiteSpace(id) || _customers.HasId(id)) return;
        check.Error($"{field.Replace(' ', '-')}.unknown", field, $"'{id}' is not among the customers.",
            "Add the customer, or correct the id.");
    }

    /// <summary>Warns of links that lead nowhere; last, when it is known which records stay.</summary>
    private void CheckLinks()
    {
        _customers.CheckAgain((customer, check) =>
        {
            foreach (CustomerParent parent in customer.Parents)
            {
                KnownLink(parent.ParentId, "parent", _customers.HasId, "customers", check);
            }
        });
        _leads.CheckAgain((lead, check) => KnownLink(lead.CustomerId, "customer", _customers.HasId, "customers", check));
        if (!_subscriptions.IsGiven) return;
        _subscriptions.CheckAgain((subscription, check) =>
        {
            KnownLink(subscription.RenewsId, "renews", _subscriptions.HasId, "subscriptions", check);
            KnownLink(subscription.ReplacesId, "replaces", _subscriptions.HasId, "subscriptions", check);
        });
        _deals.CheckAgain((deal, check) =>
        {
            KnownLink(deal.SubscriptionId, "subscription", _subscriptions.HasId, "subscriptions", check);
            KnownLink(deal.RenewsSubscriptionId, "renews subscription", _subscriptions.HasId, "subscriptions", check);
        });
    }

    /// <summary>A customer is merged once, and never back into itself by a chain of merges.</summary>
    private void CheckMerges()
    {
        Dictionary<string, string> into = new(StringComparer.Ordinal);
        _merges.CheckAgain((merge, check) =>
        {
            if (into.TryGetValue(merge.CustomerId, out string? other))
            {
                check.Error("customer.duplicate", "customer", $"'{merge.CustomerId}' is merged into '{other}' already.", "Keep the merge that holds; the first one is used.");
                return;
            }

            for (string? next = merge.IntoCustomerId; next is not null; next = into.GetValueOrDefault(next))
            {
                if (next != merge.CustomerId) continue;
                check.Error("cycle", "into customer", $"'{merge.CustomerId}' would be merged into itself by way of '{merge.IntoCustomerId}'.", "Name the customer that stays in every merge.");
                return;
            }

            into.Add(merge.CustomerId, merge.IntoCustomerId);
            if (merge.Kind == CustomerMergeKind.Acquisition)
            {
                check.Note("acquisition.not-applied", "kind", "acquisitions are kept, and the ledger does not read them yet.", "Read the two as customers of their own.");
            }
        });
    }

    private static void KnownLink(string? id, string field, Func<string, bool> isKnown, string records, RecordCheck check)
    {
        if (string.IsNullOrWhiteSpace(id) || isKnown(id)) return;
        check.Warn($"{field.Replace(' ', '-')}.unknown", field, $"'{id}' is not among the {records}.",
            "Correct the id or add the record; the link is ignored.");
    }

    /// <summary>
    /// A period's forecast is the company's or its owners', not both: together they would count twice. And it is one a day, or nobody could say
    /// which was the last.
    /// </summary>
    private void CheckForecasts()
    {
        HashSet<(LocalDate, LocalDate, LocalDate, string?, ForecastCategory, decimal?)> seen = [];
        // What is closed is part of what is committed, so the two are judged together.
        static (LocalDate, LocalDate, ForecastCategory) Judged(ForecastSnapshot f) =>
            (f.PeriodStart, f.PeriodEnd, f.Category == ForecastCategory.Closed ? ForecastCategory.Commit : f.Category);
        HashSet<(LocalDate, LocalDate, ForecastCategory)> byOwners = [.. _forecasts.Records.Where(f => f.Owner is not null).Select(Judged)];
        _forecasts.CheckAgain((forecast, check) =>
        {
            if (forecast.Owner is null && byOwners.Contains(Judged(forecast)))
            {
                check.Error("owner.mixed", "owner", "the period has forecasts of owners too, and together they would count twice.",
                    "Give either the company's forecast or its owners' forecasts of a period.");
            }
            else if (!seen.Add((forecast.PeriodStart, forecast.PeriodEnd, forecast.TakenOn, forecast.Owner, forecast.Category, forecast.Quantile)))
            {
                check.Error("duplicate", "taken on", $"a forecast of the category {forecast.Category} by the same owner was taken on the same day.",
                    "Keep the one that holds; the first one is used.");
            }
        });
    }

    /// <summary>A subscription that starts a day after the customer's last one ended is mostly one whose end was meant inclusively.</summary>
    private void CheckGaps()
    {
        ILookup<string, Subscription> byCustomer = _subscriptions.Records.ToLookup(subscription => subscription.CustomerId, StringComparer.Ordinal);
        ILookup<(string, LocalDate?), Subscription> byEnd = _subscriptions.Records.ToLookup(subscription => (subscription.CustomerId, subscription.End));
        _subscriptions.CheckAgain((subscription, check) =>
        {
            LocalDate dayBefore = subscription.Start.PlusDays(-1);
            if (byEnd[(subscription.CustomerId, dayBefore)].FirstOrDefault(other => other.Id != subscription.Id) is not { } ended) return;
            bool isServed = byCustomer[subscription.CustomerId].Any(other => other.Start <= dayBefore && (other.End is null || other.End > dayBefore));
            if (isServed) return;
            check.Warn("start.one-day-gap", "start", $"it starts on {RecordCheck.Text(subscription.Start)}, a day after '{ended.Id}' ended.",
                "If the end date was meant inclusively, give the first day not served; else the customer churned for a day.");
        });
    }

    private Currency OnlyCurrency()
    {
        HashSet<Currency> found = [];
        foreach (Subscription subscription in _subscriptions.Records) found.UnionWith(subscription.Terms.Select(term => term.Price.Currency));
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
        amounts.CheckType(_subscriptions, amounts.Check);
        amounts.CheckType(_deals, amounts.Check);
        amounts.CheckType(_spends, (spend, check) => amounts.Check(spend.Amount, spend.From, "amount", check));
        amounts.CheckType(_invoices, (invoice, check) => amounts.Check(invoice.Amount, invoice.IssuedOn, "amount", check));
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
        Take(RecordType.Subscription, _subscriptions.CoverageFromData());
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
