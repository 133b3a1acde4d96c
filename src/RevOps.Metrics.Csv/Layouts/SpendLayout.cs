namespace RevOps.Metrics.Csv;

/// <summary>How spend.csv holds its rows.</summary>
internal sealed class SpendLayout() : CsvLayout<Spend>(
    CsvFile.Spend,
    "spend.csv",
    "money spent on getting or keeping customers",
    [From, To, Amount, Currency, Category, Channel, Campaign, Segment, Owner, RecordedOn])
{
    private static readonly DateColumn From = new("from", "The first day it was spent for.", required: true);
    private static readonly EndDateColumn To = new("to", "The end of the days it was spent for; empty means one day.");
    private static readonly NumberColumn Amount = new("amount", "The amount; negative for a credit.", required: true, kind: "amount");
    private static readonly CurrencyColumn Currency = new();
    private static readonly WordColumn<SpendCategory> Category = new("category", "The team whose cost it is.", required: true);
    private static readonly TextColumn Channel = new("channel", "The marketing channel.");
    private static readonly TextColumn Campaign = new("campaign", "The campaign.");
    private static readonly TextColumn Segment = new("segment", "The segment it was aimed at.");
    private static readonly TextColumn Owner = new("owner", "Whose cost it is.");
    private static readonly RecordedOnColumn RecordedOn = new("The day the record was written down; empty means known since ever.");

    public override Spend Read(CsvRow row) => new()
    {
        From = row.Need(From),
        To = row.Get(To),
        Amount = row.NeedMoney(Amount, Currency),
        Category = row.Need(Category),
        Channel = row.Get(Channel),
        Campaign = row.Get(Campaign),
        Segment = row.Get(Segment),
        Owner = row.Get(Owner),
        RecordedOn = row.Get(RecordedOn),
    };

    public override void Write(Spend record, CsvCells cells)
    {
        cells.Set(From, record.From);
        cells.Set(To, record.To);
        cells.SetMoney(Amount, Currency, record.Amount);
        cells.Set(Category, record.Category);
        cells.SetText(Channel, record.Channel);
        cells.SetText(Campaign, record.Campaign);
        cells.SetText(Segment, record.Segment);
        cells.SetText(Owner, record.Owner);
        cells.Set(RecordedOn, record.RecordedOn);
    }
}
