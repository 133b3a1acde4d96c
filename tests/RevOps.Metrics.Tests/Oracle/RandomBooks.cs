using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace RevOps.Metrics.Tests;

/// <summary>
/// Makes random books that are valid and nasty: a book draws its days from a handful, so that switches, moves, gaps, lives of one day and
/// of none fall on each other.
/// </summary>
internal static partial class RandomBooks
{
    private static readonly LocalDate FirstDay = new(2025, 1, 1);

    private static readonly LocalDate[] Edges =
        [new(2025, 1, 1), new(2025, 1, 31), new(2025, 2, 1), new(2025, 3, 1), new(2025, 4, 1), new(2025, 7, 1), new(2026, 1, 1), new(2026, 2, 1)];

    private static readonly string[] SplitOwners = ["Ben", "Ann", "Cem"];

    private static readonly Gen<Money> Prices =
        from amount in Gen.Elements(0m, 0m, 10m, 9.99m, 33.33m, 100m, 100m, 120.5m, 1200m)
        from currency in Gen.Elements(Currency.Usd, Currency.Usd, Currency.Usd, Currency.Eur, Currency.Jpy)
        select new Money(amount, currency);

    private static readonly Gen<BillingInterval> Intervals = Gen.Frequency(
        (12, Gen.Constant(BillingInterval.Month)), (4, Gen.Constant(BillingInterval.Year)), (4, Gen.Constant(BillingInterval.Quarter)),
        (4, Gen.Constant(BillingInterval.Week)), (4, Gen.Constant(BillingInterval.Day)), (4, Gen.Constant(new BillingInterval(7, BillingUnit.Month))),
        // Seldom: it takes the oracle two years of days more.
        (1, Gen.Constant(new BillingInterval(2, BillingUnit.Year))));

    private static readonly Gen<string?> Stages = Gen.Elements("Qualified", "Demo", "Proposal", "Parked", null);

    private static readonly Gen<string?> Reps = Gen.Elements("Ann", "Ben", null);

    private static readonly Gen<ForecastCategory?> Categories = Gen.Elements<ForecastCategory?>([ForecastCategory.Commit, .. Enum.GetValues<ForecastCategory>(), null]);

    /// <summary>A random book.</summary>
    public static Gen<RandomBook> All { get; } =
        from some in Gen.Choose(0, 500).Select(FirstDay.PlusDays).ArrayOf(5)
        from edges in Gen.Elements(Edges).ArrayOf(3)
        let days = Gen.Elements<LocalDate>([.. some, .. edges, some[0].PlusDays(1), edges[0].PlusDays(1), some[1].PlusMonths(5)])
        from count in Gen.Choose(0, 8)
        let ids = Enumerable.Range(0, count).Select(i => $"c{i}").ToArray()
        from attributes in AttributesOf(days).ArrayOf(count)
        from bought in Lists(from id in Gen.Elements(ids) from s in SubscriptionOf(id, days) select s, count == 0 ? 0 : count * 3)
        from renewals in Gen.CollectToArray(bought.Index(), s => RenewalOf(s.Item, $"s{s.Index}"))
        let subscriptions = bought.Concat(renewals.OfType<Subscription>()).ToArray()
        from links in (from renews in Gen.Choose(0, 5) from replaces in Gen.Choose(0, 8) select (renews, replaces)).ArrayOf(subscriptions.Length)
        from deals in Lists(from id in Gen.Elements<string?>([null, .. ids]) from d in DealOf(id, days) select d, 12)
        from spends in Lists(SpendOf(days), 5)
        from isNamed in Flags(1, 2)
        from forecasts in Lists(ForecastOf(isNamed), 24)
        from quotas in Lists(QuotaOf(days), 5)
        from figures in Lists(FigureOf(days), 8)
        from merges in Lists(MergeOf(ids, days), count < 2 ? 0 : 3)
        from parents in ParentsOf(ids, days).ArrayOf(count)
        from invoices in Lists(InvoiceOf(days), subscriptions.Length == 0 ? 0 : 12)
        from reporting in Gen.Elements(Currency.Usd, Currency.Usd, Currency.Jpy)
        from isCovered in Flags(1, 2)
        from coveredTo in Gen.Elements<LocalDate?>(null, new LocalDate(2025, 8, 15), new LocalDate(2026, 2, 10), new LocalDate(2027, 6, 1))
        let named = deals.Select((deal, i) => deal with { Id = $"d{i}" }).ToArray()
        from leads in LeadsOf(ids, deals.Length, days)
        let linked = Naming(named, leads).ToArray()
        from activities in Lists(ActivityOf(days), 4)
        from tickets in TicketsOf(ids, days)
        select new RandomBook
        {
            Customers = [.. ids.Select((id, i) => new Customer
            {
                Id = id, Attributes = attributes[i], Parents = [.. parents[i].Where(p => p.ParentId is null || string.CompareOrdinal(p.ParentId, id) > 0)],
            })],
            Merges = [.. merges.Where(m => string.CompareOrdinal(m.CustomerId, m.IntoCustomerId) < 0).DistinctBy(m => m.CustomerId)],
            Invoices = [.. invoices.Select((invoice, i) => invoice with
            {
                Id = $"i{i}", SubscriptionId = $"s{i % subscriptions.Length}", CustomerId = subscriptions[i % subscriptions.Length].CustomerId,
                // Some lines name another subscription of the customer.
                Lines = [.. invoice.Lines.Select(line => line with
                {
                    SubscriptionId = line.SubscriptionId is null ? null : $"s{Array.FindLastIndex(subscriptions, s => s.CustomerId == subscriptions[i % subscriptions.Length].CustomerId)}",
                })],
            })],
            CreditNotes = [.. invoices.Index().Where(i => i.Index % 3 == 2).Select(i => new CreditNote
            {
                Id = $"n{i.Index}", InvoiceId = $"i{i.Index}", CustomerId = subscriptions[i.Index % subscriptions.Length].CustomerId,
                IssuedOn = i.Item.IssuedOn.PlusDays(40), Amount = new Money(i.Item.Amount.Amount, i.Item.Amount.Currency),
            })],
            // In two halves, of which the second is paid back again.
            Payments = [.. from invoice in invoices.Index()
                           where invoice.Index % 3 == 1
                           from part in new[] { (Days: 20, Share: 0.5m), (Days: 41, Share: 0.5m), (Days: 60, Share: -0.5m) }
                           select new Payment
                           {
                               Id = $"p{invoice.Index}/{part.Days}", InvoiceId = $"i{invoice.Index}", CustomerId = subscriptions[invoice.Index % subscriptions.Length].CustomerId,
                               On = invoice.Item.IssuedOn.PlusDays(part.Days), Amount = new Money(invoice.Item.Amount.Amount * part.Share, invoice.Item.Amount.Currency),
                           }],
            Subscriptions = [.. subscriptions.Select((s, i) => s with
            {
                Id = $"s{i}", RenewsId = s.RenewsId ?? OtherOf(bought, i, links[i].renews), ReplacesId = s.ReplacesId ?? OtherOf(bought, i, links[i].replaces),
            })],
            Deals = [.. linked],
            Leads = [.. Unnaming(leads, linked)],
            Activities = [.. activities],
            Spends = [.. spends],
            Forecasts = [.. forecasts.DistinctBy(f => (f.PeriodStart, f.PeriodEnd, f.Owner, f.Category, f.TakenOn, f.Quantile))],
            Quotas = [.. quotas],
            Figures = [.. figures],
            Tickets = [.. tickets.Select((ticket, i) => ticket with { Id = $"t{i}" })],
            Reporting = reporting,
            IsCovered = isCovered,
            CoveredTo = coveredTo,
        };

    private static Gen<CustomerMerge> MergeOf(string[] ids, Gen<LocalDate> days) =>
        from merged in Gen.Elements(ids)
        from winner in Gen.Elements(ids)
        from kind in Gen.Elements(CustomerMergeKind.Duplicate, CustomerMergeKind.Acquisition)
        from day in days
        select new CustomerMerge { CustomerId = merged, IntoCustomerId = winner, Kind = kind, On = kind == CustomerMergeKind.Acquisition ? day : null };

    private static Gen<CustomerParent[]> ParentsOf(string[] ids, Gen<LocalDate> days) =>
        from has in Flags(1, 3)
        from parents in Lists(from id in Gen.Elements<string?>([null, .. ids]) from day in Maybe(days, 3) select new CustomerParent(id, day), has ? 2 : 0)
        select parents.DistinctBy(parent => parent.From).ToArray();

    private static Gen<Invoice> InvoiceOf(Gen<LocalDate> days) =>
        from issued in days
        from due in Maybe(Gen.Elements(0, 1, 14), 5)
        from paid in Maybe(Gen.Elements(0, 5, 14, 29, 30, 44, 45, 100), 2)
        from amount in Gen.Elements(100m, 100m, 0m)
        from currency in Gen.Elements(Currency.Usd, Currency.Usd, Currency.Eur, Currency.Jpy)
        from lines in Lists(LineOf(currency, days), 3)
        select new Invoice
        {
            Id = "", CustomerId = "", IssuedOn = issued, DueOn = due is { } more ? issued.PlusDays(more) : null, PaidOn = paid is { } late ? issued.PlusDays(late) : null,
            Amount = new Money(amount, currency), Lines = [.. lines],
        };

    private static Gen<InvoiceLine> LineOf(Currency currency, Gen<LocalDate> days) =>
        from kind in Gen.Elements(InvoiceLineKind.Recurring, InvoiceLineKind.Recurring, InvoiceLineKind.Recurring, InvoiceLineKind.Usage, InvoiceLineKind.Usage, InvoiceLineKind.OneTime)
        from amount in Gen.Elements(10m, 33.33m, 100m, 100m, 120.5m, 0m, -10m, -50m)
        from first in days
        from months in Gen.Elements(0, 1, 1, 3, 7, 12)
        from more in Gen.Elements(0, 0, 1, 17)
        from plan in Gen.Elements("Basic", "Basic", "Pro", null)
        from product in Gen.Elements("Core", "Core", "Add-on", null)
        from isOther in Flags(1, 4)
        select new InvoiceLine
        {
            Kind = kind, Amount = new Money(amount, currency), From = first, To = first.PlusMonths(months).PlusDays(months == 0 ? more + 1 : more), Plan = plan,
            Product = product, SubscriptionId = isOther ? "another" : null,
        };

    private static Gen<ValueList<CustomerAttribute>> AttributesOf(Gen<LocalDate> days) =>
        from segments in Lists(AttributeOf("segment", ["SMB", "Enterprise", "Mid"], days), 3)
        from channels in Lists(AttributeOf("channel", ["Ads", "Partners"], days), 1)
        from campaigns in Lists(AttributeOf("campaign", ["Spring", "Winter"], days), 1)
        select ValueList.From(segments.Concat(channels).Concat(campaigns).DistinctBy(attribute => (attribute.Name, attribute.From)));

    private static Gen<CustomerAttribute> AttributeOf(string name, string[] values, Gen<LocalDate> days) =>
        from value in Gen.Elements(values)
        from day in Maybe(days, 2)
        select new CustomerAttribute(name, value, day);

    private static Gen<Subscription> SubscriptionOf(string customer, Gen<LocalDate> days) =>
        from start in days
        from length in Gen.Elements<BillingInterval?>(null, null, null, BillingInterval.Year, new BillingInterval(2, BillingUnit.Year), new BillingInterval(5, BillingUnit.Month), new BillingInterval(5, BillingUnit.Month))
        from endsWhenDue in Flags(1, 4)
        from otherEnd in Maybe(days, 2)
        let end = endsWhenDue ? (length ?? BillingInterval.Year).After(start) : otherEnd
        from trialEnd in Maybe(days, 1, 5)
        from firstTerm in Gen.Frequency((6, Gen.Constant(start)), (1, days))
        from laterTerms in Lists(days, 3)
        let starts = laterTerms.Append(firstTerm).Distinct().Order().ToArray()
        from terms in Gen.CollectToArray(Enumerable.Range(0, starts.Length), i => TermOf(starts[i], i + 1 < starts.Length ? starts[i + 1] : null, days))
        from factor in Gen.Elements<decimal?>(null, null, null, 0.5m, 2m) // What is sold stays and costs another price: seldom by chance.
        let sold = factor is { } times && terms.Length > 1
            ? [terms[0], terms[0] with { From = terms[1].From, To = terms[1].To, Price = terms[0].Price * times, Discounts = [] }, .. terms[2..]] : terms
        from requests in Lists(RequestOf(days), 2)
        from pauseDays in Lists(days, 4)
        from isVoid in Flags(1, 20)
        from signed in Gen.Frequency((1, Gen.Choose(0, 40).Select(days => (int?)days)), (1, Gen.Constant<int?>(null)))
        from collection in Gen.Elements(PaymentCollection.Automatic, PaymentCollection.Invoice)
        from autoRenews in Gen.Elements<bool?>(null, null, true, false)
        select new Subscription
        {
            Id = "", CustomerId = customer, Start = start, End = end < start ? start : end,
            TrialEnd = trialEnd < start ? null : trialEnd, Terms = [.. sold], Cancellations = [.. requests], IsVoid = isVoid, Collection = collection, SignedOn = signed is { } before ? start.PlusDays(-before) : null,
            ContractLength = length, AutoRenews = autoRenews,
            Pauses = [.. pauseDays.Order().Chunk(2).Select(pause => new ServicePause(pause[0], pause.Length > 1 ? pause[1] : null))],
        };

    /// <summary>What follows the end of a subscription: before it, on it, or after it, for the same or another price, and saying so or not.</summary>
    private static Gen<Subscription?> RenewalOf(Subscription ended, string id) =>
        from isRenewed in Flags(1, 3)
        from late in Gen.Elements(-20, 0, 1, 20, 20, 30, 31, 366, 367, 400)
        from link in Gen.Elements("renews", "renews", "replaces", "", "")
        from factor in Gen.Elements(0.5m, 1m, 2m)
        let start = ended.End?.PlusDays(late)
        select isRenewed && start is { } first ? new Subscription
        {
            Id = "", CustomerId = ended.CustomerId, Start = first, ContractLength = ended.ContractLength,
            RenewsId = link == "renews" ? id : null, ReplacesId = link == "replaces" ? id : null,
            Terms = [ended.Terms[^1] with { From = first, To = null, Price = ended.Terms[^1].Price * factor, Discounts = [] }],
        } : null;

    /// <summary>The id of another subscription, mostly of the same customer's; null where there are fewer than asked for.</summary>
    private static string? OtherOf(Subscription[] subscriptions, int of, int which)
    {
        if (of >= subscriptions.Length) return null;
        if (which == 5) return subscriptions.Length > 1 ? $"s{(of + 1) % subscriptions.Length}" : null;
        return subscriptions.Index().Where(s => s.Index != of && s.Item.CustomerId == subscriptions[of].CustomerId).Select(s => $"s{s.Index}").ElementAtOrDefault(which);
    }

    private static Gen<PriceTerm> TermOf(LocalDate first, LocalDate? next, Gen<LocalDate> days) =>
        from price in Prices
        from interval in Intervals
        from quantity in Gen.Elements(1m, 1m, 1m, 2m, 2.5m, 0m)
        from plan in Gen.Elements("Basic", "Basic", "Pro", null)
        from product in Gen.Elements("Core", "Core", "Add-on", null)
        from to in Maybe(days, 1, 4)
        from discounts in Lists(DiscountOf(first, price.Currency, interval, days), 2)
        from isStep in Flags(1, 3)
        from isCommitment in Flags(1, 4)
        select new PriceTerm
        {
            From = first, To = to < first || to > next ? null : to, Price = price, Interval = interval, Quantity = quantity, Plan = plan, Product = product,
            Discounts = [.. discounts], IsContractedStep = isStep, IsUsageCommitment = isCommitment,
        };

    private static Gen<Discount> DiscountOf(LocalDate termFrom, Currency currency, BillingInterval interval, Gen<LocalDate> days) =>
        from first in Maybe(days, 1, 2)
        let start = first ?? termFrom
        from last in Gen.OneOf(Maybe(days, 1), Gen.Elements<LocalDate?>(interval.After(start), interval.After(start).PlusDays(1), interval.After(start).PlusDays(-1)))
        from isShare in Flags(2, 3)
        from share in Gen.Elements(0.2m, 0.5m, 1m)
        from amount in Gen.Elements(5m, 50m, 1000m)
        select new Discount
        {
            From = first, To = last < start ? null : last, Share = isShare ? share : null, Amount = isShare ? null : new Money(amount, currency),
        };

    private static Gen<CancellationRequest> RequestOf(Gen<LocalDate> days) =>
        from requested in days
        from withdrawn in Maybe(days, 1)
        from isVoluntary in Gen.Elements<bool?>(true, false, null)
        from reason in Gen.Elements("Price", "Closed", null)
        select new CancellationRequest { IsVoluntary = isVoluntary, Reason = reason, RequestedOn = requested, WithdrawnOn = withdrawn < requested ? null : withdrawn };

    private static Gen<Deal> DealOf(string? customer, Gen<LocalDate> days) =>
        from created in Maybe(days, 5)
        from end in days
        from outcome in Gen.Elements(DealOutcome.Open, DealOutcome.Won, DealOutcome.Won, DealOutcome.Lost, DealOutcome.Void)
        let closed = outcome == DealOutcome.Open ? (LocalDate?)null : end < created ? created : end
        from type in Gen.Elements(DealType.NewBusiness, DealType.NewBusiness, DealType.NewBusiness, DealType.Expansion, DealType.Renewal)
        from amount in Maybe(Prices, 4)
        from owner in Reps
        from product in Gen.Elements("Core", "Add-on", null)
        from stage in Stages
        from category in Categories
        from reason in Gen.Elements("Price", "no decision", "No Decision", null)
        from expected in Maybe(days, 3)
        from changes in Lists(ChangeOf(Gen.Frequency((4, days), (1, Gen.Elements(created ?? end, end)))), 5)
        from shares in Gen.Elements<decimal[]>([], [], [1], [0.5m, 0.5m], [0.25m, 0.75m], [0.25m, 0.25m, 0.5m])
        from months in Gen.Elements<int?>(null, 3, 7, 12, 36)
        from once in Maybe(Prices, 1, 3)
        from value in Maybe(Prices, 1, 2)
        select new Deal
        {
            Id = "", CustomerId = customer, CreatedOn = created, ClosedOn = closed, Outcome = outcome, Type = type, Amount = amount, Owner = owner,
            Splits = [.. shares.Select((share, i) => new OwnerSplit(SplitOwners[i], share))], TermMonths = months, OneTimeAmount = once, TotalContractValue = value,
            ExpectedCloseOn = expected, Product = product, Stage = stage, Category = category, LostReason = outcome == DealOutcome.Lost ? reason : null,
            History = [.. changes.Where(change => !(change.On < created))],
        };

    private static Gen<DealChange> ChangeOf(Gen<LocalDate> days) =>
        from day in days
        from amount in Maybe(Prices, 3)
        from stage in Stages
        from owner in Gen.OneOf(Reps, Gen.Constant<string?>(null))
        from category in Categories
        from close in Maybe(days, 2)
        select new DealChange { On = day, Amount = amount, Stage = stage, Owner = owner, Category = category, ExpectedCloseOn = close };

    private static Gen<Spend> SpendOf(Gen<LocalDate> days) =>
        from first in days
        from length in Gen.Elements(1, 2, 7, 31, 90)
        from hasEnd in Flags(3, 4)
        from money in Prices
        from isCredit in Flags(1, 5)
        from category in Gen.Elements(SpendCategory.Marketing, SpendCategory.Sales, SpendCategory.CustomerSuccess)
        from channel in Gen.Elements("Ads", "Events", null)
        from segment in Gen.Elements("SMB", "Enterprise", null)
        from campaign in Gen.Elements("Spring", null)
        from owner in Gen.Elements("Ann", null)
        select new Spend
        {
            Campaign = campaign,
            From = first, To = hasEnd ? first.PlusDays(length) : null, Amount = isCredit ? -money : money, Category = category, Channel = channel,
            Segment = segment, Owner = owner,
        };

    private static Gen<Quota> QuotaOf(Gen<LocalDate> days) =>
        from first in Gen.Frequency((2, days), (1, Gen.Elements(Edges)))
        from months in Gen.Elements(0, 1, 3, 12)
        from money in Prices
        from owner in Gen.Elements("Ann", "Ann", "Ben", "Cem", null)
        from type in Gen.Elements<DealType?>(DealType.NewBusiness, DealType.NewBusiness, DealType.Renewal, null)
        from ramp in Gen.Elements<decimal?>(null, null, 0m, 0.25m, 0.5m)
        select new Quota
        {
            PeriodStart = first, PeriodEnd = months == 0 ? first.PlusDays(1) : first.PlusMonths(months), Amount = money, Owner = owner, Measure = type, RampShare = ramp,
        };

    private static Gen<ForecastSnapshot> ForecastOf(bool isNamed) =>
        from month in Gen.Choose(0, 3).Select(month => FirstDay.PlusMonths(month))
        from length in Gen.Elements(1, 1, 3)
        from day in Gen.Elements(-3, -1, 0, 1, 4, 4, 5, 8)
        from owner in Gen.Elements("Ann", "Ben")
        from category in Gen.Elements([ForecastCategory.Commit, ForecastCategory.Closed, .. Enum.GetValues<ForecastCategory>()])
        from money in Prices
        from quantile in Gen.Elements<decimal?>(null, null, null, 0.1m, 0.9m)
        select new ForecastSnapshot
        {
            PeriodStart = month, PeriodEnd = month.PlusMonths(length), TakenOn = month.PlusDays(day), Owner = isNamed ? owner : null, Category = category,
            Amount = money, Quantile = quantile,
        };

    private static Gen<FinancialFigure> FigureOf(Gen<LocalDate> days) =>
        from day in days
        from money in Prices
        from isNegative in Flags(1, 5)
        from account in Gen.Elements([FinancialAccount.Revenue, FinancialAccount.Revenue, .. Enum.GetValues<FinancialAccount>()])
        select new FinancialFigure { On = day, Account = account, Amount = isNegative ? -money : money };

    private static Gen<T[]> Lists<T>(Gen<T> items, int most) => from count in Gen.Choose(0, most) from list in items.ArrayOf(count) select list;

    /// <summary>True in <paramref name="hits"/> of <paramref name="of"/> cases.</summary>
    private static Gen<bool> Flags(int hits, int of) => Gen.Choose(1, of).Select(i => i <= hits);

    /// <summary>A value, or none in <paramref name="none"/> of the cases to <paramref name="some"/>.</summary>
    private static Gen<T?> Maybe<T>(Gen<T> gen, int some, int none = 1)
        where T : struct => Gen.Frequency((some, gen.Select(value => (T?)value)), (none, Gen.Constant<T?>(null)));
}
