namespace RevOps.Metrics.Csv;

/// <summary>How deal-history.csv holds its rows.</summary>
internal sealed class DealChangeLayout() : CsvLayout<Owned<DealChange>>(
    CsvFile.DealHistory,
    "deal-history.csv",
    "what became known of a deal on one day; what is empty did not change",
    [DealId, On, Stage, Amount, Currency, ExpectedCloseOn, Category, Owner, RecordedOn])
{
    private static readonly TextColumn DealId = new("deal_id", "The deal.", required: true);
    private static readonly DateColumn On = new("on", "The day from which the new values hold.", required: true);
    private static readonly TextColumn Stage = new("stage", "The stage entered.");
    private static readonly NumberColumn Amount = new("amount", "The new amount.", kind: "amount");
    private static readonly CurrencyColumn Currency = new();
    private static readonly DateColumn ExpectedCloseOn = new("expected_close_on", "The new expected close.");
    private static readonly WordColumn<ForecastCategory> Category = new("category", "The new forecast category.");
    private static readonly TextColumn Owner = new("owner", "The new owner.");
    private static readonly RecordedOnColumn RecordedOn = new("The recorded_on of the version of the deal that the row belongs to.");

    public override Owned<DealChange> Read(CsvRow row) => new(row.Need(DealId), row.Get(RecordedOn), new DealChange
    {
        On = row.Need(On),
        Stage = row.Get(Stage),
        Amount = row.GetMoney(Amount, Currency),
        ExpectedCloseOn = row.Get(ExpectedCloseOn),
        Category = row.Get(Category),
        Owner = row.Get(Owner),
    });

    public override void Write(Owned<DealChange> record, CsvCells cells)
    {
        cells.SetText(DealId, record.OwnerId);
        cells.Set(On, record.Value.On);
        cells.SetText(Stage, record.Value.Stage);
        cells.SetMoney(Amount, Currency, record.Value.Amount);
        cells.Set(ExpectedCloseOn, record.Value.ExpectedCloseOn);
        cells.Set(Category, record.Value.Category);
        cells.SetText(Owner, record.Value.Owner);
        cells.Set(RecordedOn, record.RecordedOn);
    }
}
