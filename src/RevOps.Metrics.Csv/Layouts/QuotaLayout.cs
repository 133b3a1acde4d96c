namespace RevOps.Metrics.Csv;

/// <summary>How quotas.csv holds its rows.</summary>
internal sealed class QuotaLayout() : CsvLayout<Quota>(
    CsvFile.Quotas,
    "quotas.csv",
    "the amount that somebody is to sell over a span of days",
    [PeriodStart, PeriodEnd, Amount, Currency, Owner, Measure, RampShare, RecordedOn])
{
    private static readonly DateColumn PeriodStart = new("period_start", "The first day.", required: true);
    private static readonly EndDateColumn PeriodEnd = new("period_end", "The end of the span.", required: true);
    private static readonly NumberColumn Amount = new("amount", "The amount to reach.", required: true, kind: "amount");
    private static readonly CurrencyColumn Currency = new();
    private static readonly TextColumn Owner = new("owner", "Whose quota it is; empty means the company's.");
    private static readonly WordColumn<Counted> Measure = new("measure", "The deals that count towards it; empty means new_business.");
    private static readonly NumberColumn RampShare = new("ramp_share", "For somebody new, the share of full capacity: 0.5 is half; empty means ramped.");
    private static readonly RecordedOnColumn RecordedOn = new("The day the record was written down; empty means known since ever.");

    /// <summary>The types of deal, and a word for all of them: an empty cell already means new business.</summary>
    private enum Counted
    {
        NewBusiness = DealType.NewBusiness,
        Expansion = DealType.Expansion,
        Renewal = DealType.Renewal,
        All,
    }

    public override Quota Read(CsvRow row) => new()
    {
        PeriodStart = row.Need(PeriodStart),
        PeriodEnd = row.Need(PeriodEnd),
        Amount = row.NeedMoney(Amount, Currency),
        Owner = row.Get(Owner),
        Measure = (row.Get(Measure) ?? Counted.NewBusiness) is var counted && counted == Counted.All ? null : (DealType)counted,
        RampShare = row.Get(RampShare),
        RecordedOn = row.Get(RecordedOn),
    };

    public override void Write(Quota record, CsvCells cells)
    {
        cells.Set(PeriodStart, record.PeriodStart);
        cells.Set(PeriodEnd, record.PeriodEnd);
        cells.SetMoney(Amount, Currency, record.Amount);
        cells.SetText(Owner, record.Owner);
        cells.Set(Measure, record.Measure is { } type ? (Counted)type : Counted.All);
        cells.Set(RampShare, record.RampShare);
        cells.Set(RecordedOn, record.RecordedOn);
    }
}
