namespace RevOps.Metrics.Csv;

/// <summary>How discounts.csv holds its rows.</summary>
internal sealed class DiscountLayout() : CsvLayout<TermDiscount>(
    CsvFile.Discounts,
    "discounts.csv",
    "a reduction of the price of one price term: a share or an amount",
    [SubscriptionId, TermFrom, From, To, Share, Amount, Currency, Code, RecordedOn])
{
    private static readonly TextColumn SubscriptionId = new("subscription_id", "The subscription.", required: true);
    private static readonly DateColumn TermFrom = new("term_from", "The first day of the price term; may be empty where the subscription has one.");
    private static readonly DateColumn From = new("from", "The first service day covered; empty means from the start of the term.");
    private static readonly EndDateColumn To = new("to", "The end of the discount; empty means until the end of the term.");
    private static readonly NumberColumn Share = new("share", "The share taken off: 0.2 is 20 %.");
    private static readonly NumberColumn Amount = new("amount", "The amount taken off for each interval.", kind: "amount");
    private static readonly CurrencyColumn Currency = new();
    private static readonly TextColumn Code = new("code", "The discount's code or name.");
    private static readonly RecordedOnColumn RecordedOn = new("The recorded_on of the version of the subscription that the row belongs to.");

    public override TermDiscount Read(CsvRow row) => new(row.Need(SubscriptionId), row.Get(RecordedOn), row.Get(TermFrom), new Discount
    {
        From = row.Get(From),
        To = row.Get(To),
        Share = row.Get(Share),
        Amount = row.GetMoney(Amount, Currency),
        Code = row.Get(Code),
    });

    public override void Write(TermDiscount record, CsvCells cells)
    {
        cells.SetText(SubscriptionId, record.SubscriptionId);
        cells.Set(TermFrom, record.TermFrom);
        cells.Set(From, record.Discount.From);
        cells.Set(To, record.Discount.To);
        cells.Set(Share, record.Discount.Share);
        cells.SetMoney(Amount, Currency, record.Discount.Amount);
        cells.SetText(Code, record.Discount.Code);
        cells.Set(RecordedOn, record.RecordedOn);
    }
}
