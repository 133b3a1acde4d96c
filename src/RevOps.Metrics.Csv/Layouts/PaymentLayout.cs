namespace RevOps.Metrics.Csv;

/// <summary>How payments.csv holds its rows.</summary>
internal sealed class PaymentLayout() : CsvLayout<Payment>(
    CsvFile.Payments,
    "payments.csv",
    "one payment or refund",
    [Id, CustomerId, InvoiceId, On, Amount, Currency, RecordedOn])
{
    private static readonly TextColumn Id = new("id", "The identifier.", required: true);
    private static readonly TextColumn CustomerId = new("customer_id", "The customer who paid.", required: true);
    private static readonly TextColumn InvoiceId = new("invoice_id", "The invoice paid.");
    private static readonly DateColumn On = new("on", "The day the money moved.", required: true);
    private static readonly NumberColumn Amount = new("amount", "The amount; negative for a refund.", required: true, kind: "amount");
    private static readonly CurrencyColumn Currency = new();
    private static readonly RecordedOnColumn RecordedOn = new("The day this version of the record was written down; empty means known since ever.");

    public override Payment Read(CsvRow row) => new()
    {
        Id = row.Need(Id),
        CustomerId = row.Need(CustomerId),
        InvoiceId = row.Get(InvoiceId),
        On = row.Need(On),
        Amount = row.NeedMoney(Amount, Currency),
        RecordedOn = row.Get(RecordedOn),
    };

    public override void Write(Payment record, CsvCells cells)
    {
        cells.SetText(Id, record.Id);
        cells.SetText(CustomerId, record.CustomerId);
        cells.SetText(InvoiceId, record.InvoiceId);
        cells.Set(On, record.On);
        cells.SetMoney(Amount, Currency, record.Amount);
        cells.Set(RecordedOn, record.RecordedOn);
    }
}
