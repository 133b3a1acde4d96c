namespace RevOps.Metrics.Csv;

/// <summary>How subscriptions.csv holds its rows.</summary>
internal sealed class SubscriptionLayout() : CsvLayout<Subscription>(
    CsvFile.Subscriptions,
    "subscriptions.csv",
    "one subscription. A subscription with one price for its whole life has it here; one whose price changes has it in price-terms.csv",
    [Id, CustomerId, Start, End, TrialEnd, Price, Currency, Interval, Quantity, Plan, Product, SignedOn, ContractLength, AutoRenews, NoticeDays, RenewsId, ReplacesId, Collection, IsVoid, RecordedOn])
{
    public static readonly TextColumn Id = new("id", "The identifier.", required: true);
    public static readonly TextColumn CustomerId = new("customer_id", "The customer who pays.", required: true);
    public static readonly DateColumn Start = new("start", "The first day of service, trial included.", required: true);
    public static readonly EndDateColumn End = new("end", "The end of service; empty while none is known.");
    public static readonly EndDateColumn TrialEnd = new("trial_end", "The end of the trial; empty when there is none.");
    public static readonly NumberColumn Price = new("price", "The price of one unit for one interval, where it never changes; prices that change stand in price-terms.csv.", kind: "amount");
    public static readonly CurrencyColumn Currency = new();
    public static readonly IntervalColumn Interval = new("interval", "What one price pays for; needed with price.");
    public static readonly NumberColumn Quantity = new("quantity", "How many units; empty means 1.");
    public static readonly TextColumn Plan = new("plan", "The plan's name.");
    public static readonly TextColumn Product = new("product", "The product's name.");
    public static readonly DateColumn SignedOn = new("signed_on", "The day the contract was signed.");
    public static readonly IntervalColumn ContractLength = new("contract_length", "The length of the contract, such as 3 years: it falls due at each multiple of it after the first paid day.");
    public static readonly YesNoColumn AutoRenews = new("auto_renews", "Whether it renews unless notice is given.");
    public static readonly WholeNumberColumn NoticeDays = new("notice_days", "The length of notice in days.");
    public static readonly TextColumn RenewsId = new("renews_id", "The subscription whose contract it renews.");
    public static readonly TextColumn ReplacesId = new("replaces_id", "The subscription it replaces before its end.");
    public static readonly WordColumn<PaymentCollection> Collection = new("collection", "Who moves the money; empty means automatic.");
    public static readonly YesNoColumn IsVoid = new("is_void", "True for a contract void from its start; empty means false.");
    public static readonly RecordedOnColumn RecordedOn = new("The day this version of the record was written down; empty means known since ever.");

    public override Subscription Read(CsvRow row) => new()
    {
        Id = row.Need(Id),
        CustomerId = row.Need(CustomerId),
        Start = row.Need(Start),
        End = row.Get(End),
        TrialEnd = row.Get(TrialEnd),
        SignedOn = row.Get(SignedOn),
        ContractLength = row.Get(ContractLength),
        AutoRenews = row.Get(AutoRenews),
        NoticeDays = row.GetInt(NoticeDays),
        RenewsId = row.Get(RenewsId),
        ReplacesId = row.Get(ReplacesId),
        Collection = row.Get(Collection) ?? PaymentCollection.Automatic,
        IsVoid = row.Get(IsVoid) ?? false,
        Terms = Term(row),
        RecordedOn = row.Get(RecordedOn),
    };

    public override void Write(Subscription record, CsvCells cells)
    {
        cells.SetText(Id, record.Id);
        cells.SetText(CustomerId, record.CustomerId);
        cells.Set(Start, record.Start);
        cells.Set(End, record.End);
        cells.Set(TrialEnd, record.TrialEnd);
        cells.Set(SignedOn, record.SignedOn);
        cells.Set(ContractLength, record.ContractLength);
        cells.Set(AutoRenews, record.AutoRenews);
        cells.Set(NoticeDays, record.NoticeDays);
        cells.SetText(RenewsId, record.RenewsId);
        cells.SetText(ReplacesId, record.ReplacesId);
        cells.Set(Collection, record.Collection);
        cells.Set(IsVoid, record.IsVoid);
        cells.Set(RecordedOn, record.RecordedOn);
    }

    /// <summary>The only price, from the first day on; prices that change are in a file of their own.</summary>
    private static ValueList<PriceTerm> Term(CsvRow row)
    {
        if (row.GetMoney(Price, Currency) is not { } price) return [];
        return
        [
            new PriceTerm
            {
                From = row.Need(Start),
                Price = price,
                Interval = row.Need(Interval),
                Quantity = row.Get(Quantity) ?? 1m,
                Plan = row.Get(Plan),
                Product = row.Get(Product),
            },
        ];
    }
}
