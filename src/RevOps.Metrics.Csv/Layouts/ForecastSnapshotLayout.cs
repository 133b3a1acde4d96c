namespace RevOps.Metrics.Csv;

/// <summary>How forecast-snapshots.csv holds its rows.</summary>
internal sealed class ForecastSnapshotLayout() : CsvLayout<ForecastSnapshot>(
    CsvFile.ForecastSnapshots,
    "forecast-snapshots.csv",
    "an amount that somebody forecast, on one day, for one period",
    [PeriodStart, PeriodEnd, TakenOn, Owner, Category, Amount, Currency, Quantile])
{
    private static readonly DateColumn PeriodStart = new("period_start", "The first day of the period.", required: true);
    private static readonly EndDateColumn PeriodEnd = new("period_end", "The end of the period.", required: true);
    private static readonly DateColumn TakenOn = new("taken_on", "The day of the forecast.", required: true);
    private static readonly TextColumn Owner = new("owner", "Who forecast; empty means the company.");
    private static readonly WordColumn<ForecastCategory> Category = new("category", "The category; empty means commit.");
    private static readonly NumberColumn Amount = new("amount", "The amount.", required: true, kind: "amount");
    private static readonly CurrencyColumn Currency = new();
    private static readonly NumberColumn Quantile = new("quantile", "The probability that the result is at most the amount: 0.1 for P10; empty for a point forecast.");

    public override ForecastSnapshot Read(CsvRow row) => new()
    {
        PeriodStart = row.Need(PeriodStart),
        PeriodEnd = row.Need(PeriodEnd),
        TakenOn = row.Need(TakenOn),
        Owner = row.Get(Owner),
        Category = row.Get(Category) ?? ForecastCategory.Commit,
        Amount = row.NeedMoney(Amount, Currency),
        Quantile = row.Get(Quantile),
    };

    public override void Write(ForecastSnapshot record, CsvCells cells)
    {
        cells.Set(PeriodStart, record.PeriodStart);
        cells.Set(PeriodEnd, record.PeriodEnd);
        cells.Set(TakenOn, record.TakenOn);
        cells.SetText(Owner, record.Owner);
        cells.Set(Category, record.Category);
        cells.SetMoney(Amount, Currency, record.Amount);
        cells.Set(Quantile, record.Quantile);
    }
}
