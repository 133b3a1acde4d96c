namespace RevOps.Metrics.Csv;

/// <summary>How deals.csv holds its rows.</summary>
internal sealed class DealLayout() : CsvLayout<Deal>(
    CsvFile.Deals,
    "deals.csv",
    "one deal, with its latest values",
    [Id, CustomerId, LeadId, Type, Amount, OneTimeAmount, TotalContractValue, Currency, OneTimeAmountCurrency, TotalContractValueCurrency, TermMonths, CreatedOn, ClosedOn, Outcome, LostReason, Stage, ExpectedCloseOn, Category, Owner, Product, SubscriptionId, RenewsSubscriptionId, RecordedOn])
{
    private static readonly TextColumn Id = new("id", "The identifier.", required: true);
    private static readonly TextColumn CustomerId = new("customer_id", "The account sold to.");
    private static readonly TextColumn LeadId = new("lead_id", "The lead it came from.");
    private static readonly WordColumn<DealType> Type = new("type", "What is sold; empty means new_business.");
    private static readonly NumberColumn Amount = new("amount", "The recurring amount of the first year.", kind: "amount");
    private static readonly NumberColumn OneTimeAmount = new("one_time_amount", "What is paid once.", kind: "amount");
    private static readonly NumberColumn TotalContractValue = new("total_contract_value", "The value over the whole term.", kind: "amount");
    private static readonly CurrencyColumn Currency = new();
    private static readonly CurrencyColumn OneTimeAmountCurrency = new("one_time_amount_currency", "The currency of one_time_amount, where it is not the one in currency.");
    private static readonly CurrencyColumn TotalContractValueCurrency = new("total_contract_value_currency", "The currency of total_contract_value, where it is not the one in currency.");
    private static readonly WholeNumberColumn TermMonths = new("term_months", "The length of the contract in months.");
    private static readonly DateColumn CreatedOn = new("created_on", "The day it was created.");
    private static readonly DateColumn ClosedOn = new("closed_on", "The day it was won, lost or voided; empty while open.");
    private static readonly WordColumn<DealOutcome> Outcome = new("outcome", "How it ended, or that it is open.", required: true);
    private static readonly TextColumn LostReason = new("lost_reason", "Why it was lost.");
    private static readonly TextColumn Stage = new("stage", "The latest stage, in the words of the source.");
    private static readonly DateColumn ExpectedCloseOn = new("expected_close_on", "The latest day on which it is expected to close.");
    private static readonly WordColumn<ForecastCategory> Category = new("category", "The latest forecast category.");
    private static readonly TextColumn Owner = new("owner", "The latest owner.");
    private static readonly TextColumn Product = new("product", "The main product.");
    private static readonly TextColumn SubscriptionId = new("subscription_id", "The subscription it made.");
    private static readonly TextColumn RenewsSubscriptionId = new("renews_subscription_id", "The subscription it renews.");
    private static readonly RecordedOnColumn RecordedOn = new("The day this version of the record was written down; empty means known since ever.");

    public override Deal Read(CsvRow row) => new()
    {
        Id = row.Need(Id),
        CustomerId = row.Get(CustomerId),
        LeadId = row.Get(LeadId),
        Type = row.Get(Type) ?? DealType.NewBusiness,
        Amount = row.GetMoney(Amount, Currency),
        OneTimeAmount = row.GetMoney(OneTimeAmount, Currency, OneTimeAmountCurrency),
        TotalContractValue = row.GetMoney(TotalContractValue, Currency, TotalContractValueCurrency),
        TermMonths = row.GetInt(TermMonths),
        CreatedOn = row.Get(CreatedOn),
        ClosedOn = row.Get(ClosedOn),
        Outcome = row.Need(Outcome),
        LostReason = row.Get(LostReason),
        Stage = row.Get(Stage),
        ExpectedCloseOn = row.Get(ExpectedCloseOn),
        Category = row.Get(Category),
        Owner = row.Get(Owner),
        Product = row.Get(Product),
        SubscriptionId = row.Get(SubscriptionId),
        RenewsSubscriptionId = row.Get(RenewsSubscriptionId),
        RecordedOn = row.Get(RecordedOn),
    };

    public override void Write(Deal record, CsvCells cells)
    {
        cells.SetText(Id, record.Id);
        cells.SetText(CustomerId, record.CustomerId);
        cells.SetText(LeadId, record.LeadId);
        cells.Set(Type, record.Type);
        cells.SetMoney(Amount, Currency, record.Amount);
        cells.SetMoney(OneTimeAmount, Currency, record.OneTimeAmount, OneTimeAmountCurrency);
        cells.SetMoney(TotalContractValue, Currency, record.TotalContractValue, TotalContractValueCurrency);
        cells.Set(TermMonths, record.TermMonths);
        cells.Set(CreatedOn, record.CreatedOn);
        cells.Set(ClosedOn, record.ClosedOn);
        cells.Set(Outcome, record.Outcome);
        cells.SetText(LostReason, record.LostReason);
        cells.SetText(Stage, record.Stage);
        cells.Set(ExpectedCloseOn, record.ExpectedCloseOn);
        cells.Set(Category, record.Category);
        cells.SetText(Owner, record.Owner);
        cells.SetText(Product, record.Product);
        cells.SetText(SubscriptionId, record.SubscriptionId);
        cells.SetText(RenewsSubscriptionId, record.RenewsSubscriptionId);
        cells.Set(RecordedOn, record.RecordedOn);
    }
}
