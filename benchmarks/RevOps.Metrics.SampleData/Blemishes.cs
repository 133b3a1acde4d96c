using NodaTime;

namespace RevOps.Metrics.SampleData;

/// <summary>Spoils a clean company the way real exports are spoilt: a few records of each fault, no record by two.</summary>
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
        Spoil(_deals, 4 * thousandth, IsLost, d => d.Id, d => WithHistory(d with { Owner = null }, c => c with { Owner = null }));
        Spoil(_deals, 6 * thousandth, d => !IsWon(d), d => d.Id, d => WithHistory(d with { Amount = null }, c => c with { Amount = null }));
        Spoil(_deals, 3 * thousandth, IsWon, d => d.Id, WithZeroAmount);
        Spoil(_deals, 3 * thousandth, IsLost, d => d.Id, d => d with { CustomerId = "X" + d.Id[1..] });
        Spoil(_deals, 4 * thousandth, IsLost, d => d.Id, d => d with { CreatedOn = null });
        Spoil(_deals, 2 * thousandth, IsWon, d => d.Id, d => d with { ClosedOn = null });
        Spoil(
            _deals,
            2 * thousandth,
            d => IsLost(d) && d.CreatedOn < d.ClosedOn,
            d => d.Id,
            d => d with { CreatedOn = d.ClosedOn, ClosedOn = d.CreatedOn });
        LocalDate passed = _company.Options.To.PlusDays(-20);
        Spoil(
            _deals,
            5 * thousandth,
            d => d.Outcome == DealOutcome.Open && d.CreatedOn < passed,
            d => d.Id,
            d => WithHistory(
                d with { ExpectedCloseOn = passed },
                c => c.ExpectedCloseOn > passed ? c with { ExpectedCloseOn = passed } : c));

        static bool IsWon(Deal deal) => deal.Outcome == DealOutcome.Won;
        static bool IsLost(Deal deal) => deal.Outcome == DealOutcome.Lost;
    }

    private static Deal WithZeroAmount(Deal deal)
    {
        Money zero = Money.Zero(deal.Amount!.Value.Currency);
        return WithHistory(deal with { Amount = zero }, change => change.Amount is null ? change : change with { Amount = zero });
    }

    /// <summary>The deal with the same fault in its history; a change that then says nothing is left out.</summary>
    private static Deal WithHistory(Deal deal, Func<DealChange, DealChange> spoil) => deal with
    {
        History = ValueList.From(deal.History.Select(spoil).Where(change => change != new DealChange { On = change.On })),
    };

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
        HashSet<(string?, LocalDate?)> renewals = [.. _subscriptions.Select(s => (s.RenewsId, (LocalDate?)s.Start))];
        Spoil(_subscriptions, 3 * few, s => renewals.Contains((s.Id, s.End)), s => s.Id, s => s with { End = s.End!.Value.PlusDays(-1) });
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
        for (int n = 1; n <= 3 && deals.Count > 0; n++) _deals.Add(deals[n * deals.Count / 4]);
        for (int n = 1; n <= 2 && subscriptions.Count > 0; n++) _subscriptions.Add(subscriptions[n * subscriptions.Count / 3]);
    }

    private List<TextBlemish> Texts()
    {
        List<TextBlemish> texts = [];
        Add("deals.csv", "created_on", "2024-02-31", _deals, d => d.Id, d => d.Outcome == DealOutcome.Lost);
        Add("deals.csv", "expected_close_on", "31/03/2026", _deals, d => d.Id, d => d.Outcome == DealOutcome.Open);
        Add("deals.csv", "amount", "12,500.00", _deals, d => d.Id, d => d.Amount?.Amount > 1000);
        Add("deals.csv", "currency", "EURO", _deals, d => d.Id, d => d.Amount?.Currency == Currency.Eur);
        Add("leads.csv", "first_touch_on", "2025-13-01", _leads, l => l.Id, l => l.ConvertedOn is null);
        Add("spend.csv", "amount", "1.234,50", _company.Spends, _ => null, s => s.Category == SpendCategory.Marketing);
        Add("payments.csv", "amount", "$1200", _company.Payments, p => p.Id, p => p.Amount.Amount > 1000);
        Add("tickets.csv", "resolved_on", "yesterday", _company.Tickets, t => t.Id, t => t.ResolvedOn is not null);
        return texts;

        void Add<T>(string file, string column, string text, IReadOnlyList<T> list, Func<T, string?> id, Func<T, bool> fits)
        {
            List<int> rows = [.. Enumerable.Range(0, list.Count).Where(i => fits(list[i]) && !IsSpoilt(id(list[i])))];
            if (rows.Count == 0) return;
            int row = _random.Pick(rows);
            if (id(list[row]) is { } spoilt) _spoilt.Add(spoilt);
            texts.Add(new TextBlemish(file, row + 1, column, text, id(list[row])));
        }
    }

    private bool IsSpoilt(string? id) => id is not null && _spoilt.Contains(id);

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
