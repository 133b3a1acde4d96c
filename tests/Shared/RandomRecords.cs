using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace RevOps.Metrics.Tests;

/// <summary>
/// Makes random records that keep the rules of a dataset: identifiers are unique, references lead somewhere, dates are in order.
/// Texts are as nasty as real ones: commas, quotes, line breaks, formulas, other scripts.
/// </summary>
internal sealed class RandomRecords(int seed)
{
    private static readonly string[] Pieces =
    [
        "Acme", "GTX Pro", "ünï", "日本語", "🚀", ",", ";", "\"", "'", "\n", "\r\n", "\r", "\t", " ", "=1+1", "+", "-5", "@SUM(A1)", "\\", "/", "<b>", "null", "0", "#", "\u00a0", "Ωmega", "e\u0301",
    ];

    private readonly Random _random = new(seed);

    /// <summary>A generator of whatever <paramref name="make"/> makes.</summary>
    public static Gen<T> Of<T>(Func<RandomRecords, T> make) => Gen.Choose(0, int.MaxValue - 1).Select(seed => make(new RandomRecords(seed)));

    public Customer Customer(string id, IReadOnlyList<string>? parents = null) => new()
    {
        Id = id,
        Name = Maybe(Text),
        Attributes = List(3, i => new CustomerAttribute($"{Pick("segment", "region", "Über-Feld, \"x\"")}{i}", NonEmptyText(), MaybeDate())),
        Parents = parents is null or [] ? [] : List(2, i => new CustomerParent(Maybe(() => Pick([.. parents])), i == 0 ? MaybeDate() : Day(4000 + i))),
        RecordedOn = MaybeDate(),
    };

    public CustomerMerge CustomerMerge(string customer, string into)
    {
        bool duplicate = Flip();
        return new()
        {
            CustomerId = customer,
            IntoCustomerId = into,
            Kind = duplicate ? CustomerMergeKind.Duplicate : CustomerMergeKind.Acquisition,
            On = duplicate ? null : Date(),
            RecordedOn = MaybeDate(),
        };
    }

    public Subscription Subscription(string id, string customer, IReadOnlyList<string>? others = null)
    {
        LocalDate start = Date();
        int days = _random.Next(200, 2000);
        LocalDate? end = Flip() ? start.PlusDays(days) : null;
        Currency currency = AnyCurrency();
        int count = _random.Next(1, 4);
        LocalDate[] from = [.. Enumerable.Range(0, count).Select(i => start.PlusDays(i * 60))];
        return new()
        {
            Id = id,
            CustomerId = customer,
            Start = start,
            End = end,
            TrialEnd = Flip() ? start.PlusDays(14) : null,
            Terms = ValueList.From(from.Select((day, i) => Term(day, i + 1 < count ? from[i + 1] : end, currency))),
            Pauses = Flip() ? [new(start.PlusDays(20), start.PlusDays(30)), new(start.PlusDays(100), Flip() ? null : start.PlusDays(120))] : [],
            Cancellations = List(2, i => new CancellationRequest
            {
                RequestedOn = start.PlusDays(10 * (i + 1)),
                WithdrawnOn = Flip() ? start.PlusDays((10 * (i + 1)) + 3) : null,
                Reason = Maybe(Text),
                IsVoluntary = MaybeFlip(),
            }),
            SignedOn = Flip() ? start.PlusDays(-_random.Next(0, 30)) : null,
            ContractLength = Flip() ? Pick(BillingInterval.Year, BillingInterval.Month, new(3, BillingUnit.Year), new(18, BillingUnit.Month)) : null,
            AutoRenews = MaybeFlip(),
            NoticeDays = Flip() ? _random.Next(0, 120) : null,
            RenewsId = others is { Count: > 0 } && Flip() ? Pick([.. others]) : null,
            ReplacesId = others is { Count: > 0 } && Flip() ? Pick([.. others]) : null,
            Collection = Any<PaymentCollection>(),
            IsVoid = Flip(),
            RecordedOn = MaybeDate(),
        };
    }

    public PriceTerm Term(LocalDate from, LocalDate? next, Currency currency) => new()
    {
        From = from,
        To = next is not null && Flip() ? next : null,
        Price = new Money(PositiveAmount(), currency),
        Interval = Pick(BillingInterval.Month, BillingInterval.Quarter, BillingInterval.Year, BillingInterval.Week, BillingInterval.Day, new(2, BillingUnit.Week), new(18, BillingUnit.Month)),
        Quantity = Pick(1m, 0m, 0.5m, 12m, 1_000m),
        Plan = Maybe(Text),
        Product = Maybe(Text),
        IsContractedStep = Flip(),
        IsUsageCommitment = Flip(),
        Discounts = List(2, i => new Discount
        {
            From = Flip() ? from.PlusDays(i) : null,
            To = Flip() ? from.PlusDays(i + 31) : null,
            Share = i == 0 ? 0.25m : null,
            Amount = i == 0 ? null : new Money(PositiveAmount(), currency),
            Code = Maybe(Text),
        }),
    };

    public Deal Deal(string id, string? customer = null, string? lead = null, string? subscription = null)
    {
        DealOutcome outcome = Any<DealOutcome>();
        LocalDate created = Date();
        Currency currency = AnyCurrency();
        return new()
        {
            Id = id,
            CustomerId = customer,
            LeadId = lead,
            Type = Any<DealType>(),
            Amount = outcome == DealOutcome.Won || Flip() ? new Money(PositiveAmount() + 1m, currency) : null,
            OneTimeAmount = Flip() ? new Money(PositiveAmount(), currency) : null,
            TotalContractValue = Flip() ? new Money(PositiveAmount(), Flip() ? currency : AnyCurrency()) : null,
            TermMonths = Flip() ? _random.Next(1, 60) : null,
            CreatedOn = Flip() ? created : null,
            ClosedOn = outcome == DealOutcome.Open ? null : created.PlusDays(_random.Next(0, 400)),
            Outcome = outcome,
            LostReason = outcome == DealOutcome.Lost ? Maybe(Text) : null,
            Stage = Maybe(Text),
            ExpectedCloseOn = MaybeDate(),
            Category = Flip() ? Any<ForecastCategory>() : null,
            Owner = Maybe(Text),
            Splits = Flip() ? [new(NonEmptyText(), 0.25m), new(NonEmptyText() + "2", 0.75m)] : [],
            Product = Maybe(Text),
            SubscriptionId = Flip() ? subscription : null,
            RenewsSubscriptionId = Flip() ? subscription : null,
            RecordedOn = MaybeDate(),
            History = List(3, i => new DealChange
            {
                On = created.PlusDays(i * 7),
                Stage = Maybe(Text),
                Amount = Flip() ? new Money(PositiveAmount(), currency) : null,
                ExpectedCloseOn = MaybeDate(),
                Category = Flip() ? Any<ForecastCategory>() : null,
                Owner = Maybe(Text),
            }),
        };
    }

    public Lead Lead(string id, string? customer = null, string? deal = null)
    {
        LocalDate first = Date();
        LocalDate? Later(int days) => Flip() ? first.PlusDays(days) : null;
        return new()
        {
            Id = id,
            FirstTouchOn = first,
            CustomerId = customer,
            DealId = deal,
            Source = Maybe(Text),
            Channel = Maybe(Text),
            Campaign = Maybe(Text),
            Owner = Maybe(Text),
            IsInbound = MaybeFlip(),
            MarketingQualifiedOn = Later(3),
            AcceptedOn = Later(5),
            SalesQualifiedOn = Later(9),
            DisqualifiedOn = Later(90),
            ConvertedOn = Later(30),
            RecordedOn = MaybeDate(),
        };
    }

    public MarketingActivity MarketingActivity(string? lead = null) => new()
    {
        On = Date(),
        Channel = Maybe(Text),
        Campaign = Maybe(Text),
        IsPaid = Flip(),
        Impressions = _random.NextInt64(0, 1L << 40),
        Engagements = _random.Next(0, 1000),
        LeadId = lead,
        RecordedOn = MaybeDate(),
    };

    public Spend Spend()
    {
        LocalDate from = Date();
        return new()
        {
            From = from,
            To = Flip() ? from.PlusDays(_random.Next(1, 400)) : null,
            Amount = AnyMoney(),
            Category = Any<SpendCategory>(),
            Channel = Maybe(Text),
            Campaign = Maybe(Text),
            Segment = Maybe(Text),
            Owner = Maybe(Text),
            RecordedOn = MaybeDate(),
        };
    }

    public Invoice Invoice(string id, string customer, string? subscription = null)
    {
        LocalDate issued = Date();
        Currency currency = AnyCurrency();
        ValueList<InvoiceLine> lines = List(3, _ => InvoiceLine(subscription, currency));
        return new()
        {
            Id = id,
            CustomerId = customer,
            SubscriptionId = subscription,
            IssuedOn = issued,
            DueOn = Flip() ? issued.PlusDays(30) : null,
            PaidOn = Flip() ? issued.PlusDays(_random.Next(0, 90)) : null,
            Amount = new Money(lines.Count == 0 ? PositiveAmount() : lines.Sum(line => line.Amount.Amount), currency),
            Lines = lines,
            RecordedOn = MaybeDate(),
        };
    }

    public InvoiceLine InvoiceLine(string? subscription, Currency currency)
    {
        InvoiceLineKind kind = subscription is null ? InvoiceLineKind.OneTime : Any<InvoiceLineKind>();
        LocalDate from = Date();
        bool hasDays = kind == InvoiceLineKind.Recurring || Flip();
        return new()
        {
            Kind = kind,
            Amount = new Money(Flip() ? PositiveAmount() : -PositiveAmount(), currency),
            From = hasDays ? from : null,
            To = hasDays ? from.PlusDays(_random.Next(1, 400)) : null,
            SubscriptionId = Flip() ? subscription : null,
            Plan = Maybe(Text),
            Product = Maybe(Text),
        };
    }

    public CreditNote CreditNote(string id, string customer, string? invoice = null) =>
        new() { Id = id, CustomerId = customer, InvoiceId = invoice, IssuedOn = Date(), Amount = new Money(PositiveAmount(), AnyCurrency()), Reason = Maybe(Text), RecordedOn = MaybeDate() };

    public Payment Payment(string id, string customer, string? invoice = null) =>
        new() { Id = id, CustomerId = customer, InvoiceId = invoice, On = Date(), Amount = AnyMoney(), RecordedOn = MaybeDate() };

    public Ticket Ticket(string id, string? customer = null)
    {
        LocalDate opened = Date();
        return new()
        {
            Id = id,
            OpenedOn = opened,
            CustomerId = customer,
            FirstRespondedOn = Flip() ? opened.PlusDays(1) : null,
            ResolvedOn = Flip() ? opened.PlusDays(60) : null,
            ReopenedOn = List(3, i => opened.PlusDays(10 * (i + 1))),
            Owner = Maybe(Text),
            Priority = Maybe(Text),
            Topic = Maybe(Text),
            RecordedOn = MaybeDate(),
        };
    }

    public ForecastSnapshot ForecastSnapshot()
    {
        LocalDate start = Date();
        return new()
        {
            PeriodStart = start,
            PeriodEnd = start.PlusMonths(3),
            TakenOn = start.PlusDays(_random.Next(-5, 80)),
            Owner = Maybe(Text),
            Category = Any<ForecastCategory>(),
            Amount = new Money(PositiveAmount(), AnyCurrency()),
            Quantile = Flip() ? Pick(0.1m, 0.5m, 0.9m) : null,
        };
    }

    public Quota Quota()
    {
        LocalDate start = Date();
        return new()
        {
            PeriodStart = start,
            PeriodEnd = start.PlusMonths(3),
            Amount = new Money(PositiveAmount(), AnyCurrency()),
            Owner = Maybe(Text),
            Measure = Flip() ? Any<DealType>() : null,
            RampShare = Flip() ? 0.5m : null,
            RecordedOn = MaybeDate(),
        };
    }

    public FinancialFigure FinancialFigure() => new() { On = Date(), Account = Any<FinancialAccount>(), Amount = AnyMoney(), RecordedOn = MaybeDate() };

    /// <summary>A dataset with some of every kind of record, some in several versions, in three currencies, that breaks no rule.</summary>
    public RevenueDataset Dataset()
    {
        string[] customers = Ids("C");
        string[] subscriptions = Ids("S");
        string[] deals = Ids("D");
        string[] leads = Ids("L");
        string[] invoices = Ids("I");
        T? Some<T>(T[] values) where T : class => values.Length > 0 && Flip() ? Pick(values) : null;
        DatasetOptions options = new()
        {
            ReportingCurrency = Currency.Usd,
            ExchangeRates = new ExchangeRates([new(new LocalDate(2000, 1, 1), Currency.Eur, Currency.Usd, 1.08m), new(new LocalDate(2000, 1, 1), Currency.Usd, Currency.Jpy, 150.25m)]),
            Coverage = Flip() ? new Dictionary<RecordType, Coverage>() : new Dictionary<RecordType, Coverage>
            {
                [RecordType.Deal] = new(new LocalDate(2020, 1, 1), Flip() ? null : new LocalDate(2030, 1, 1)),
                [RecordType.Quota] = new(new LocalDate(2021, 1, 1)),
            },
        };
        return RevenueDataset.Build(
            // Parents come before their children, so that no chain of them leads back.
            customers.Index().SelectMany(c => Versions(() => Customer(c.Item, customers[..c.Index]), r => r.RecordedOn)),
            subscriptions.SelectMany(id => Versions(() => Subscription(id, Pick(customers), subscriptions), r => r.RecordedOn)),
            deals.SelectMany(id => Versions(() => Deal(id, Some(customers), Some(leads), Some(subscriptions)), r => r.RecordedOn)),
            Several(Spend),
            leads.SelectMany(id => Versions(() => Lead(id, Some(customers), Some(deals)), r => r.RecordedOn)),
            Several(() => MarketingActivity(Some(leads))),
            invoices.SelectMany(id => Versions(() => Invoice(id, Pick(customers), Some(subscriptions)), r => r.RecordedOn)),
            Ids("N").SelectMany(id => Versions(() => CreditNote(id, Pick(customers), Some(invoices)), r => r.RecordedOn)),
            Ids("P").SelectMany(id => Versions(() => Payment(id, Pick(customers), Some(invoices)), r => r.RecordedOn)),
            Ids("T").SelectMany(id => Versions(() => Ticket(id, Some(customers)), r => r.RecordedOn)),
            // A period is forecast by the company or by its owners, not by both.
            Several(() => ForecastSnapshot() is var forecast ? forecast with { Owner = forecast.Owner ?? "Ann" } : forecast),
            Several(Quota),
            Several(FinancialFigure),
            customers.Length > 1 ? [CustomerMerge(customers[0], customers[1])] : [],
            options);
    }

    /// <summary>A day on or around those that the records speak of, or one on which everything is known.</summary>
    public LocalDate KnownOn() => _random.Next(8) == 0 ? LocalDate.MaxIsoValue : Day(_random.Next(-10, 2600));

    /// <summary>A text of up to four pieces; may be empty.</summary>
    public string Text()
    {
        StringBuilder text = new();
        for (int i = _random.Next(0, 5); i > 0; i--) text.Append(Pick(Pieces));
        return text.ToString();
    }

    public string NonEmptyText() => $"{Text()}x{Text()}";

    public T Pick<T>(params T[] values) => values[_random.Next(values.Length)];

    public bool Flip() => _random.Next(2) == 0;

    public int Below(int limit) => _random.Next(limit);

    private string[] Ids(string prefix) => [.. Enumerable.Range(0, _random.Next(1, 5)).Select(i => $"{Pick("", "", "=", "'", "+,\"")}{prefix}{i}{Pick("", "", "\n", " x")}")];

    private List<T> Several<T>(Func<T> make) => [.. Enumerable.Range(0, _random.Next(0, 4)).Select(_ => make())];

    /// <summary>One to three versions of a record, each recorded on a day of its own.</summary>
    private List<T> Versions<T>(Func<T> make, Func<T, LocalDate?> recordedOn) =>
        [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => make()).DistinctBy(recordedOn)];

    private static LocalDate Day(int days) => new LocalDate(2020, 1, 1).PlusDays(days);

    private LocalDate Date() => Day(_random.Next(0, 2500));

    private LocalDate? MaybeDate() => Flip() ? Date() : null;

    private bool? MaybeFlip() => Flip() ? Flip() : null;

    private string? Maybe(Func<string> make) => Flip() ? make() : null;

    private T Any<T>() where T : struct, Enum => Pick(Enum.GetValues<T>());

    private Currency AnyCurrency() => Pick(Currency.Usd, Currency.Usd, Currency.Eur, Currency.Jpy);

    private decimal PositiveAmount() => Pick(0m, 1m, 12.50m, 0.333m, 1_234_567.89m, _random.Next(1, 1_000_000) / 100m);

    private Money AnyMoney() => new(Flip() ? PositiveAmount() : -PositiveAmount(), AnyCurrency());

    private ValueList<T> List<T>(int limit, Func<int, T> make) => ValueList.From(Enumerable.Range(0, _random.Next(0, limit + 1)).Select(make));
}
