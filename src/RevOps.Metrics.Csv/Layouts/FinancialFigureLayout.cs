namespace RevOps.Metrics.Csv;

/// <summary>How financial-figures.csv holds its rows.</summary>
internal sealed class FinancialFigureLayout() : CsvLayout<FinancialFigure>(
    CsvFile.FinancialFigures,
    "financial-figures.csv",
    "an amount of one account on one date",
    [On, Account, Amount, Currency, RecordedOn])
{
    private static readonly DateColumn On = new("on", "The day it is booked on.", required: true);
    private static readonly WordColumn<FinancialAccount> Account = new("account", "The account.", required: true);
    private static readonly NumberColumn Amount = new("amount", "The amount; costs and burn as positive numbers.", required: true, kind: "amount");
    private static readonly CurrencyColumn Currency = new();
    private static readonly RecordedOnColumn RecordedOn = new("The day the record was written down; empty means known since ever.");

    public override FinancialFigure Read(CsvRow row) => new()
    {
        On = row.Need(On),
        Account = row.Need(Account),
        Amount = row.NeedMoney(Amount, Currency),
        RecordedOn = row.Get(RecordedOn),
    };

    public override void Write(FinancialFigure record, CsvCells cells)
    {
        cells.Set(On, record.On);
        cells.Set(Account, record.Account);
        cells.SetMoney(Amount, Currency, record.Amount);
        cells.Set(RecordedOn, record.RecordedOn);
    }
}
