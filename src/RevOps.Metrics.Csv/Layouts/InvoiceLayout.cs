namespace RevOps.Metrics.Csv;

/// <summary>How invoices.csv holds its rows.</summary>
internal sealed class InvoiceLayout() : CsvLayout<Invoice>(
    CsvFile.Invoices,
    "invoices.csv",
    "one invoice",
    [Id, CustomerId, SubscriptionId, IssuedOn, DueOn, PaidOn, Amount, Currency, RecordedOn])
{
    private static readonly TextColumn Id = new("id", "The identifier.", required: true);
    private static readonly TextColumn CustomerId = new("customer_id", "The customer billed.", required: true);
    private static readonly TextColumn SubscriptionId = new("subscription_id", "The subscription billed.");
    private static readonly DateColumn IssuedOn = new("issued_on", "The day of the invoice.", required: true);
    private static readonly DateColumn DueOn = new("due_on", "The last day to pay on time.");
    private static readonly DateColumn PaidOn = new("paid_on", "The day it was paid in full; empty while it is not.");
    private static readonly NumberColumn Amount = new("amount", "The amount without tax.", required: true, kind: "amount");
    private static readonly CurrencyColumn Currency = new();
    private static readonly RecordedOnColumn RecordedOn = new("The day this version of the record was written down; empty means known since ever.");

    public override Invoice Read(CsvRow row) => new()
    {
        Id = row.Need(Id),
        CustomerId = row.Need(CustomerId),
        SubscriptionId = row.Get(SubscriptionId),
        IssuedOn = row.Need(IssuedOn),
        DueOn = row.Get(DueOn),
        PaidOn = row.Get(PaidOn),
        Amount = row.NeedMoney(Amount, Currency),
        RecordedOn = row.Get(RecordedOn),
    };

    public override void Write(Invoice record, CsvCells cells)
    {
        cells.SetText(Id, record.Id);
        cells.SetText(CustomerId, record.CustomerId);
        cells.SetText(SubscriptionId, record.SubscriptionId);
        cells.Set(IssuedOn, record.IssuedOn);
        cells.Set(DueOn, record.DueOn);
        cells.Set(PaidOn, record.PaidOn);
        cells.SetMoney(Amount, Currency, record.Amount);
        cells.Set(RecordedOn, record.RecordedOn);
    }
}
