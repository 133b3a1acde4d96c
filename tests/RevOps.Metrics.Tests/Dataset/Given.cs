using NodaTime;

namespace RevOps.Metrics.Tests;

/// <summary>One sound record of each type; a test changes one field of one of them with <c>with</c>.</summary>
internal static class Given
{
    public static Customer ACustomer { get; } = new() { Id = "C1" };

    public static CustomerMerge AMerge { get; } = new() { CustomerId = "C2", IntoCustomerId = "C1", Kind = CustomerMergeKind.Duplicate };

    public static PriceTerm ATerm { get; } = new() { From = On(1, 1), Price = Usd(100), Interval = BillingInterval.Month };

    public static Subscription ASubscription { get; } = new() { Id = "S1", CustomerId = "C1", Start = On(1, 1), Terms = [ATerm] };

    public static Deal AWonDeal { get; } = new()
    {
        Id = "D1", CustomerId = "C1", CreatedOn = On(1, 10), ClosedOn = On(3, 1), Outcome = DealOutcome.Won, Amount = Usd(12_000),
    };

    public static Deal AnOpenDeal { get; } = AWonDeal with { ClosedOn = null, Outcome = DealOutcome.Open, ExpectedCloseOn = On(6, 30) };

    public static Lead ALead { get; } = new() { Id = "L1", FirstTouchOn = On(1, 5) };

    public static MarketingActivity AnActivity { get; } = new() { On = On(1, 5), Impressions = 1_000, Engagements = 10 };

    public static Spend ASpend { get; } = new() { From = On(1, 1), To = On(2, 1), Amount = Usd(5_000), Category = SpendCategory.Marketing };

    public static Invoice AnInvoice { get; } = new() { Id = "I1", CustomerId = "C1", IssuedOn = On(1, 1), DueOn = On(1, 31), Amount = Usd(100) };

    public static CreditNote ACreditNote { get; } = new() { Id = "N1", CustomerId = "C1", IssuedOn = On(1, 15), Amount = Usd(20) };

    public static Payment APayment { get; } = new() { Id = "P1", CustomerId = "C1", On = On(1, 20), Amount = Usd(80) };

    public static Ticket ATicket { get; } = new() { Id = "T1", OpenedOn = On(1, 7), CustomerId = "C1" };

    public static ForecastSnapshot AForecast { get; } = new()
    {
        PeriodStart = On(1, 1), PeriodEnd = On(4, 1), TakenOn = On(1, 5), Owner = "Ada", Amount = Usd(50_000),
    };

    public static Quota AQuota { get; } = new() { PeriodStart = On(1, 1), PeriodEnd = On(4, 1), Amount = Usd(60_000), Owner = "Ada" };

    public static FinancialFigure AFigure { get; } = new() { On = On(1, 31), Account = FinancialAccount.Revenue, Amount = Usd(9_000) };

    /// <summary>One record of every type that has an amount, with this amount.</summary>
    public static IReadOnlyDictionary<string, object> WithAmount(Money amount) => new Dictionary<string, object>
    {
        ["subscription"] = ASubscription with { Terms = [ATerm with { Price = amount, Interval = BillingInterval.Year }] },
        ["deal"] = AWonDeal with { Amount = amount },
        ["spend"] = ASpend with { Amount = amount },
        ["invoice"] = AnInvoice with { Amount = amount },
        ["credit-note"] = ACreditNote with { Amount = amount },
        ["payment"] = APayment with { Amount = amount },
        ["forecast"] = AForecast with { Amount = amount },
        ["quota"] = AQuota with { Amount = amount },
        ["financial-figure"] = AFigure with { Amount = amount },
    };

    /// <summary>A day of 2026.</summary>
    public static LocalDate On(int month, int day) => new(2026, month, day);

    public static Money Usd(decimal amount) => new(amount, Currency.Usd);

    public static Money Eur(decimal amount) => new(amount, Currency.Eur);

    public static DatasetOptions Strict { get; } = new() { Strictness = Strictness.Strict };

    public static DatasetOptions Lenient { get; } = new() { Strictness = Strictness.Lenient };

    /// <summary>A dataset of records of any types, in this order.</summary>
    public static RevenueDataset Build(DatasetOptions options, params IEnumerable<object> records)
    {
        RevenueDatasetBuilder builder = new(options);
        foreach (object record in records) Add(builder, record);
        return builder.Build();
    }

    public static bool Add(RevenueDatasetBuilder builder, object record, DataOrigin? origin = null) => record switch
    {
        Customer r => builder.Add(r, origin),
        CustomerMerge r => builder.Add(r, origin),
        Subscription r => builder.Add(r, origin),
        Deal r => builder.Add(r, origin),
        Lead r => builder.Add(r, origin),
        MarketingActivity r => builder.Add(r, origin),
        Spend r => builder.Add(r, origin),
        Invoice r => builder.Add(r, origin),
        CreditNote r => builder.Add(r, origin),
        Payment r => builder.Add(r, origin),
        Ticket r => builder.Add(r, origin),
        ForecastSnapshot r => builder.Add(r, origin),
        Quota r => builder.Add(r, origin),
        FinancialFigure r => builder.Add(r, origin),
        _ => throw new ArgumentException($"{record.GetType()} is no record of a dataset.", nameof(record)),
    };

    /// <summary>All records of a dataset.</summary>
    public static IReadOnlyList<object> RecordsOf(RevenueDataset data) =>
    [
        .. data.Customers, .. data.CustomerMerges, .. data.Subscriptions, .. data.Deals, .. data.Leads, .. data.MarketingActivities,
        .. data.Spends, .. data.Invoices, .. data.CreditNotes, .. data.Payments, .. data.Tickets, .. data.ForecastSnapshots, .. data.Quotas,
        .. data.FinancialFigures,
    ];
}
