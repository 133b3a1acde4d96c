namespace RevOps.Metrics.SampleData;

/// <summary>A made-up company that sells software by subscription: every record a dataset can hold, consistent with each other.</summary>
/// <remarks>
/// Small companies come by search and leave early, large ones come by people and stay; strong quarter ends, a price increase in the third
/// year, three currencies. The same options give the same records on every machine.
/// </remarks>
public sealed record SampleCompany
{
    /// <summary>What the company was made from.</summary>
    public required SampleCompanyOptions Options { get; init; }

    /// <summary>The accounts: first those that bought ("C1", "C2", ...), then those that only ever had a deal ("P1", ...).</summary>
    public required IReadOnlyList<Customer> Customers { get; init; }

    /// <summary>Duplicates and acquisitions.</summary>
    public required IReadOnlyList<CustomerMerge> CustomerMerges { get; init; }

    /// <summary>The subscriptions, customer by customer; also those that ended before the window.</summary>
    public required IReadOnlyList<Subscription> Subscriptions { get; init; }

    /// <summary>The deals, in the order of creation.</summary>
    public required IReadOnlyList<Deal> Deals { get; init; }

    /// <summary>The leads, in the order of first touch.</summary>
    public required IReadOnlyList<Lead> Leads { get; init; }

    /// <summary>What channels showed, month by month, and some first touches.</summary>
    public required IReadOnlyList<MarketingActivity> MarketingActivities { get; init; }

    /// <summary>Spend, month by month.</summary>
    public required IReadOnlyList<Spend> Spends { get; init; }

    /// <summary>The invoices of the last six months.</summary>
    public required IReadOnlyList<Invoice> Invoices { get; init; }

    /// <summary>The credit notes of the last six months.</summary>
    public required IReadOnlyList<CreditNote> CreditNotes { get; init; }

    /// <summary>The payments of the last six months.</summary>
    public required IReadOnlyList<Payment> Payments { get; init; }

    /// <summary>The tickets, in the order in which they were opened.</summary>
    public required IReadOnlyList<Ticket> Tickets { get; init; }

    /// <summary>What each owner forecast for each month on its days 1, 5 and 15.</summary>
    public required IReadOnlyList<ForecastSnapshot> ForecastSnapshots { get; init; }

    /// <summary>The owners' quotas, month by month.</summary>
    public required IReadOnlyList<Quota> Quotas { get; init; }

    /// <summary>Revenue, cost of revenue, free cash flow and net burn, month by month.</summary>
    public required IReadOnlyList<FinancialFigure> FinancialFigures { get; init; }

    /// <summary>What a unit of EUR and of GBP is worth in the reporting currency, from the first of every month on.</summary>
    public required IReadOnlyList<ExchangeRate> ExchangeRates { get; init; }

    /// <summary>What a writer of text puts in the place of a field's right value; empty until <see cref="WithBlemishes"/>.</summary>
    public IReadOnlyList<TextBlemish> TextBlemishes { get; init; } = [];

    /// <summary>Makes the company up.</summary>
    /// <exception cref="ArgumentException">The options describe no company: the message says what to change.</exception>
    public static SampleCompany Generate(SampleCompanyOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        List<Account> buyers = [.. Buyers(options)];
        List<IReadOnlyList<Subscription>> books = [.. buyers.Select(buyer => SubscriptionBook.Of(buyer, options))];
        List<Subscription> subscriptions = [.. books.SelectMany(book => book)];
        ExchangeRateTable rates = new(options);
        SalesTeam team = new(options);
        (IReadOnlyList<Deal> deals, IReadOnlyList<Account> prospects) = DealPipeline.Make(options, team, buyers, books);
        Dictionary<string, Account> accounts = buyers.Concat(prospects).ToDictionary(account => account.Id, StringComparer.Ordinal);
        (IReadOnlyList<Lead> leads, deals) = LeadFunnel.Make(options, team, deals, accounts);
        decimal monthlyNew = MonthlyNewBusiness(deals, rates, options);
        IReadOnlyList<Spend> spends = MarketingPlan.Spends(options, team, monthlyNew);
        Billing billing = new(options, subscriptions);
        ForecastCalls forecasts = new(options, deals, rates, monthlyNew);
        return new SampleCompany
        {
            Options = options,
            Customers = AccountBook.Customers(options, buyers, prospects),
            CustomerMerges = AccountBook.Merges(options, buyers, prospects),
            Subscriptions = subscriptions,
            Deals = deals,
            Leads = leads,
            MarketingActivities = MarketingPlan.Activities(options, leads),
            Spends = spends,
            Invoices = billing.Invoices,
            CreditNotes = billing.CreditNotes,
            Payments = billing.Payments,
            Tickets = SupportDesk.Make(options, buyers, books),
            ForecastSnapshots = forecasts.Snapshots(team),
            Quotas = forecasts.Quotas(team),
            FinancialFigures = FinanceBook.Make(options, subscriptions, spends, rates),
            ExchangeRates = rates.Rates,
        };
    }

    /// <summary>The subscriptions alone, made one customer at a time and not kept: the same records as <see cref="Generate"/> makes.</summary>
    /// <remarks>Only <see cref="SampleCompanyOptions.Customers"/> counts here, so that a book of millions needs no deals.</remarks>
    public static IEnumerable<Subscription> StreamSubscriptions(SampleCompanyOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Buyers(options).SelectMany(buyer => SubscriptionBook.Of(buyer, options));
    }

    /// <summary>The same company as a hasty export shows it: with missing owners, duplicates, passed dates and misspelt names.</summary>
    public SampleCompany WithBlemishes() => Blemishes.Spoil(this);

    private static IEnumerable<Account> Buyers(SampleCompanyOptions options)
    {
        for (long number = 1; number <= options.Customers; number++) yield return Account.Buyer(number, options);
    }

    private static decimal MonthlyNewBusiness(IReadOnlyList<Deal> deals, ExchangeRateTable rates, SampleCompanyOptions options) =>
        deals.Where(deal => deal is { Type: DealType.NewBusiness, Outcome: DealOutcome.Won })
            .Sum(deal => rates.Convert(deal.Amount!.Value, deal.ClosedOn!.Value))
        / options.Months.Count();
}
