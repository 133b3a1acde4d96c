using NodaTime;

namespace RevOps.Metrics.Csv;

/// <summary>Reads files one by one into a dataset that is being built.</summary>
/// <remarks>
/// <para>Rows are read one at a time and either become records or data issues; a rejected row is not kept. The rows of a history
/// (price terms, deal history, ...) wait in memory until the record they belong to is read, so read a history before its records,
/// and finish with <see cref="Build"/>, which reports the rows that belong to no record.</para>
/// <para>Not safe for several threads.</para>
/// </remarks>
public sealed class CsvImporter
{
    private readonly RevenueDatasetBuilder _builder;
    private readonly CsvFormat _format;
    private readonly IProgress<CsvProgress>? _progress;

    private readonly History<CustomerAttribute> _attributes = new(CsvLayouts.CustomerAttributes, "customer");
    private readonly History<CustomerParent> _parents = new(CsvLayouts.CustomerParents, "customer");
    private readonly History<PriceTerm> _terms = new(CsvLayouts.PriceTerms, "subscription");
    private readonly History<(TermDiscount Row, DataOrigin Origin)> _discounts = new(CsvLayouts.Discounts, "subscription");
    private readonly History<ServicePause> _pauses = new(CsvLayouts.Pauses, "subscription");
    private readonly History<CancellationRequest> _cancellations = new(CsvLayouts.Cancellations, "subscription");
    private readonly History<DealChange> _changes = new(CsvLayouts.DealHistory, "deal");
    private readonly History<OwnerSplit> _splits = new(CsvLayouts.OwnerSplits, "deal");
    private readonly History<InvoiceLine> _lines = new(CsvLayouts.InvoiceLines, "invoice");
    private readonly History<LocalDate> _reopenings = new(CsvLayouts.TicketReopenings, "ticket");

    /// <summary>An importer that adds what it reads to <paramref name="builder"/>, whose options decide what an error does.</summary>
    /// <param name="builder">The dataset being built.</param>
    /// <param name="options">How the files are written.</param>
    /// <param name="progress">Told every 10,000 rows, and at the end of each file.</param>
    public CsvImporter(RevenueDatasetBuilder builder, CsvOptions options, IProgress<CsvProgress>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(options);
        _builder = builder;
        _format = new CsvFormat(options);
        _progress = progress;
    }

    /// <summary>False to make a record of every row, which is the definition: the tests hold both ways to the same dataset.</summary>
    internal bool ReadsPlainRows { get; init; } = true;

    /// <summary>How many rows are read ahead at once: the tests read few.</summary>
    internal int RowsAtOnce { get; init; } = ReadAhead.UsualRows;

    /// <summary>Reads a file.</summary>
    /// <param name="file">What it holds.</param>
    /// <param name="path">Where it is.</param>
    /// <param name="mapping">How its columns lead to ours; when it is not given, the one of <see cref="CsvOptions.Mappings"/>.</param>
    /// <param name="cancellationToken">Stops between two rows.</param>
    /// <exception cref="DataIssueException">A row cannot be used and the dataset is built strictly.</exception>
    /// <exception cref="ArgumentException">The file holds end dates and <see cref="CsvOptions.EndDates"/> is not set; or the mapping speaks of a column that there is not.</exception>
    public void Read(CsvFile file, string path, CsvMapping? mapping = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        using FileStream stream = File.OpenRead(path);
        using StreamReader reader = new(stream, _format.Options.Encoding, detectEncodingFromByteOrderMarks: true);
        Read(file, reader, Path.GetFileName(path), mapping, () => stream.Position, cancellationToken);
    }

    /// <summary>Reads a file's text.</summary>
    /// <param name="file">What it holds.</param>
    /// <param name="text">The text; it is left open.</param>
    /// <param name="name">The name by which data issues call the file.</param>
    /// <param name="mapping">How its columns lead to ours; when it is not given, the one of <see cref="CsvOptions.Mappings"/>.</param>
    /// <param name="cancellationToken">Stops between two rows.</param>
    /// <inheritdoc cref="Read(CsvFile, string, CsvMapping?, CancellationToken)" path="/exception"/>
    public void Read(CsvFile file, TextReader text, string name, CsvMapping? mapping = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Read(file, text, name, mapping, bytes: null, cancellationToken);
    }

    /// <summary>Reports the rows of histories that belong to no record, and builds the dataset.</summary>
    /// <exception cref="DataIssueException">A record or row cannot be used and the dataset is built strictly.</exception>
    public RevenueDataset Build()
    {
        _attributes.ReportOrphans(_builder.Report);
        _parents.ReportOrphans(_builder.Report);
        _terms.ReportOrphans(_builder.Report);
        _discounts.ReportOrphans(_builder.Report);
        _pauses.ReportOrphans(_builder.Report);
        _cancellations.ReportOrphans(_builder.Report);
        _changes.ReportOrphans(_builder.Report);
        _splits.ReportOrphans(_builder.Report);
        _lines.ReportOrphans(_builder.Report);
        _reopenings.ReportOrphans(_builder.Report);
        return _builder.Build();
    }

    private void Read(CsvFile file, TextReader text, string name, CsvMapping? mapping, Func<long>? bytes, CancellationToken cancellationToken)
    {
        mapping ??= _format.Options.Mappings.GetValueOrDefault(file) ?? CsvMapping.None;
        void Rows<T>(CsvLayout<T> layout, Func<T, DataOrigin, bool> accept, Func<CsvHeader, IPlainRowReader?>? plain = null) =>
            new CsvFileReader<T>(layout, _format, mapping, _builder.Report) { Plain = plain, RowsAtOnce = RowsAtOnce }.Read(text, name, accept, bytes, _progress, cancellationToken);
        void Entries<T>(CsvLayout<Owned<T>> layout, History<T> history) => Rows(layout, (row, origin) =>
        {
            history.Add(row.OwnerId, row.RecordedOn, row.Value, origin);
            return true;
        });

        switch (file)
        {
            case CsvFile.Customers: Rows(CsvLayouts.Customers, Add); break;
            case CsvFile.CustomerAttributes: Entries(CsvLayouts.CustomerAttributes, _attributes); break;
            case CsvFile.CustomerParents: Entries(CsvLayouts.CustomerParents, _parents); break;
            case CsvFile.CustomerMerges: Rows(CsvLayouts.CustomerMerges, _builder.Add); break;
            case CsvFile.Subscriptions: Rows(CsvLayouts.Subscriptions, Add, PlainRows); break;
            case CsvFile.PriceTerms: Entries(CsvLayouts.PriceTerms, _terms); break;
            case CsvFile.Discounts:
                Rows(CsvLayouts.Discounts, (row, origin) =>
                {
                    _discounts.Add(row.SubscriptionId, row.RecordedOn, (row, origin), origin);
                    return true;
                });
                break;
            case CsvFile.Pauses: Entries(CsvLayouts.Pauses, _pauses); break;
            case CsvFile.Cancellations: Entries(CsvLayouts.Cancellations, _cancellations); break;
            case CsvFile.Deals: Rows(CsvLayouts.Deals, Add); break;
            case CsvFile.DealHistory: Entries(CsvLayouts.DealHistory, _changes); break;
            case CsvFile.OwnerSplits: Entries(CsvLayouts.OwnerSplits, _splits); break;
            case CsvFile.Leads: Rows(CsvLayouts.Leads, _builder.Add); break;
            case CsvFile.MarketingActivities: Rows(CsvLayouts.MarketingActivities, _builder.Add); break;
            case CsvFile.Spend: Rows(CsvLayouts.Spend, _builder.Add); break;
            case CsvFile.Invoices: Rows(CsvLayouts.Invoices, Add); break;
            case CsvFile.InvoiceLines: Entries(CsvLayouts.InvoiceLines, _lines); break;
            case CsvFile.CreditNotes: Rows(CsvLayouts.CreditNotes, _builder.Add); break;
            case CsvFile.Payments: Rows(CsvLayouts.Payments, _builder.Add); break;
            case CsvFile.Tickets: Rows(CsvLayouts.Tickets, Add); break;
            case CsvFile.TicketReopenings: Entries(CsvLayouts.TicketReopenings, _reopenings); break;
            case CsvFile.ForecastSnapshots: Rows(CsvLayouts.ForecastSnapshots, _builder.Add); break;
            case CsvFile.Quotas: Rows(CsvLayouts.Quotas, _builder.Add); break;
            case CsvFile.FinancialFigures: Rows(CsvLayouts.FinancialFigures, _builder.Add); break;
            case CsvFile.ExchangeRates:
                throw new ArgumentException(
                    "Exchange rates belong to the options that a dataset is built with: read them first with CsvImport.ReadExchangeRates.",
                    nameof(file));
            default: throw new ArgumentOutOfRangeException(nameof(file), file, "This is not a known kind of file.");
        }
    }

    private bool Add(Customer customer, DataOrigin origin) => _builder.Add(
        customer with
        {
            Attributes = ValueList.From(customer.Attributes.Concat(_attributes.Take(customer.Id, customer.RecordedOn))),
            Parents = ValueList.From(customer.Parents.Concat(_parents.Take(customer.Id, customer.RecordedOn))),
        },
        origin);

    private bool Add(Deal deal, DataOrigin origin) => _builder.Add(
        deal with { History = ValueList.From(_changes.Take(deal.Id, deal.RecordedOn)), Splits = ValueList.From(_splits.Take(deal.Id, deal.RecordedOn)) },
        origin);

    private bool Add(Invoice invoice, DataOrigin origin) =>
        _builder.Add(invoice with { Lines = ValueList.From(_lines.Take(invoice.Id, invoice.RecordedOn)) }, origin);

    private bool Add(Ticket ticket, DataOrigin origin) => _builder.Add(
        ticket with { ReopenedOn = ValueList.From(_reopenings.Take(ticket.Id, ticket.RecordedOn)) },
        origin);

    private PlainSubscriptionReader? PlainRows(CsvHeader header) => ReadsPlainRows ? PlainSubscriptionReader.Of(header, _format, _builder, HasHistory) : null;

    /// <summary>True where rows of other files wait for a subscription.</summary>
    private bool HasHistory(ReadOnlySpan<char> id) => _terms.Has(id, null) || _discounts.Has(id, null) || _pauses.Has(id, null) || _cancellations.Has(id, null);

    private bool Add(Subscription subscription, DataOrigin origin)
    {
        IReadOnlyList<PriceTerm> terms = _terms.Take(subscription.Id, subscription.RecordedOn);
        bool priceTwice = subscription.Terms.Count > 0 && terms.Count > 0;
        if (priceTwice)
        {
            _builder.Report(new DataIssue
            {
                Code = "csv.price.twice",
                Severity = DataIssueSeverity.Error,
                Record = $"subscription {subscription.Id}",
                Field = "price",
                Message = $"it has a price of its own and rows in {CsvLayouts.PriceTerms.FileName}.",
                Remedy = "Give its prices in one of the two places.",
                Origin = origin,
            });
        }

        Subscription whole = subscription with
        {
            Terms = WithDiscounts(subscription, subscription.Terms.Count > 0 ? subscription.Terms : terms),
            Pauses = ValueList.From(_pauses.Take(subscription.Id, subscription.RecordedOn)),
            Cancellations = ValueList.From(_cancellations.Take(subscription.Id, subscription.RecordedOn)),
        };
        return !priceTwice && _builder.Add(whole, origin);
    }

    private ValueList<PriceTerm> WithDiscounts(Subscription subscription, IReadOnlyList<PriceTerm> terms)
    {
        IReadOnlyList<(TermDiscount Row, DataOrigin Origin)> rows = _discounts.Take(subscription.Id, subscription.RecordedOn);
        if (rows.Count == 0) return ValueList.From(terms);

        bool Lowers(TermDiscount row, PriceTerm term) => row.TermFrom is { } from ? from == term.From : terms.Count == 1;
        foreach ((TermDiscount row, DataOrigin origin) in rows.Where(row => !terms.Any(term => Lowers(row.Row, term))))
        {
            _builder.Report(new DataIssue
            {
                Code = "csv.row.orphan",
                Severity = DataIssueSeverity.Error,
                Record = "row",
                Field = "term_from",
                Message = $"no price term of subscription '{subscription.Id}' begins on that day.",
                Remedy = "Give in term_from the first day of the price term that the discount lowers.",
                Origin = origin,
            });
        }

        ValueList<Discount> DiscountsOf(PriceTerm term) => ValueList.From(rows.Where(row => Lowers(row.Row, term)).Select(row => row.Row.Discount));
        return ValueList.From(terms.Select(term => term with { Discounts = DiscountsOf(term) }));
    }
}
