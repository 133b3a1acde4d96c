using NodaTime;

namespace RevOps.Metrics.SampleData;

/// <summary>Spoils a clean company the way real exports are spoilt: a few records of each kind of fault, each record by one fault only.</summary>
internal sealed class Blemishes
{
    private readonly SampleCompany _company;
    private readonly SampleRandom _random;
    private readonly List<Deal> _deals;
    private readonly List<Subscription> _subscriptions;
    private readonly List<Lead> _leads;
    private readonly HashSet<string> _spoilt = new(StringComparer.Ordinal);

    private Blemishes(SampleCompany company)
    {
        _company = company;
        _random = new SampleRandom(company.Options.Seed, "blemishes");
        _deals = [.. company.Deals];
        _subscriptions = [.. company.Subscriptions];
        _leads = [.. company.Leads];
    }

    public static SampleCompany Spoil(SampleCompany company)
    {
        Blemishes blemishes = new(company);
        blemishes.SpoilDeals();
        blemishes.SpoilSubscriptions();
        blemishes.SpoilNames();
        List<TextBlemish> texts = blemishes.Texts();
        blemishes.Duplicate();
        return company with
        {
            Deals = blemishes._deals,
            Subscriptions = blemishes._subscriptions,
            Leads = blemishes._leads,
            TextBlemishes = texts,
        };
    }

    private void SpoilDeals()
    {
        int thousandth = Math.Max(1, _company.Options.Deals / 1000);
        Spoil(_deals, 4 * thousandth, d => d.Outcome == DealOutcome.Lost, d => d.Id, d => d with { Owner = null });
        Spoil(_deals, 6 * thousandth, d => d.Outcome is DealOutcome.Lost or DealOutcome.Open, d => d.Id, d => d with { Amount = null });
        Spoil(_deals, 3 * thousandth, d => d.Outcome == DealOutcome.Won, d => d.Id, d => d with { Amount = Money.Zero(d.Amount!.Value.Currency) });
        Spoil(_deals, 3 * thousandth, d => d.Outcome == DealOutcome.Lost, d => d.Id, d => d with { CustomerId = "X" + d.Id[1..] });
        Spoil(_deals, 4 * thousandth, d => d.Outcome == DealOutcome.Lost, d => d.Id, d => d with { CreatedOn = null });
        Spoil(_deals, 2 * thousandth, d => d.Outcome == DealOutcome.Won, d => d.Id, d => d with { ClosedOn = null });
        Spoil(_deals, 2 * thousandth, d => d.Outcome == DealOutcome.Lost && d.CreatedOn < d.ClosedOn, d => d.Id, d => d with { CreatedOn = d.ClosedOn, ClosedOn = d.CreatedOn });
        LocalDate passed = _company.Options.To.PlusDays(-20);
        Spoil(_deals, 5 * thousandth, d => d.Outcome == DealOutcome.Open && d.CreatedOn < passed, d => d.Id, d => d with
        {
            ExpectedCloseOn = passed,
            History = ValueList.From(d.History.Select(c => c.ExpectedCloseOn > passed ? c with { ExpectedCloseOn = passed } : c)),
        });
    }

    private void SpoilSubscriptions()
    {
        int few = Math.Max(1, _company.Options.Customers / 200);
        Spoil(_subscriptions, few, s => s.End > s.Start.PlusDays(40), s => s.Id, s => s with { Start = s.End!.Value, End = s.Start });
        Spoil(_subscriptions, few, s => s.End is null && s.Terms.Count == 1, s => s.Id, s => s with { CustomerId = "X" + s.CustomerId });
        Spoil(_subscriptions, few, s => s.Terms.Count == 1 && s.Terms[0].Quantity > 1, s => s.Id, s => s with
        {
            Terms = [s.Terms[0] with { Quantity = -s.Terms[0].Quantity }],
        });

        // The old contract's end was exported as its last day served, the way some CRMs keep it: a gap of one day before the renewal.
        HashSet<string> followed = [.. _subscriptions.Where(s => s.RenewsId is not null && _subscriptions.Any(old => old.Id == s.RenewsId && old.End == s.Start)).Select(s => s.RenewsId!)];
        Spoil(_subscriptions, 3 * few, s => followed.Contains(s.Id), s => s.Id, s => s with { End = s.End!.Value.PlusDays(-1) });
    }

    /// <summary>One product and one channel in several spellings.</summary>
    private void SpoilNames()
    {
        int thousandth = Math.Max(1, _company.Options.Deals / 1000);
        Spoil(_leads, 12 * thousandth, l => l.Channel == "Paid Search", l => l.Id, l => l with { Channel = "paid search" });
        Spoil(_leads, 6 * thousandth, l => l.Channel == "Paid Search", l => l.Id, l => l with { Channel = "PaidSearch" });
        Spoil(_deals, 10 * thousandth, d => d.Product == "Enterprise", d => d.Id, d => d with { Product = "Enterprize" });
        Spoil(_deals, 5 * thousandth, d => d.Product == "Team", d => d.Id, d => d with { Product = "Team " });
    }

    /// <summary>Whole rows exported twice, at the end of their list.</summary>
    private void Duplicate()
    {
        List<Deal> deals = [.. _deals.Where(deal => !_spoilt.Contains(deal.Id))];
        List<Subscription> subscriptions = [.. _subscriptions.Where(subscription => !_spoilt.Contains(subscription.Id))];
        for (int n = 1; n <= 3; n++) _deals.Add(deals[n * deals.Count / 4]);
        for (int n = 1; n <= 2; n++) _subscriptions.Add(subscriptions[n * subscriptions.Count / 3]);
    }

    private List<TextBlemish> Texts()
    {
        List<TextBlemish> texts = [];
        Add(nameof(SampleCompany.Deals), _deals, d => d.Id, d => d.Outcome == DealOutcome.Lost, nameof(Deal.CreatedOn), "2024-02-31");
        Add(nameof(SampleCompany.Deals), _deals, d => d.Id, d => d.Outcome == DealOutcome.Open, nameof(Deal.ExpectedCloseOn), "31/03/2026");
        Add(nameof(SampleCompany.Deals), _deals, d => d.Id, d => d.Amount?.Amount > 1000, nameof(Deal.Amount), "12,500.00");
        Add(nameof(SampleCompany.Deals), _deals, d => d.Id, d => d.Amount?.Currency == Currency.Eur, nameof(Currency), "EURO");
        Add(nameof(SampleCompany.Leads), _leads, l => l.Id, l => l.ConvertedOn is null, nameof(Lead.FirstTouchOn), "2025-13-01");
        Add(nameof(SampleCompany.Spends), _company.Spends, _ => null, s => s.Category == SpendCategory.Marketing, nameof(Spend.Amount), "1.234,50");
        Add(nameof(SampleCompany.Payments), _company.Payments, p => p.Id, p => p.Amount.Amount > 1000, nameof(Payment.Amount), "$1200");
        Add(nameof(SampleCompany.Tickets), _company.Tickets, t => t.Id, t => t.ResolvedOn is not null, nameof(Ticket.ResolvedOn), "yesterday");
        return texts;

        void Add<T>(string records, IReadOnlyList<T> list, Func<T, string?> id, Func<T, bool> fits, string column, string text)
        {
            List<int> rows = [.. Enumerable.Range(0, list.Count).Where(i => fits(list[i]) && !(id(list[i]) is { } known && _spoilt.Contains(known)))];
            if (rows.Count == 0) return;
            int row = _random.Pick(rows);
            if (id(list[row]) is { } spoilt) _spoilt.Add(spoilt);
            texts.Add(new TextBlemish(records, row + 1, column, text, id(list[row])));
        }
    }

    private void Spoil<T>(List<T> records, int count, Func<T, bool> fits, Func<T, string> id, Func<T, T> spoil)
    {
        List<int> rows = [.. Enumerable.Range(0, records.Count).Where(i => fits(records[i]) && !_spoilt.Contains(id(records[i])))];
        for (int n = 0; n < count && rows.Count > 0; n++)
        {
            int at = _random.Between(0, rows.Count - 1);
            int row = rows[at];
            rows.RemoveAt(at);
            _spoilt.Add(id(records[row]));
            records[row] = spoil(records[row]);
        }
    }
}
