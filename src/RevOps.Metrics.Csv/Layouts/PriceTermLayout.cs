namespace RevOps.Metrics.Csv;

/// <summary>How price-terms.csv holds its rows.</summary>
internal sealed class PriceTermLayout() : CsvLayout<Owned<PriceTerm>>(
    CsvFile.PriceTerms,
    "price-terms.csv",
    "what a subscription charges from a day on",
    [SubscriptionId, From, To, Price, Currency, Interval, Quantity, Plan, Product, IsContractedStep, IsUsageCommitment, RecordedOn])
{
    private static readonly TextColumn SubscriptionId = new("subscription_id", "The subscription.", required: true);
    private static readonly DateColumn From = new("from", "The first day of the price.", required: true);
    private static readonly EndDateColumn To = new("to", "The end of the price; empty means until the next one or the end of service.");
    private static readonly NumberColumn Price = new("price", "The price of one unit for one interval, without tax.", required: true, kind: "amount");
    private static readonly CurrencyColumn Currency = new();
    private static readonly IntervalColumn Interval = new("interval", "What one price pays for.", required: true);
    private static readonly NumberColumn Quantity = new("quantity", "How many units; empty means 1.");
    private static readonly TextColumn Plan = new("plan", "The plan's name.");
    private static readonly TextColumn Product = new("product", "The product's name.");
    private static readonly YesNoColumn IsContractedStep = new("is_contracted_step", "True where the step was agreed in the contract; empty means false.");
    private static readonly YesNoColumn IsUsageCommitment = new("is_usage_commitment", "True where the term pays for committed usage; empty means false.");
    private static readonly RecordedOnColumn RecordedOn = new("The recorded_on of the version of the subscription that the row belongs to.");

    public override Owned<PriceTerm> Read(CsvRow row) => new(row.Need(SubscriptionId), row.Get(RecordedOn), new PriceTerm
    {
        From = row.Need(From),
        To = row.Get(To),
        Price = row.NeedMoney(Price, Currency),
        Interval = row.Need(Interval),
        Quantity = row.Get(Quantity) ?? 1m,
        Plan = row.Get(Plan),
        Product = row.Get(Product),
        IsContractedStep = row.Get(IsContractedStep) ?? false,
        IsUsageCommitment = row.Get(IsUsageCommitment) ?? false,
    });

    public override void Write(Owned<PriceTerm> record, CsvCells cells)
    {
        cells.SetText(SubscriptionId, record.OwnerId);
        cells.Set(From, record.Value.From);
        cells.Set(To, record.Value.To);
        cells.SetMoney(Price, Currency, record.Value.Price);
        cells.Set(Interval, record.Value.Interval);
        cells.Set(Quantity, record.Value.Quantity);
        cells.SetText(Plan, record.Value.Plan);
        cells.SetText(Product, record.Value.Product);
        cells.Set(IsContractedStep, record.Value.IsContractedStep);
        cells.Set(IsUsageCommitment, record.Value.IsUsageCommitment);
        cells.Set(RecordedOn, record.RecordedOn);
    }
}
