namespace RevOps.Metrics.Csv;

/// <summary>The kinds of file that are read and written: one for each type of record, and one for each history inside a record.</summary>
/// <remarks>The columns of each are listed in docs/csv.md. A history's rows name their record by its id.</remarks>
public enum CsvFile
{
    /// <summary>customers.csv.</summary>
    Customers,

    /// <summary>customer-attributes.csv: attributes with the day from which they hold.</summary>
    CustomerAttributes,

    /// <summary>customer-parents.csv: the accounts that customers belonged to.</summary>
    CustomerParents,

    /// <summary>customer-merges.csv.</summary>
    CustomerMerges,

    /// <summary>subscriptions.csv.</summary>
    Subscriptions,

    /// <summary>price-terms.csv: the prices of subscriptions.</summary>
    PriceTerms,

    /// <summary>discounts.csv: the discounts of price terms.</summary>
    Discounts,

    /// <summary>pauses.csv: the pauses of subscriptions.</summary>
    Pauses,

    /// <summary>cancellations.csv: the requests to cancel subscriptions.</summary>
    Cancellations,

    /// <summary>deals.csv.</summary>
    Deals,

    /// <summary>deal-history.csv: what became known of deals on which day.</summary>
    DealHistory,

    /// <summary>owner-splits.csv: the shares of owners in deals.</summary>
    OwnerSplits,

    /// <summary>leads.csv.</summary>
    Leads,

    /// <summary>marketing-activities.csv.</summary>
    MarketingActivities,

    /// <summary>spend.csv.</summary>
    Spend,

    /// <summary>invoices.csv.</summary>
    Invoices,

    /// <summary>invoice-lines.csv: the positions of invoices.</summary>
    InvoiceLines,

    /// <summary>credit-notes.csv.</summary>
    CreditNotes,

    /// <summary>payments.csv.</summary>
    Payments,

    /// <summary>tickets.csv.</summary>
    Tickets,

    /// <summary>ticket-reopenings.csv: the days on which tickets were opened again.</summary>
    TicketReopenings,

    /// <summary>forecast-snapshots.csv.</summary>
    ForecastSnapshots,

    /// <summary>quotas.csv.</summary>
    Quotas,

    /// <summary>financial-figures.csv.</summary>
    FinancialFigures,

    /// <summary>exchange-rates.csv: the rates between currencies, which become part of the dataset's options.</summary>
    ExchangeRates,
}
