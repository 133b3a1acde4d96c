namespace RevOps.Metrics;

/// <summary>The versions of records that later versions took the place of, by id and then by the day they were recorded.</summary>
/// <remarks>No metric reads them; <see cref="RevenueDataset.AsOf"/> brings back those that were the latest on a day. Records without an id have no versions.</remarks>
public sealed record SupersededRecords
{
    internal static SupersededRecords None { get; } = new();

    /// <summary>Versions of customers.</summary>
    public ValueList<Customer> Customers { get; init; } = [];

    /// <summary>Versions of subscriptions.</summary>
    public ValueList<Subscription> Subscriptions { get; init; } = [];

    /// <summary>Versions of deals.</summary>
    public ValueList<Deal> Deals { get; init; } = [];

    /// <summary>Versions of leads.</summary>
    public ValueList<Lead> Leads { get; init; } = [];

    /// <summary>Versions of invoices.</summary>
    public ValueList<Invoice> Invoices { get; init; } = [];

    /// <summary>Versions of credit notes.</summary>
    public ValueList<CreditNote> CreditNotes { get; init; } = [];

    /// <summary>Versions of payments.</summary>
    public ValueList<Payment> Payments { get; init; } = [];

    /// <summary>Versions of tickets.</summary>
    public ValueList<Ticket> Tickets { get; init; } = [];
}
