namespace RevOps.Metrics.Csv;

/// <summary>How credit-notes.csv holds its rows.</summary>
internal sealed class CreditNoteLayout() : CsvLayout<CreditNote>(
    CsvFile.CreditNotes,
    "credit-notes.csv",
    "one credit note",
    [Id, CustomerId, InvoiceId, IssuedOn, Amount, Currency, Reason, RecordedOn])
{
    private static readonly TextColumn Id = new("id", "The identifier.", required: true);
    private static readonly TextColumn CustomerId = new("customer_id", "The customer credited.", required: true);
    private static readonly TextColumn InvoiceId = new("invoice_id", "The invoice it corrects.");
    private static readonly DateColumn IssuedOn = new("issued_on", "The day of the credit note.", required: true);
    private static readonly NumberColumn Amount = new("amount", "The amount credited, as a positive number.", required: true, kind: "amount");
    private static readonly CurrencyColumn Currency = new();
    private static readonly TextColumn Reason = new("reason", "Why.");
    private static readonly RecordedOnColumn RecordedOn = new("The day this version of the record was written down; empty means known since ever.");

    public override CreditNote Read(CsvRow row) => new()
    {
        Id = row.Need(Id),
        CustomerId = row.Need(CustomerId),
        InvoiceId = row.Get(InvoiceId),
        IssuedOn = row.Need(IssuedOn),
        Amount = row.NeedMoney(Amount, Currency),
        Reason = row.Get(Reason),
        RecordedOn = row.Get(RecordedOn),
    };

    public override void Write(CreditNote record, CsvCells cells)
    {
        cells.SetText(Id, record.Id);
        cells.SetText(CustomerId, record.CustomerId);
        cells.SetText(InvoiceId, record.InvoiceId);
        cells.Set(IssuedOn, record.IssuedOn);
        cells.SetMoney(Amount, Currency, record.Amount);
        cells.SetText(Reason, record.Reason);
        cells.Set(RecordedOn, record.RecordedOn);
    }
}
