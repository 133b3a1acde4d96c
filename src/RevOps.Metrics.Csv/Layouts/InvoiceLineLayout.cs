namespace RevOps.Metrics.Csv;

/// <summary>How invoice-lines.csv holds its rows.</summary>
internal sealed class InvoiceLineLayout() : CsvLayout<Owned<InvoiceLine>>(
    CsvFile.InvoiceLines,
    "invoice-lines.csv",
    "one position of an invoice",
    [InvoiceId, Kind, Amount, Currency, From, To, SubscriptionId, Plan, Product, RecordedOn])
{
    private static readonly TextColumn InvoiceId = new("invoice_id", "The invoice.", required: true);
    private static readonly WordColumn<InvoiceLineKind> Kind = new("kind", "What it charges for.", required: true);
    private static readonly NumberColumn Amount = new("amount", "The amount without tax; a credit is negative.", required: true, kind: "amount");
    private static readonly CurrencyColumn Currency = new();
    private static readonly DateColumn From = new("from", "The first day of the service it pays for; a recurring line needs it.");
    private static readonly EndDateColumn To = new("to", "The end of the service it pays for; a recurring line needs it.");
    private static readonly TextColumn SubscriptionId = new("subscription_id", "The subscription billed; empty means the invoice's.");
    private static readonly TextColumn Plan = new("plan", "The plan's name.");
    private static readonly TextColumn Product = new("product", "The product's name.");
    private static readonly RecordedOnColumn RecordedOn = new("The recorded_on of the version of the invoice that the row belongs to.");

    public override Owned<InvoiceLine> Read(CsvRow row) => new(row.Need(InvoiceId), row.Get(RecordedOn), new InvoiceLine
    {
        Kind = row.Need(Kind),
        Amount = row.NeedMoney(Amount, Currency),
        From = row.Get(From),
        To = row.Get(To),
        SubscriptionId = row.Get(SubscriptionId),
        Plan = row.Get(Plan),
        Product = row.Get(Product),
    });

    public override void Write(Owned<InvoiceLine> record, CsvCells cells)
    {
        cells.SetText(InvoiceId, record.OwnerId);
        cells.Set(Kind, record.Value.Kind);
        cells.SetMoney(Amount, Currency, record.Value.Amount);
        cells.Set(From, record.Value.From);
        cells.Set(To, record.Value.To);
        cells.SetText(SubscriptionId, record.Value.SubscriptionId);
        cells.SetText(Plan, record.Value.Plan);
        cells.SetText(Product, record.Value.Product);
        cells.Set(RecordedOn, record.RecordedOn);
    }
}
