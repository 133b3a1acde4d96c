using NodaTime;

namespace RevOps.Metrics.Csv;

/// <summary>Writes a dataset as CSV files that read back to the same records.</summary>
/// <remarks>
/// Text that a spreadsheet would run as a formula (it begins with = + - @ or a tab) is written with a single quote before it,
/// which reading takes off again; so are single quotes themselves where they would be mistaken for it. Numbers are left alone.
/// The reporting currency and the declared coverage are options of the dataset and are not written.
/// </remarks>
public static class CsvExport
{
    /// <summary>Writes one file for each kind of record and history of which the dataset has any.</summary>
    /// <remarks>Files of these names that are there already are replaced, or removed where the dataset has nothing to write in them.</remarks>
    /// <param name="path">The folder; it is made when it is not there.</param>
    /// <param name="dataset">What to write.</param>
    /// <param name="options">How to write it; mappings are not used.</param>
    /// <exception cref="ArgumentException"><see cref="CsvOptions.EndDates"/> is not set.</exception>
    public static void WriteFolder(string path, RevenueDataset dataset, CsvOptions options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(dataset);
        CsvFormat format = Format(options);
        Directory.CreateDirectory(path);
        foreach (CsvLayout layout in CsvLayouts.All)
        {
            string file = Path.Combine(path, layout.FileName);
            // A file left over from an earlier export would be read as part of this one.
            File.Delete(file);
            CsvRows rows = RowsOf(layout.File!.Value, dataset);
            if (!rows.Any) continue;
            using StreamWriter writer = new(file, append: false, options.Encoding);
            rows.WriteTo(writer, format);
        }
    }

    /// <summary>Writes one kind of file.</summary>
    /// <param name="file">What to write.</param>
    /// <param name="writer">Where to; it is left open.</param>
    /// <param name="dataset">The dataset that has it.</param>
    /// <param name="options">How to write it; mappings are not used.</param>
    /// <exception cref="ArgumentException"><see cref="CsvOptions.EndDates"/> is not set.</exception>
    public static void Write(CsvFile file, TextWriter writer, RevenueDataset dataset, CsvOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(dataset);
        RowsOf(file, dataset).WriteTo(writer, Format(options));
    }

    private static CsvFormat Format(CsvOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        CsvFormat.RequireEndDates(options, "A dataset", ["subscriptions", "spend", "quotas", "..."]);
        return new CsvFormat(options);
    }

    /// <summary>The rows of a kind of file, with the layout that writes them.</summary>
    private static CsvRows RowsOf(CsvFile file, RevenueDataset data)
    {
        // Every version of a record is a row, so that reading gives them all back.
        IEnumerable<Customer> customers = data.Superseded.Customers.Concat(data.Customers);
        IEnumerable<Subscription> subscriptions = data.Superseded.Subscriptions.Concat(data.Subscriptions);
        IEnumerable<Deal> deals = data.Superseded.Deals.Concat(data.Deals);
        IEnumerable<Invoice> invoices = data.Superseded.Invoices.Concat(data.Invoices);
        IEnumerable<Ticket> tickets = data.Superseded.Tickets.Concat(data.Tickets);
        IEnumerable<Owned<T>> OfSubscriptions<T>(Func<Subscription, IEnumerable<T>> entries) =>
            Entries(subscriptions, s => s.Id, s => s.RecordedOn, entries);
        return file switch
        {
            CsvFile.Customers => CsvRows.Of(CsvLayouts.Customers, customers, r => r.RecordedOn),
            CsvFile.CustomerAttributes => CsvRows.Of(CsvLayouts.CustomerAttributes, Entries(customers, c => c.Id, c => c.RecordedOn, c => c.Attributes), r => r.RecordedOn),
            CsvFile.CustomerParents => CsvRows.Of(CsvLayouts.CustomerParents, Entries(customers, c => c.Id, c => c.RecordedOn, c => c.Parents), r => r.RecordedOn),
            CsvFile.CustomerMerges => CsvRows.Of(CsvLayouts.CustomerMerges, data.CustomerMerges, r => r.RecordedOn),
            CsvFile.Subscriptions => CsvRows.Of(CsvLayouts.Subscriptions, subscriptions, r => r.RecordedOn),
            CsvFile.PriceTerms => CsvRows.Of(CsvLayouts.PriceTerms, OfSubscriptions(s => s.Terms), r => r.RecordedOn),
            CsvFile.Discounts => CsvRows.Of(CsvLayouts.Discounts, Discounts(subscriptions), r => r.RecordedOn),
            CsvFile.Pauses => CsvRows.Of(CsvLayouts.Pauses, OfSubscriptions(s => s.Pauses), r => r.RecordedOn),
            CsvFile.Cancellations => CsvRows.Of(CsvLayouts.Cancellations, OfSubscriptions(s => s.Cancellations), r => r.RecordedOn),
            CsvFile.Deals => CsvRows.Of(CsvLayouts.Deals, deals, r => r.RecordedOn),
            CsvFile.DealHistory => CsvRows.Of(CsvLayouts.DealHistory, Entries(deals, d => d.Id, d => d.RecordedOn, d => d.History), r => r.RecordedOn),
            CsvFile.OwnerSplits => CsvRows.Of(CsvLayouts.OwnerSplits, Entries(deals, d => d.Id, d => d.RecordedOn, d => d.Splits), r => r.RecordedOn),
            CsvFile.Leads => CsvRows.Of(CsvLayouts.Leads, data.Superseded.Leads.Concat(data.Leads), r => r.RecordedOn),
            CsvFile.MarketingActivities => CsvRows.Of(CsvLayouts.MarketingActivities, data.MarketingActivities, r => r.RecordedOn),
            CsvFile.Spend => CsvRows.Of(CsvLayouts.Spend, data.Spends, r => r.RecordedOn),
            CsvFile.Invoices => CsvRows.Of(CsvLayouts.Invoices, invoices, r => r.RecordedOn),
            CsvFile.InvoiceLines => CsvRows.Of(CsvLayouts.InvoiceLines, Entries(invoices, i => i.Id, i => i.RecordedOn, i => i.Lines), r => r.RecordedOn),
            CsvFile.CreditNotes => CsvRows.Of(CsvLayouts.CreditNotes, data.Superseded.CreditNotes.Concat(data.CreditNotes), r => r.RecordedOn),
            CsvFile.Payments => CsvRows.Of(CsvLayouts.Payments, data.Superseded.Payments.Concat(data.Payments), r => r.RecordedOn),
            CsvFile.Tickets => CsvRows.Of(CsvLayouts.Tickets, tickets, r => r.RecordedOn),
            CsvFile.TicketReopenings => CsvRows.Of(CsvLayouts.TicketReopenings, Entries(tickets, t => t.Id, t => t.RecordedOn, t => t.ReopenedOn), r => r.RecordedOn),
            CsvFile.ForecastSnapshots => CsvRows.Of(CsvLayouts.ForecastSnapshots, data.ForecastSnapshots),
            CsvFile.Quotas => CsvRows.Of(CsvLayouts.Quotas, data.Quotas, r => r.RecordedOn),
            CsvFile.FinancialFigures => CsvRows.Of(CsvLayouts.FinancialFigures, data.FinancialFigures, r => r.RecordedOn),
            CsvFile.ExchangeRates => CsvRows.Of(CsvLayouts.ExchangeRates, data.Options.ExchangeRates.Rates),
            _ => throw new ArgumentOutOfRangeException(nameof(file), file, "This is not a known kind of file."),
        };
    }

    private static IEnumerable<Owned<T>> Entries<TRecord, T>(
        IEnumerable<TRecord> records, Func<TRecord, string> id, Func<TRecord, LocalDate?> recordedOn, Func<TRecord, IEnumerable<T>> entries) =>
        records.SelectMany(record => entries(record).Select(entry => new Owned<T>(id(record), recordedOn(record), entry)));

    private static IEnumerable<TermDiscount> Discounts(IEnumerable<Subscription> subscriptions) =>
        from subscription in subscriptions
        from term in subscription.Terms
        from discount in term.Discounts
        select new TermDiscount(subscription.Id, subscription.RecordedOn, term.From, discount);
}
