using System.Globalization;
using NodaTime;

namespace RevOps.Metrics.SampleData;

/// <summary>Every deal: those that the subscriptions prove, and around them those that were lost, are open or never were deals.</summary>
internal sealed class DealPipeline
{
    private readonly SampleCompanyOptions _options;
    private readonly SalesTeam _team;
    private readonly SampleRandom _random;
    private readonly List<(Deal Deal, Account Account)> _made = [];

    private DealPipeline(SampleCompanyOptions options, SalesTeam team)
    {
        _options = options;
        _team = team;
        _random = new SampleRandom(options.Seed, "deals");
    }

    /// <summary>The deals, numbered in the order of their creation, and the prospects they needed.</summary>
    public static (IReadOnlyList<Deal> Deals, IReadOnlyList<Account> Prospects) Make(
        SampleCompanyOptions options, SalesTeam team, IReadOnlyList<Account> buyers, IReadOnlyList<IReadOnlyList<Subscription>> books)
    {
        DealPipeline pipeline = new(options, team);
        for (int i = 0; i < buyers.Count; i++) pipeline.AddBuyer(buyers[i], books[i]);
        if (pipeline._made.Count > options.Deals)
            throw new ArgumentException($"{options.Deals} deals are too few: the subscriptions alone need {pipeline._made.Count}.", nameof(options));
        List<Account> prospects = pipeline.AddTheRest(buyers);

        List<Deal> deals = [];
        foreach ((Deal deal, Account _) in pipeline._made.OrderBy(made => made.Deal.CreatedOn))
            deals.Add(deal with { Id = "D" + (deals.Count + 1).ToString(CultureInfo.InvariantCulture) });
        return (deals, prospects);
    }

    /// <summary>What the subscriptions of one customer say: the first purchase, what was added, and the contracts that came due.</summary>
    private void AddBuyer(Account account, IReadOnlyList<Subscription> book)
    {
        Subscription? first = book.FirstOrDefault(s => !s.IsVoid);
        if (first is not null) AddFirstPurchase(account, first);
        foreach (Subscription subscription in book.Where(s => !s.IsVoid))
        {
            AddExpansions(account, subscription, isAddOn: subscription.Terms[0].Product != Market.CoreProduct);
            AddRenewal(account, subscription, book);
        }
    }

    private void AddFirstPurchase(Account account, Subscription subscription)
    {
        LocalDate paid = subscription.TrialEnd ?? subscription.Start;
        bool isWon = subscription.End is null || subscription.End > paid;
        LocalDate closed = subscription.SignedOn ?? paid.PlusDays(-_random.Between(0, account.Segment.Name == "SMB" ? 2 : 12));
        if (closed < _options.From || closed >= _options.To) return;
        int? months = subscription.SignedOn is null ? null : MonthsOf(subscription);
        Money amount = BookValue.Annual(subscription.Terms[0]);
        if (amount.IsZero) return; // A discount can make the smallest plan free; nobody opens a deal for that.
        bool hasSetUp = account.Segment.Name != "SMB" && _random.Chance(0.3);
        Money? setUp = hasSetUp ? new Money(_random.Between(4, 30) * 250m, amount.Currency) : null;
        Add(account, DealType.NewBusiness, amount, closed, isWon ? DealOutcome.Won : DealOutcome.Lost, deal => deal with
        {
            SubscriptionId = isWon ? subscription.Id : null,
            LostReason = isWon ? null : "Trial not converted",
            Product = subscription.Terms[0].Plan,
            OneTimeAmount = setUp,
            TermMonths = months,
            TotalContractValue = months is { } term ? (amount * (term / 12m)).Round() + (setUp ?? Money.Zero(amount.Currency)) : null,
        });
    }

    /// <summary>Seats and add-ons worth a seller's time become deals; small ones are bought without a word.</summary>
    private void AddExpansions(Account account, Subscription subscription, bool isAddOn)
    {
        for (int i = isAddOn ? 0 : 1; i < subscription.Terms.Count; i++)
        {
            PriceTerm term = subscription.Terms[i];
            Money before = i == 0 ? Money.Zero(term.Price.Currency) : BookValue.Annual(subscription.Terms[i - 1]);
            Money gained = BookValue.Annual(term) - before;
            bool isMoreSeats = i == 0 || (term.Quantity > subscription.Terms[i - 1].Quantity && !term.IsContractedStep);
            LocalDate closed = term.From.PlusDays(-_random.Between(0, 6));
            if (!isMoreSeats || gained.Amount < 1200 || closed < _options.From || closed >= _options.To) continue;
            Add(account, DealType.Expansion, gained, closed, DealOutcome.Won, deal => Of(deal) with { SubscriptionId = subscription.Id });
            if (!_random.Chance(0.6)) continue;

            LocalDate lost = closed.PlusDays(-_random.Between(20, 200));
            if (lost >= _options.From && lost > subscription.Start)
                Add(account, DealType.Expansion, gained, lost, DealOutcome.Lost, deal => Of(deal) with { LostReason = LostReason() });

            Deal Of(Deal deal) => deal with { Product = term.Plan };
        }
    }

    /// <summary>A contract that ends in the window, or soon after it, has a renewal deal.</summary>
    private void AddRenewal(Account account, Subscription subscription, IReadOnlyList<Subscription> book)
    {
        if (subscription.AutoRenews != false || subscription.End is not { } end) return;
        Money amount = BookValue.Annual(subscription.Terms[^1]);
        Subscription? next = book.FirstOrDefault(s => s.RenewsId == subscription.Id);
        if (end >= _options.To)
        {
            if (end < _options.To.PlusDays(100)) Add(account, DealType.Renewal, amount, end, DealOutcome.Open, Renews);
            return;
        }

        if (next is null && subscription.Cancellations.Count == 0)
        {
            Add(account, DealType.Renewal, amount, _options.To.PlusDays(_random.Between(1, 20)), DealOutcome.Open, Renews);
            return;
        }

        LocalDate closed = next?.SignedOn ?? end;
        if (closed < _options.From || closed >= _options.To) return;
        Money renewed = next is null ? amount : BookValue.Annual(next.Terms[0]);
        if (renewed.IsZero) return;
        Add(account, DealType.Renewal, renewed, closed, next is null ? DealOutcome.Lost : DealOutcome.Won, deal => Renews(deal) with
        {
            SubscriptionId = next?.Id,
            LostReason = next is null ? subscription.Cancellations[^1].Reason : null,
            TermMonths = next is null ? null : MonthsOf(next),
        });

        Deal Renews(Deal deal) => deal with { RenewsSubscriptionId = subscription.Id, Product = subscription.Terms[^1].Plan };
    }

    /// <summary>New business that did not come: lost, open and void deals of prospects and of customers before they bought.</summary>
    private List<Account> AddTheRest(IReadOnlyList<Account> buyers)
    {
        List<Account> prospects = [];
        int remaining = _options.Deals - _made.Count;
        int open = (int)(remaining * 0.11);
        int isVoid = Math.Max(1, (int)(remaining * 0.015));
        List<Account> laterBuyers = [.. buyers.Where(b => b.JoinsOn > _options.From.PlusMonths(4))];
        while (_made.Count < _options.Deals)
        {
            bool isOpen = open-- > 0;
            if (!isOpen && laterBuyers.Count > 0 && _random.Chance(0.12))
            {
                Account buyer = _random.Pick(laterBuyers);
                AddUnwon(buyer, DealOutcome.Lost, Market.SeasonalDay(_random, _options.From, buyer.JoinsOn!.Value.PlusDays(-40)));
                continue;
            }

            DealOutcome outcome = isOpen ? DealOutcome.Open : isVoid-- > 0 ? DealOutcome.Void : DealOutcome.Lost;
            bool isKnown = prospects.Count > 20 && _random.Chance(0.6);
            Account account = isKnown ? _random.Pick(prospects) : Account.Prospect(prospects.Count + 1, _options);
            if (!isKnown) prospects.Add(account);
            AddUnwon(account, outcome, isOpen ? _options.To : Market.SeasonalDay(_random, _options.From, _options.To));
        }

        return prospects;
    }

    private void AddUnwon(Account account, DealOutcome outcome, LocalDate closed)
    {
        Plan plan = Market.Plans[Math.Min(Market.Plans.Count - 1, Market.Segments.ToList().IndexOf(account.Segment) + _random.Between(0, 1))];
        int seats = _random.Between(account.Segment.SmallestTeam, (account.Segment.SmallestTeam + account.Segment.LargestTeam) / 2);
        Money amount = Market.Price(plan.MonthlySeatPrice, BillingInterval.Year, account.Currency) * seats;
        Add(account, DealType.NewBusiness, amount, closed, outcome, deal => deal with
        {
            Product = plan.Name,
            LostReason = outcome == DealOutcome.Lost ? LostReason() : null,
        });
    }

    /// <summary>One deal with its history.</summary>
    /// <remarks>Of an open deal <paramref name="closes"/> is the day it would close, or the day of export when nobody knows.</remarks>
    private void Add(Account account, DealType type, Money amount, LocalDate closes, DealOutcome outcome, Func<Deal, Deal> complete)
    {
        double typical = account.Segment.CycleDays * account.Channel.Cycle;
        typical *= type switch { DealType.Expansion => 0.5, DealType.Renewal => 0.9, _ => 1.0 };
        if (outcome == DealOutcome.Lost) typical *= 1.25;
        int days = Math.Max(outcome == DealOutcome.Open ? 3 : 0, (int)_random.Around(typical));
        bool isUnknown = outcome == DealOutcome.Open && closes == _options.To;
        LocalDate created = isUnknown ? closes.PlusDays(-_random.Between(1, days)) : closes.PlusDays(-days);
        if (created >= _options.To) created = _options.To.PlusDays(-_random.Between(1, 30));
        Deal deal = complete(new Deal
        {
            Id = "",
            CustomerId = account.Id,
            Type = type,
            Amount = amount,
            CreatedOn = created,
            ClosedOn = outcome == DealOutcome.Open ? null : closes,
            Outcome = outcome,
        });
        deal = new DealHistory(_team, _options.To, _random).Tell(deal, account, days);
        if (outcome == DealOutcome.Won && _random.Chance(0.05)) deal = Split(deal, account, closes);
        _made.Add((deal, account));
    }

    private Deal Split(Deal deal, Account account, LocalDate day)
    {
        string other = _team.For(account.Region, day, _random).Name;
        return other == deal.Owner ? deal : deal with { Splits = [new OwnerSplit(deal.Owner!, 0.6m), new OwnerSplit(other, 0.4m)] };
    }

    private string LostReason() => _random.Pick(Market.LostReasons, reason => reason == "No decision" ? 2.2 : 1.0);

    private static int MonthsOf(Subscription contract) => contract.Terms.Any(term => term.IsContractedStep) ? 36 : 12;
}
