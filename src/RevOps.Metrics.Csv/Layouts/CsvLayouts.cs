namespace RevOps.Metrics.Csv;

/// <summary>All layouts.</summary>
internal static class CsvLayouts
{
    public static CustomerLayout Customers { get; } = new();

    public static CustomerAttributeLayout CustomerAttributes { get; } = new();

    public static CustomerParentLayout CustomerParents { get; } = new();

    public static CustomerMergeLayout CustomerMerges { get; } = new();

    public static SubscriptionLayout Subscriptions { get; } = new();

    public static PriceTermLayout PriceTerms { get; } = new();

    public static DiscountLayout Discounts { get; } = new();

    public static ServicePauseLayout Pauses { get; } = new();

    public static CancellationRequestLayout Cancellations { get; } = new();

    public static DealLayout Deals { get; } = new();

    public static DealChangeLayout DealHistory { get; } = new();

    public static OwnerSplitLayout OwnerSplits { get; } = new();

    public static LeadLayout Leads { get; } = new();

    public static MarketingActivityLayout MarketingActivities { get; } = new();

    public static SpendLayout Spend { get; } = new();

    public static InvoiceLayout Invoices { get; } = new();

    public static InvoiceLineLayout InvoiceLines { get; } = new();

    public static CreditNoteLayout CreditNotes { get; } = new();

    public static PaymentLayout Payments { get; } = new();

    public static TicketLayout Tickets { get; } = new();

    public static TicketReopeningLayout TicketReopenings { get; } = new();

    public static ForecastSnapshotLayout ForecastSnapshots { get; } = new();

    public static QuotaLayout Quotas { get; } = new();

    public static FinancialFigureLayout FinancialFigures { get; } = new();

    public static ExchangeRateLayout ExchangeRates { get; } = new();

    /// <summary>Every layout, a record's before those of its histories.</summary>
    public static IReadOnlyList<CsvLayout> All { get; } =
    [
        Customers, CustomerAttributes, CustomerParents, CustomerMerges,
        Subscriptions, PriceTerms, Discounts, Pauses, Cancellations,
        Deals, DealHistory, OwnerSplits,
        Leads, MarketingActivities, Spend,
        Invoices, InvoiceLines, CreditNotes, Payments,
        Tickets, TicketReopenings,
        ForecastSnapshots, Quotas, FinancialFigures, ExchangeRates,
    ];

    /// <summary>The files that hold records or histories, each history before the record it belongs to, as reading needs them.</summary>
    public static IEnumerable<CsvLayout> InReadingOrder => All.Where(layout => layout != ExchangeRates).OrderBy(layout => IsRecord(layout) ? 1 : 0);

    public static CsvLayout Of(CsvFile file) => All.FirstOrDefault(layout => layout.File == file) ?? throw new ArgumentOutOfRangeException(nameof(file), file, "This is not a known kind of file.");

    private static bool IsRecord(CsvLayout layout) => layout.File is not (CsvFile.CustomerAttributes or CsvFile.CustomerParents or CsvFile.PriceTerms
        or CsvFile.Discounts or CsvFile.Pauses or CsvFile.Cancellations or CsvFile.DealHistory or CsvFile.OwnerSplits or CsvFile.InvoiceLines or CsvFile.TicketReopenings);
}
