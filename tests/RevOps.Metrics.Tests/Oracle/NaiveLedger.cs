using NodaTime;

namespace RevOps.Metrics.Tests;

/// <summary>Recurring revenue told by walking every customer day by day and comparing each day with the day before.</summary>
internal sealed class NaiveLedger
{
    private readonly RevenueDataset _data;
    private readonly LedgerPolicy _policy;
    private readonly ILookup<string, Subscription> _subscriptions;
    private readonly List<NaiveRow> _movements = [];

    public NaiveLedger(RevenueDataset data, LedgerPolicy policy)
    {
        _data = data;
        _policy = policy;
        _subscriptions = data.Subscriptions.OrderBy(s => s.Id, StringComparer.Ordinal).ToLookup(s => s.CustomerId);
        foreach (Customer customer in data.Customers) Walk(customer);
    }

    public IReadOnlyList<NaiveRow> Movements => _movements;

    /// <summary>What each subscription charges on a day, of all customers.</summary>
    public IEnumerable<NaiveRow> BalanceOn(LocalDate day) =>
        _data.Customers.SelectMany(customer => StateOn(customer, day)).Select(state => RowOf(state, state.Amount));

    /// <summary>What each subscription of a customer charges on a day, in the ordinal order of ids; nothing that is free.</summary>
    private List<State> StateOn(Customer customer, LocalDate day)
    {
        List<State> states = [];
        foreach (Subscription subscription in _subscriptions[customer.Id])
        {
            if (NaivePricing.TermOn(subscription, day, _policy) is not { } term) continue;
            long amount = NaivePricing.YearlyOn(term, day, _data);
            if (amount > 0) states.Add(new State(subscription.Id, customer, day, term.Plan, term.Product, amount));
        }

        return states;
    }

    private void Walk(Customer customer)
    {
        if (!_subscriptions[customer.Id].Any()) return;
        LocalDate[] days = [.. _subscriptions[customer.Id].SelectMany(DaysOf), .. customer.Attributes.Select(a => a.From).OfType<LocalDate>()];
        bool everPaid = false;
        List<State> yesterday = [];
        for (LocalDate day = days.Min(); day <= days.Max(); day = day.PlusDays(1))
        {
            List<State> today = StateOn(customer, day);
            PostDay(day, yesterday, today, everPaid);
            everPaid |= today.Count > 0;
            yesterday = today;
        }
    }

    private static IEnumerable<LocalDate> DaysOf(Subscription s) => new[] { s.Start, s.End, s.TrialEnd }.OfType<LocalDate>()
        .Concat(s.Terms.SelectMany(term => new[] { term.From, term.To }.OfType<LocalDate>()))
        .Concat(s.Terms.SelectMany(term => term.Discounts).SelectMany(d => new[] { d.From, d.To }.OfType<LocalDate>()))
        .Concat(s.Cancellations.SelectMany(c => new[] { c.RequestedOn, c.WithdrawnOn }.OfType<LocalDate>()));

    private void PostDay(LocalDate day, List<State> yesterday, List<State> today, bool everPaid)
    {
        long before = yesterday.Sum(state => state.Amount), after = today.Sum(state => state.Amount);
        MovementKind kind =
            before == 0 ? (everPaid ? MovementKind.Reactivation : MovementKind.New)
            : after == 0 ? MovementKind.Churn
            : after > before ? MovementKind.Expansion : MovementKind.Contraction;

        var changes = (
            from id in yesterday.Concat(today).Select(state => state.Id).Distinct().Order(StringComparer.Ordinal)
            let old = yesterday.Find(state => state.Id == id)
            let now = today.Find(state => state.Id == id)
            select (Old: old, Now: now, By: (now?.Amount ?? 0) - (old?.Amount ?? 0))).ToList();
        long ups = changes.Sum(c => Math.Max(c.By, 0)), downs = changes.Sum(c => Math.Max(-c.By, 0));
        long upsToTransfer = Math.Min(ups, downs), downsToTransfer = Math.Min(ups, downs);

        List<NaiveRow> rows = [];
        void Post(State state, MovementKind kindOfRow, long amount)
        {
            if (amount == 0) return;
            rows.Add(RowOf(state, amount).With(Metrics.Movements.On, day).With(Metrics.Movements.Kind, kindOfRow.ToString()));
        }

        foreach ((State? old, State? now, long by) in changes)
        {
            // What goes on under other values leaves the old ones and arrives under the new ones.
            if (old is not null && now is not null && ((old.Plan, old.Product) != (now.Plan, now.Product) || !SameAttributes(old, now)))
            {
                Post(old, MovementKind.Transfer, -Math.Min(old.Amount, now.Amount));
                Post(now, MovementKind.Transfer, Math.Min(old.Amount, now.Amount));
            }

            long transfer = by > 0 ? Math.Min(by, upsToTransfer) : Math.Min(-by, downsToTransfer);
            if (by > 0) upsToTransfer -= transfer;
            else downsToTransfer -= transfer;
            if (by == 0) continue;
            Post(by > 0 ? now! : old!, MovementKind.Transfer, Math.Sign(by) * transfer);
            Post(by > 0 ? now! : old!, kind, by - (Math.Sign(by) * transfer));
        }

        // A customer comes with its first increase and goes with its first decrease; one that moves to other attributes does both.
        bool moves = before > 0 && after > 0 && !SameAttributes(yesterday[0], today[0]);
        if (moves || (before == 0 && after > 0)) rows.First(IsIncrease).With(Metrics.Movements.CustomerChange, 1L);
        if (moves || (before > 0 && after == 0)) rows.First(row => !IsIncrease(row)).With(Metrics.Movements.CustomerChange, -1L);
        _movements.AddRange(rows);
    }

    private static bool IsIncrease(NaiveRow row) => row.Number(Metrics.Movements.Amount) > 0;

    private static bool SameAttributes(State one, State other) =>
        NaiveRecords.AttributesOn(one.Customer, one.Day).SequenceEqual(NaiveRecords.AttributesOn(other.Customer, other.Day));

    private static NaiveRow RowOf(State state, long amount)
    {
        NaiveRow row = new NaiveRow().With(Metrics.Movements.Amount, amount)
            .With(Metrics.Movements.Plan, state.Plan).With(Metrics.Movements.Product, state.Product)
            .With(Metrics.Movements.Customer, state.Customer.Id);
        foreach ((string name, string value) in NaiveRecords.AttributesOn(state.Customer, state.Day))
        {
            row.With(Metrics.Movements.CustomerAttribute(name), value);
        }

        return row;
    }

    private sealed record State(string Id, Customer Customer, LocalDate Day, string? Plan, string? Product, long Amount);
}
