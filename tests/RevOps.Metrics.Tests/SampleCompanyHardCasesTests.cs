using NodaTime;
using RevOps.Metrics.SampleData;

namespace RevOps.Metrics.Tests;

/// <summary>What makes revenue data hard is in the sample company, and what makes exports hard is in its blemished copy.</summary>
public class SampleCompanyHardCasesTests
{
    private static readonly SampleCompany Company = SampleCompany.Generate(SampleCompanyOptions.Default);
    private static readonly SampleCompany Blemished = Company.WithBlemishes();
    private static readonly LocalDate From = Company.Options.From;
    private static readonly LocalDate To = Company.Options.To;
    private static readonly Dictionary<string, Subscription> ById = Company.Subscriptions.ToDictionary(s => s.Id);

    private static readonly Dictionary<string, Func<bool>> Clean = new()
    {
        ["add-on beside a plan"] = () => AnySubscription(s => s.Terms[0].Product != "Core"),
        ["weekly price"] = () => AnyTerm(t => t.Interval == BillingInterval.Week),
        ["monthly price"] = () => AnyTerm(t => t.Interval == BillingInterval.Month),
        ["quarterly price"] = () => AnyTerm(t => t.Interval == BillingInterval.Quarter),
        ["annual price"] = () => AnyTerm(t => t.Interval == BillingInterval.Year),
        ["contracted step"] = () => AnyTerm(t => t.IsContractedStep && t.From < To),
        ["contracted step in the future"] = () => AnyTerm(t => t.IsContractedStep && t.From >= To),
        ["change in mid-month"] = () => AnyChange((_, after) => after.From.Day is > 5 and < 25),
        ["expansion of the quantity"] = () => AnyChange((before, after) => after.Quantity > before.Quantity && !after.IsContractedStep),
        ["contraction of the quantity"] = () => AnyChange((before, after) => after.Quantity < before.Quantity && after.Plan == before.Plan),
        ["plan change inside a subscription"] = () => AnyChange((before, after) => after.Plan != before.Plan && after.Plan != "Free"),
        ["plan switch on the same day"] = () => AnySubscription(s => s.ReplacesId is { } old && s.Terms[0].Plan != ById[old].Terms[^1].Plan),
        ["switch from monthly to annual"] = () => AnySubscription(s =>
            s.ReplacesId is { } old && s.Terms[0].Interval == BillingInterval.Year && ById[old].Terms[^1].Interval == BillingInterval.Month),
        ["fall to the free plan"] = () => AnyChange((before, after) => after.Price.IsZero && !before.Price.IsZero),
        ["price increase in the third year"] = () => AnyChange((before, after) =>
            after.From >= From.PlusYears(2) && after with { From = before.From, Price = before.Price } == before && after.Price > before.Price * 1.05m),
        ["trial that converts"] = () => AnySubscription(s => s.TrialEnd is { } end && end < To && !(s.End <= end)),
        ["trial that does not convert"] = () => AnySubscription(s => s.TrialEnd is { } end && s.End <= end),
        ["trial that still runs"] = () => AnySubscription(s => s.TrialEnd >= To),
        ["pause and resume"] = () => AnySubscription(s => s.Pauses.Any(p => p.To < To && !(s.End <= p.To))),
        ["pause that lasts"] = () => AnySubscription(s => s.End is null && s.Pauses.Any(p => p.To is null)),
        ["one-time coupon"] = () => AnyDiscount((t, d) => t.Interval == BillingInterval.Month && d.Share is not null && d.To <= d.From!.Value.PlusMonths(1)),
        ["lasting discount of a share"] = () => AnyDiscount((t, d) =>
            t.Interval == BillingInterval.Month && d.Share is not null && d.To > d.From!.Value.PlusMonths(2)),
        ["lasting discount of an amount"] = () => AnyDiscount((_, d) => d.Amount is not null),
        ["discount on a whole year"] = () => AnyDiscount((t, d) => t.Interval == BillingInterval.Year && d.Share is not null),
        ["cancellation requested before the end"] = () => AnySubscription(s => s.Cancellations.Any(c => c.RequestedOn < s.End && c.WithdrawnOn is null)),
        ["cancellation withdrawn"] = () => AnySubscription(s => s.Cancellations.Any(c => c.WithdrawnOn is not null)),
        ["cancellation requested, end still to come"] = () => AnySubscription(s => s.End > To && s.Cancellations.Any(c => c.WithdrawnOn is null)),
        ["involuntary churn"] = () => AnySubscription(s => s.Cancellations.Any(c => c.IsVoluntary == false)),
        ["churn without a reason"] = () => AnySubscription(s => s.Cancellations.Any(c => c.Reason is null)),
        ["gap and reactivation"] = () => AnyBook(book => book.Any(s =>
            s.RenewsId is null && book.Any(o => o.End < s.Start) && book.All(o => o == s || o.End < s.Start || o.Start > s.Start))),
        ["contract renewed by another"] = () => AnySubscription(s => s.RenewsId is not null),
        ["contract renewed late"] = () => AnySubscription(s => s.RenewsId is { } old && ById[old].End < s.Start),
        ["void contract"] = () => AnySubscription(s => s.IsVoid),
        ["customer who joined before the window and stays"] = () => AnySubscription(s => s.Start < From && s.End is null),
        ["customer who left before the window"] = () => AnyBook(book => book.All(s => s.End < From)),
        ["customer who moves up a segment"] = () => Company.Customers.Any(c => c.Attributes.Any(a => a.Name == "segment" && a.From > From)),
        ["parent from a day"] = () => Company.Customers.Any(c => c.Parents.Any(p => p.From is not null)),
        ["parent until a day"] = () => Company.Customers.Any(c => c.Parents.Any(p => p.ParentId is null)),
        ["duplicate customer"] = () => Company.CustomerMerges.Any(m => m.Kind == CustomerMergeKind.Duplicate),
        ["customer bought by another"] = () => Company.CustomerMerges.Any(m => m is { Kind: CustomerMergeKind.Acquisition, On: not null }),
        ["three currencies"] = () => Company.Subscriptions.Select(s => s.Terms[0].Price.Currency).Distinct().Count() == 3,
        ["lost to no decision"] = () => AnyDeal(d => d.LostReason == "No decision"),
        ["void deal"] = () => AnyDeal(d => d.Outcome == DealOutcome.Void),
        ["open new business"] = () => AnyDeal(d => d is { Type: DealType.NewBusiness, Outcome: DealOutcome.Open }),
        ["open renewal"] = () => AnyDeal(d => d is { Type: DealType.Renewal, Outcome: DealOutcome.Open }),
        ["expansion won"] = () => AnyDeal(d => d is { Type: DealType.Expansion, Outcome: DealOutcome.Won }),
        ["expansion lost"] = () => AnyDeal(d => d is { Type: DealType.Expansion, Outcome: DealOutcome.Lost }),
        ["renewal won"] = () => AnyDeal(d => d is { Type: DealType.Renewal, Outcome: DealOutcome.Won }),
        ["renewal lost"] = () => AnyDeal(d => d is { Type: DealType.Renewal, Outcome: DealOutcome.Lost }),
        ["expected close pushed out"] = () => AnyDeal(d => Closes(d).Zip(Closes(d).Skip(1)).Any(pair => pair.Second > pair.First)),
        ["expected close pulled in"] = () => AnyDeal(d => Closes(d).Zip(Closes(d).Skip(1)).Any(pair => pair.Second < pair.First)),
        ["amount changed"] = () => AnyDeal(d => d.History.Count(c => c.Amount is not null) > 1),
        ["owner changed"] = () => AnyDeal(d => d.History.Count(c => c.Owner is not null) > 1),
        ["stage skipped"] = () => AnyDeal(d => d.Stage == "Negotiation" && !d.History.Any(c => c.Stage == "Demo")),
        ["credit split between owners"] = () => AnyDeal(d => d.Splits.Count == 2),
        ["deal created before the window"] = () => AnyDeal(d => d.CreatedOn < From),
        ["deal closed within a week"] = () => AnyDeal(d => d.ClosedOn is { } closed && NodaTime.Period.DaysBetween(d.CreatedOn!.Value, closed) <= 7),
        ["total contract value of several years"] = () => AnyDeal(d => d.TermMonths == 36 && d.TotalContractValue > d.Amount),
        ["lead that skips a milestone"] = () => Company.Leads.Any(l => l.ConvertedOn is not null && l.MarketingQualifiedOn is null),
        ["spend credited"] = () => Company.Spends.Any(s => s.Amount.Amount < 0),
        ["spend over a quarter in another currency"] = () => Company.Spends.Any(s => s.To == s.From.PlusMonths(3) && s.Amount.Currency == Currency.Eur),
        ["ramping owner"] = () => Company.Quotas.Any(q => q.RampShare < 1m),
        ["unpaid invoice"] = () => Company.Invoices.Any(i => i.PaidOn is null && i.DueOn < To.PlusMonths(-1)),
        ["refund"] = () => Company.Payments.Any(p => p.Amount.Amount < 0),
        ["ticket opened again"] = () => Company.Tickets.Any(t => t.ReopenedOn.Count > 0),
        ["ticket still open"] = () => Company.Tickets.Any(t => t.ResolvedOn is null),
    };

    private static readonly Dictionary<string, Func<bool>> Spoilt = new()
    {
        ["missing owner"] = () => AnySpoilt(d => d.Owner is null),
        ["deal without an amount"] = () => AnySpoilt(d => d.Amount is null),
        ["won deal with zero value"] = () => AnySpoilt(d => d.Outcome == DealOutcome.Won && d.Amount is { IsZero: true }),
        ["deal of an unknown customer"] = () => AnySpoilt(d => Company.Customers.All(c => c.Id != d.CustomerId)),
        ["deal without a creation date"] = () => AnySpoilt(d => d.CreatedOn is null),
        ["won deal without a close"] = () => AnySpoilt(d => d.Outcome == DealOutcome.Won && d.ClosedOn is null),
        ["deal closed before its creation"] = () => AnySpoilt(d => d.ClosedOn < d.CreatedOn),
        ["open deal with a passed expected close"] = () => AnySpoilt(d => d.Outcome == DealOutcome.Open && d.ExpectedCloseOn < To),
        ["duplicate deal"] = () => Blemished.Deals.CountBy(d => d.Id).Any(count => count.Value > 1),
        ["duplicate subscription"] = () => Blemished.Subscriptions.CountBy(s => s.Id).Any(count => count.Value > 1),
        ["subscription that ends before it starts"] = () => Blemished.Subscriptions.Any(s => s.End < s.Start),
        ["subscription of an unknown customer"] = () => Blemished.Subscriptions.Any(s => Company.Customers.All(c => c.Id != s.CustomerId)),
        ["negative quantity"] = () => Blemished.Subscriptions.Any(s => s.Terms.Any(t => t.Quantity < 0)),
        ["gap of one day before a renewal"] = () => Blemished.Subscriptions.Any(s =>
            s.RenewsId is not null && Blemished.Subscriptions.Any(old => old.Id == s.RenewsId && old.End == s.Start.PlusDays(-1))),
        ["channel in another spelling"] = () => Blemished.Leads.Any(l => l.Channel == "paid search"),
        ["product in another spelling"] = () => AnySpoilt(d => d.Product == "Enterprize"),
    };

    public static TheoryData<string> CleanNames => [.. Clean.Keys];

    public static TheoryData<string> SpoiltNames => [.. Spoilt.Keys];

    [Theory]
    [MemberData(nameof(CleanNames))]
    public void The_company_has(string hardCase) => Assert.True(Clean[hardCase]());

    [Theory]
    [MemberData(nameof(SpoiltNames))]
    public void The_blemished_company_has(string fault) => Assert.True(Spoilt[fault]());

    [Fact]
    public void Blemishes_are_few()
    {
        int deals = Company.Deals.Zip(Blemished.Deals).Count(pair => pair.First != pair.Second);
        int subscriptions = Company.Subscriptions.Zip(Blemished.Subscriptions).Count(pair => pair.First != pair.Second);

        Assert.InRange(deals, 20, 120);
        Assert.InRange(subscriptions, 8, 40);
        Assert.Equal(Company.Deals.Count + 3, Blemished.Deals.Count);
        Assert.Equal(Company.Customers, Blemished.Customers);
    }

    [Fact]
    public void Text_blemishes_point_at_a_record_by_its_row()
    {
        Assert.Empty(Company.TextBlemishes);
        Assert.Contains(Blemished.TextBlemishes, blemish => blemish is { File: "deals.csv", Column: "created_on", Text: "2024-02-31" });
        List<TextBlemish> deals = [.. Blemished.TextBlemishes.Where(blemish => blemish.File == "deals.csv")];
        Assert.Equal(4, deals.Count);
        Assert.All(deals, blemish => Assert.Equal(blemish.RecordId, Blemished.Deals[blemish.Row - 1].Id));
        Assert.All(deals, blemish => Assert.Equal(Company.Deals[blemish.Row - 1], Blemished.Deals[blemish.Row - 1]));
    }

    private static bool AnySubscription(Func<Subscription, bool> fits) => Company.Subscriptions.Any(fits);

    private static bool AnyBook(Func<IReadOnlyList<Subscription>, bool> fits) =>
        Company.Subscriptions.GroupBy(s => s.CustomerId).Any(book => fits([.. book]));

    private static bool AnyTerm(Func<PriceTerm, bool> fits) => Company.Subscriptions.Any(s => s.Terms.Any(fits));

    private static bool AnyChange(Func<PriceTerm, PriceTerm, bool> fits) =>
        Company.Subscriptions.Any(s => s.Terms.Zip(s.Terms.Skip(1)).Any(pair => pair.Second.From < To && fits(pair.First, pair.Second)));

    private static bool AnyDiscount(Func<PriceTerm, Discount, bool> fits) => Company.Subscriptions.Any(s => s.Terms.Any(t => t.Discounts.Any(d => fits(t, d))));

    private static bool AnyDeal(Func<Deal, bool> fits) => Company.Deals.Any(fits);

    private static bool AnySpoilt(Func<Deal, bool> fits) => Blemished.Deals.Any(fits);

    private static List<LocalDate> Closes(Deal deal) => [.. deal.History.Where(c => c.ExpectedCloseOn is not null).Select(c => c.ExpectedCloseOn!.Value)];
}
