using NodaTime;

namespace RevOps.Metrics.Tests;

/// <summary>The records of a small made-up company, ready to be built, shuffled, split and shrunk.</summary>
internal sealed partial record RandomBook
{
    public required ValueList<Customer> Customers { get; init; }

    /// <summary>Duplicates and acquisitions, each of a customer that comes later; no chain of them leads back.</summary>
    public ValueList<CustomerMerge> Merges { get; init; } = [];

    public required ValueList<Subscription> Subscriptions { get; init; }

    public required ValueList<Deal> Deals { get; init; }

    public required ValueList<Spend> Spends { get; init; }

    public required ValueList<ForecastSnapshot> Forecasts { get; init; }

    public required ValueList<FinancialFigure> Figures { get; init; }

    public ValueList<Invoice> Invoices { get; init; } = [];

    public ValueList<Quota> Quotas { get; init; } = [];

    public ValueList<CreditNote> CreditNotes { get; init; } = [];

    public ValueList<Payment> Payments { get; init; } = [];

    public ValueList<Lead> Leads { get; init; } = [];

    public ValueList<MarketingActivity> Activities { get; init; } = [];

    public ValueList<Ticket> Tickets { get; init; } = [];

    public required Currency Reporting { get; init; }

    /// <summary>True where the book claims to be complete, so that empty periods are zero and not undefined.</summary>
    public bool IsCovered { get; init; }

    /// <summary>The first day of which the book no longer claims to hold the subscriptions, where it claims to be complete; null for none.</summary>
    public LocalDate? CoveredTo { get; init; }

    private static ExchangeRates Rates { get; } = new(
    [
        new ExchangeRate(new LocalDate(2000, 1, 1), Currency.Eur, Currency.Usd, 1.1m),
        new ExchangeRate(new LocalDate(2025, 2, 15), Currency.Eur, Currency.Usd, 1.12m),
        new ExchangeRate(new LocalDate(2025, 7, 1), Currency.Eur, Currency.Usd, 1.0837m),
        new ExchangeRate(new LocalDate(2025, 8, 3), Currency.Eur, Currency.Usd, 1.1m),
        new ExchangeRate(new LocalDate(2000, 1, 1), Currency.Usd, Currency.Jpy, 151.3m),
        new ExchangeRate(new LocalDate(2025, 5, 5), Currency.Usd, Currency.Jpy, 155m),
        new ExchangeRate(new LocalDate(2025, 9, 1), Currency.Usd, Currency.Jpy, 147m),
    ]);

    private static readonly ValueList<string> Stages = ["Qualified", "Demo", "Proposal"];

    private static readonly Coverage Always = new(new LocalDate(1900, 1, 1));

    public RevenueDataset Build() => RevenueDataset.Build(
        // A customer without any record, so that the attributes that questions ask by exist in every book; and one attribute to ask by customer.
        customers: [.. Customers.Append(new Customer { Id = "z", Attributes = [new("segment", "SMB"), new("channel", "Ads"), new("campaign", "Spring")] })
            .Select(customer => customer with { Attributes = [.. customer.Attributes, new("account", customer.Id)] })],
        subscriptions: Subscriptions, deals: Deals, spends: Spends, forecastSnapshots: Forecasts, financialFigures: Figures,
        customerMerges: Merges, invoices: Invoices, creditNotes: CreditNotes, payments: Payments, leads: Leads, marketingActivities: Activities, quotas: Quotas, tickets: Tickets,
        options: new DatasetOptions
        {
            ReportingCurrency = Reporting,
            ExchangeRates = Rates,
            Stages = Stages,
            Coverage = IsCovered ? Enum.GetValues<RecordType>().ToDictionary(type => type, CoverageOf) : [],
        });

    private Coverage CoverageOf(RecordType type) => type == RecordType.Subscription ? new Coverage(Always.From, CoveredTo) : Always;

    /// <summary>The same book with every list turned by some places and reversed.</summary>
    public RandomBook Shuffled(int by) => this with
    {
        Customers = Turned(Customers, by),
        Subscriptions = Turned(Subscriptions, by),
        Deals = Turned(Deals, by),
        Spends = Turned(Spends, by),
        Forecasts = Turned(Forecasts, by),
        Figures = Turned(Figures, by),
        Merges = Turned(Merges, by),
        Invoices = Turned(Invoices, by),
        CreditNotes = Turned(CreditNotes, by),
        Quotas = Turned(Quotas, by),
        Payments = Turned(Payments, by),
        Leads = Turned(Leads, by),
        Activities = Turned(Activities, by),
        Tickets = Turned(Tickets, by),
    };

    /// <summary>The same book in the reporting currency alone and without prices by the week or day, of which no amount needs rounding.</summary>
    public RandomBook Plain()
    {
        Money InReporting(Money money) => new(decimal.Floor(money.Amount) * 100, Reporting);
        Discount PlainDiscount(Discount discount) => discount with { Amount = discount.Amount is { } amount ? InReporting(amount) : null };
        PriceTerm PlainTerm(PriceTerm term) => term with
        {
            Price = InReporting(term.Price),
            Discounts = [.. term.Discounts.Select(PlainDiscount)],
            Interval = term.Interval.Unit is BillingUnit.Month or BillingUnit.Year && term.Interval.Count != 7 ? term.Interval : BillingInterval.Quarter,
        };
        RandomBook inReporting = WithMoney(InReporting);
        return inReporting with
        {
            // Of whole quarters: an amount of other months is a year's by a division.
            Deals = [.. inReporting.Deals.Select(d => d with { TermMonths = d.TermMonths is { } months ? months / 3 * 3 : null })],
            Subscriptions = [.. Subscriptions.Select(s => s with { Terms = [.. s.Terms.Select(PlainTerm)] })],
            // Of one day each: a quota and a spend are spread over their days in whole units.
            Quotas = [.. Quotas.Select(q => q with { Amount = InReporting(q.Amount), PeriodEnd = q.PeriodStart.PlusDays(1) })],
            Spends = [.. Spends.Select(s => s with { Amount = InReporting(s.Amount), To = null })],
            // Without lines: those of some days are a year's by a division.
            Invoices = [.. Invoices.Select(i => i with { Amount = InReporting(i.Amount), Lines = [] })],
        };
    }

    /// <summary>The same book with every amount so many times as large.</summary>
    public RandomBook Scaled(int by)
    {
        Money Times(Money money) => new(money.Amount * by, money.Currency);
        PriceTerm TermTimes(PriceTerm term) => term with
        {
            Price = Times(term.Price),
            Discounts = [.. term.Discounts.Select(discount => discount with { Amount = discount.Amount is { } amount ? Times(amount) : null })],
        };
        return WithMoney(Times) with { Subscriptions = [.. Subscriptions.Select(s => s with { Terms = [.. s.Terms.Select(TermTimes)] })] };
    }

    private RandomBook WithMoney(Func<Money, Money> change) => this with
    {
        Deals = [.. Deals.Select(d => d with
        {
            Amount = d.Amount is { } amount ? change(amount) : null,
            OneTimeAmount = d.OneTimeAmount is { } once ? change(once) : null,
            TotalContractValue = d.TotalContractValue is { } whole ? change(whole) : null,
            History = [.. d.History.Select(h => h with { Amount = h.Amount is { } known ? change(known) : null })],
        })],
        Spends = [.. Spends.Select(s => s with { Amount = change(s.Amount) })],
        Forecasts = [.. Forecasts.Select(f => f with { Amount = change(f.Amount) })],
        Figures = [.. Figures.Select(f => f with { Amount = change(f.Amount) })],
        Invoices = [.. Invoices.Select(i => i with { Amount = change(i.Amount), Lines = [.. i.Lines.Select(line => line with { Amount = change(line.Amount) })] })],
        Quotas = [.. Quotas.Select(q => q with { Amount = change(q.Amount) })],
        CreditNotes = [.. CreditNotes.Select(n => n with { Amount = change(n.Amount) })],
        Payments = [.. Payments.Select(p => p with { Amount = change(p.Amount) })],
    };

    /// <summary>What belongs to the customers that are taken; deals without a customer, costs and forecasts belong to those that are not.</summary>
    public RandomBook PartOf(Func<string, bool> isTaken, bool withTheRest) => this with
    {
        Subscriptions = [.. Subscriptions.Where(s => isTaken(Family(s.CustomerId)))],
        Deals = [.. Deals.Where(d => d.CustomerId is null ? withTheRest : isTaken(Family(d.CustomerId)))],
        Invoices = [.. Invoices.Where(i => isTaken(Family(i.CustomerId)))],
        CreditNotes = [.. CreditNotes.Where(n => isTaken(Family(n.CustomerId)))],
        Payments = [.. Payments.Where(p => isTaken(Family(p.CustomerId)))],
        Leads = [.. Leads.Where(lead => CustomerBehind(lead) is { } id ? isTaken(Family(id)) : withTheRest)],
        Activities = withTheRest ? Activities : [],
        Tickets = [.. Tickets.Where(t => t.CustomerId is null ? withTheRest : isTaken(Family(t.CustomerId)))],
        Spends = withTheRest ? Spends : [],
        Forecasts = withTheRest ? Forecasts : [],
        Quotas = withTheRest ? Quotas : [],
        Figures = withTheRest ? Figures : [],
    };

    /// <summary>The same book in which no customer is another's duplicate, purchase or child.</summary>
    public RandomBook WithoutRelatives() => this with { Merges = [], Customers = [.. Customers.Select(customer => customer with { Parents = [] })] };

    /// <summary>The same book in which each subscription is of a customer of its own, who has no relatives.</summary>
    public RandomBook OfSingleSubscriptions() => this with
    {
        Merges = [],
        Customers = [.. Subscriptions.Select(s => Customers.Single(c => c.Id == s.CustomerId) with { Id = s.Id, Parents = [] })],
        Subscriptions = [.. Subscriptions.Select(s => s with { CustomerId = s.Id })],
        Deals = [],
        Leads = [],
        Tickets = [],
        Invoices = [.. Invoices.Select(i => i with { CustomerId = i.SubscriptionId! })],
        CreditNotes = [.. CreditNotes.Select(n => n with { CustomerId = Invoices.Single(i => i.Id == n.InvoiceId).SubscriptionId! })],
        Payments = [.. Payments.Select(p => p with { CustomerId = Invoices.Single(i => i.Id == p.InvoiceId).SubscriptionId! })],
    };

    /// <summary>Smaller books: one record less, or one part of a record less.</summary>
    public IEnumerable<RandomBook> Shrink()
    {
        foreach (var list in Without(Subscriptions)) yield return this with { Subscriptions = list, Invoices = [.. Invoices.Where(i => list.Any(s => s.Id == i.SubscriptionId))], CreditNotes = [], Payments = [] };
        foreach (var list in Without(Merges)) yield return this with { Merges = list };
        foreach (var list in Without(Deals)) yield return this with { Deals = list };
        foreach (var list in Without(Leads)) yield return this with { Leads = list };
        foreach (var list in Without(Activities)) yield return this with { Activities = list };
        foreach (var list in Without(Spends)) yield return this with { Spends = list };
        foreach (var list in Without(Forecasts)) yield return this with { Forecasts = list };
        foreach (var list in Without(Quotas)) yield return this with { Quotas = list };
        foreach (var list in Without(Figures)) yield return this with { Figures = list };
        foreach (var list in Without(Tickets)) yield return this with { Tickets = list };
        foreach (var list in Without(CreditNotes)) yield return this with { CreditNotes = list };
        foreach (var list in Without(Payments)) yield return this with { Payments = list };
        foreach (var list in Without(Invoices)) yield return this with { Invoices = list, CreditNotes = [.. CreditNotes.Where(n => list.Any(i => i.Id == n.InvoiceId))], Payments = [.. Payments.Where(p => list.Any(i => i.Id == p.InvoiceId))] };
        for (int i = 0; i < Invoices.Count; i++)
        {
            foreach (var lines in Without(Invoices[i].Lines)) yield return this with { Invoices = Replaced(Invoices, i, Invoices[i] with { Lines = lines }) };
        }

        foreach (Customer customer in Customers)
        {
            bool isUsed = Invoices.Any(i => i.CustomerId == customer.Id) || Customers.Any(c => c.Parents.Any(p => p.ParentId == customer.Id)) || Merges.Any(m => m.CustomerId == customer.Id || m.IntoCustomerId == customer.Id) || Subscriptions.Any(s => s.CustomerId == customer.Id) || Deals.Any(d => d.CustomerId == customer.Id) || Leads.Any(l => l.CustomerId == customer.Id) || Tickets.Any(t => t.CustomerId == customer.Id);
            if (!isUsed) yield return this with { Customers = [.. Customers.Where(c => c != customer)] };
            foreach (var parents in Without(customer.Parents)) yield return With(customer, customer with { Parents = parents });
            foreach (var attributes in Without(customer.Attributes)) yield return With(customer, customer with { Attributes = attributes });
        }

        for (int i = 0; i < Subscriptions.Count; i++)
        {
            foreach (Subscription smaller in Smaller(Subscriptions[i])) yield return this with { Subscriptions = Replaced(Subscriptions, i, smaller) };
        }

        for (int i = 0; i < Deals.Count; i++)
        {
            foreach (var history in Without(Deals[i].History)) yield return this with { Deals = Replaced(Deals, i, Deals[i] with { History = history }) };
        }
    }

    /// <summary>Every record on a line, to read a failing case.</summary>
    public override string ToString() =>
        string.Join('\n',
        [
            $"reported in {Reporting}", .. Customers, .. Merges, .. Subscriptions, .. Deals, .. Invoices, .. CreditNotes, .. Payments, .. Leads, .. Activities, .. Tickets,
            .. Spends, .. Quotas, .. Forecasts, .. (IEnumerable<object>)Figures,
        ]);

    private static IEnumerable<Subscription> Smaller(Subscription subscription)
    {
        if (subscription.ContractLength is not null) yield return subscription with { ContractLength = null };
        if (subscription.AutoRenews is not null) yield return subscription with { AutoRenews = null };
        if (subscription.RenewsId is not null) yield return subscription with { RenewsId = null };
        if (subscription.ReplacesId is not null) yield return subscription with { ReplacesId = null };
        if (subscription.TrialEnd is not null) yield return subscription with { TrialEnd = null };
        foreach (var requests in Without(subscription.Cancellations)) yield return subscription with { Cancellations = requests };
        foreach (var pauses in Without(subscription.Pauses)) yield return subscription with { Pauses = pauses };
        if (subscription.Terms.Count == 1 && subscription.Terms[0].Quantity != 1) yield return subscription with { Terms = [subscription.Terms[0] with { Quantity = 1 }] };
        for (int i = 0; i < subscription.Terms.Count; i++)
        {
            PriceTerm term = subscription.Terms[i];
            if (subscription.Terms.Count > 1) yield return subscription with { Terms = [.. subscription.Terms.Where(t => t != term)] };
            foreach (var discounts in Without(term.Discounts)) yield return subscription with { Terms = Replaced(subscription.Terms, i, term with { Discounts = discounts }) };
        }
    }

    /// <summary>Whose deal a lead became, where it became one; else whose it is.</summary>
    private string? CustomerBehind(Lead lead) =>
        Deals.FirstOrDefault(deal => deal.Id == lead.DealId || deal.LeadId == lead.Id) is { } deal ? deal.CustomerId : lead.CustomerId;

    /// <summary>The first of all customers that merges and parents ever tie to one: nobody outside has a part in what happens among them.</summary>
    private string Family(string id)
    {
        SortedSet<string> family = [id];
        int size;
        do
        {
            size = family.Count;
            foreach (CustomerMerge merge in Merges) Tie(merge.CustomerId, merge.IntoCustomerId);
            foreach (Customer customer in Customers)
            {
                foreach (CustomerParent parent in customer.Parents) Tie(customer.Id, parent.ParentId ?? customer.Id);
            }
        }
        while (family.Count > size);
        return family.Min!;

        void Tie(string one, string other)
        {
            if (family.Contains(one)) family.Add(other);
            else if (family.Contains(other)) family.Add(one);
        }
    }

    private RandomBook With(Customer old, Customer now) => this with { Customers = [.. Customers.Select(c => c == old ? now : c)] };

    private static IEnumerable<ValueList<T>> Without<T>(ValueList<T> list)
    {
        if (list.Count > 2)
        {
            yield return [.. list.Take(list.Count / 2)];
            yield return [.. list.Skip(list.Count / 2)];
        }

        for (int i = 0; i < list.Count; i++) yield return [.. list.Take(i), .. list.Skip(i + 1)];
    }

    private static ValueList<T> Replaced<T>(ValueList<T> list, int at, T item) => [.. list.Take(at), item, .. list.Skip(at + 1)];

    private static ValueList<T> Turned<T>(ValueList<T> list, int by) =>
        list.Count == 0 ? list : [.. list.Skip(by % list.Count).Concat(list.Take(by % list.Count)).Reverse()];
}
