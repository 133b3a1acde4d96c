using System.Globalization;
using NodaTime;

namespace RevOps.Metrics.SampleData;

/// <summary>Every subscription of one account: lives of the main plan with gaps between them, and add-ons beside them.</summary>
/// <remarks>It needs nothing but the account, so that the subscriptions of ten million accounts can be streamed.</remarks>
internal sealed class SubscriptionBook
{
    private readonly List<Subscription> _made = [];
    private int _next;

    private SubscriptionBook(Account account, SampleCompanyOptions options)
    {
        Account = account;
        Options = options;
        Random = new SampleRandom(options.Seed, "subscriptions", account.Number);
    }

    public Account Account { get; }

    public SampleCompanyOptions Options { get; }

    public SampleRandom Random { get; }

    /// <summary>The subscriptions of an account that buys, in the order in which they were made.</summary>
    public static IReadOnlyList<Subscription> Of(Account account, SampleCompanyOptions options)
    {
        SubscriptionBook book = new(account, options);
        LocalDate start = account.JoinsOn ?? throw new ArgumentException("Only an account that joins has subscriptions.", nameof(account));
        if (book.Random.Chance(0.012)) book.MakeVoidContract(start);

        LocalDate? end = book.Live(start, isFirst: true);
        if (end is { } gone && book.Random.Chance(0.14))
        {
            LocalDate back = gone.PlusDays(book.Random.Between(20, 300));
            if (back < options.To) book.Live(back, isFirst: false);
        }

        return book._made;
    }

    public string NextId() => string.Create(CultureInfo.InvariantCulture, $"S{Account.Number}-{++_next}");

    public void Add(Subscription subscription) => _made.Add(subscription);

    /// <summary>The chance to lose this account within a number of months at a given age: most leave early, few once they have stayed.</summary>
    public double ChurnChance(LocalDate joined, LocalDate on, double months)
    {
        int age = Period.Between(joined, on, PeriodUnits.Months).Months;
        double byAge = age < 4 ? 1.5 : age < 12 ? 1.0 : age < 24 ? 0.75 : 0.55;
        return Math.Min(0.6, Account.SegmentOn(on).MonthlyChurn * Account.Channel.Churn * byAge * months);
    }

    /// <summary>A life of the main plan with the add-ons beside it; its first day without service, null while it lasts.</summary>
    private LocalDate? Live(LocalDate start, bool isFirst)
    {
        Segment segment = Account.SegmentOn(start);
        double mark = Random.Unit();
        (double evergreen, double annual) = segment.Name switch { "SMB" => (0.74, 1.0), "Mid-Market" => (0.38, 0.92), _ => (0.08, 0.62) };
        LocalDate? end = mark < evergreen
            ? new EvergreenPlan(this, start).Run(isFirst)
            : new ContractPlan(this).Run(start, years: mark < annual ? 1 : 3);
        AddAddOns(segment, start, end);
        return end;
    }

    private void AddAddOns(Segment segment, LocalDate start, LocalDate? end)
    {
        for (int n = 0; n < 2; n++)
        {
            if (!Random.Chance(n == 0 ? segment.AddOns : segment.AddOns / 3)) continue;
            LocalDate from = start.PlusDays(Random.Between(30, 560));
            LocalDate until = LocalDate.Min(end ?? Options.To, Options.To);
            if (from.PlusDays(30) >= until) continue;

            AddOn addOn = Market.AddOns[(Random.Between(0, 1) + n) % Market.AddOns.Count];
            BillingInterval interval = Random.Chance(0.6) ? BillingInterval.Month : BillingInterval.Year;
            SubscriptionDraft draft = new(NextId(), Account.Id, from) { Collection = Collection(segment) };
            draft.Charge(new PriceTerm
            {
                From = from,
                Price = Market.Price(addOn.MonthlyPrice, interval, Account.Currency),
                Interval = interval,
                Quantity = addOn.IsPerSeat ? Random.Between(segment.SmallestTeam, segment.LargestTeam) : 1,
                Plan = addOn.Name,
                Product = addOn.Name,
            });
            LocalDate dropped = from.PlusMonths(12 * Random.Between(1, 3));
            if (Random.Chance(0.25) && dropped < until)
            {
                draft.Cancel(dropped.PlusDays(-Random.Between(5, 25)), "No longer needed", isVoluntary: true);
                Add(draft.Close(dropped));
            }
            else
            {
                Add(draft.Close(end));
            }
        }
    }

    /// <summary>A contract refunded in whole and written again: it never counts.</summary>
    private void MakeVoidContract(LocalDate start)
    {
        SubscriptionDraft draft = new(NextId(), Account.Id, start) { SignedOn = start.PlusDays(-3), AutoRenews = true };
        draft.Charge(Term(start, Market.Plans[1], BillingInterval.Year, Account.Segment.SmallestTeam));
        LocalDate end = start.PlusDays(14);
        Add(draft.Close(end < Options.To ? end : null, isVoid: true));
    }

    public PriceTerm Term(LocalDate from, Plan plan, BillingInterval interval, int seats, decimal increase = 1m) => new()
    {
        From = from,
        Price = Market.Price(plan.MonthlySeatPrice, interval, Account.Currency, increase),
        Interval = interval,
        Quantity = seats,
        Plan = plan.Name,
        Product = Market.CoreProduct,
    };

    public PaymentCollection Collection(Segment segment) =>
        segment.Name == "SMB" || (segment.Name == "Mid-Market" && Random.Chance(0.4)) ? PaymentCollection.Automatic : PaymentCollection.Invoice;

    public Plan FirstPlan(Segment segment) => segment.Name switch
    {
        "SMB" => Market.Plans[Random.Chance(0.6) ? 0 : 1],
        "Mid-Market" => Market.Plans[Random.Chance(0.55) ? 1 : 2],
        _ => Market.Plans[Random.Chance(0.4) ? 2 : 3],
    };

    public int FirstTeam(Segment segment) => Random.Between(segment.SmallestTeam, (segment.SmallestTeam + segment.LargestTeam) / 2)
        + (int)(Random.Unit() * Random.Unit() * (segment.LargestTeam - segment.SmallestTeam) / 2);
}
