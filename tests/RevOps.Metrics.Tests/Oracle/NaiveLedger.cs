using NodaTime;
using NodaTime.Text;

namespace RevOps.Metrics.Tests;

/// <summary>Recurring revenue told by walking every customer day by day and comparing each day with the day before.</summary>
internal sealed class NaiveLedger
{
    private readonly RevenueDataset _data;
    private readonly LedgerPolicy _policy;
    private readonly ILookup<string, Subscription> _subscriptions;
    private readonly List<NaiveRow> _movements = [];
    private readonly Dictionary<string, LocalDate> _acquiredOn = [];

    public NaiveLedger(RevenueDataset data, LedgerPolicy policy)
    {
        _data = data;
        _policy = policy;
        _subscriptions = data.Subscriptions.OrderBy(s => s.Id, StringComparer.Ordinal).ToLookup(s => NaiveRecords.CustomerOf(s.CustomerId, data)!.Id);
        foreach (Customer customer in data.Customers) Walk(customer);
    }

    public IReadOnlyList<NaiveRow> Movements => _movements;

    /// <summary>What each subscription charges on a day, of all customers; a paused one stands there with what it would charge, and once more with that off.</summary>
    public IEnumerable<NaiveRow> BalanceOn(LocalDate day) =>
        from customer in _data.Customers
        from state in StateOn(customer, day)
        from isPauseRow in state.IsPaused ? new[] { false, true } : [false]
        let kind = isPauseRow ? MovementKind.Pause : MovementKind.New
        select RowOf(state, isPauseRow ? -state.Amount : state.Amount).With(Metrics.Movements.Kind, kind.ToString());

    /// <summary>What each subscription of a customer charges on a day, or would if it were not paused, in the ordinal order of ids; nothing that is free.</summary>
    private List<State> StateOn(Customer customer, LocalDate day)
    {
        List<State> states = [];
        foreach (Subscription subscription in _subscriptions[customer.Id])
        {
            if (NaivePricing.TermOn(subscription, day, _policy) is not { } term) continue;
            decimal yearly = NaivePricing.YearlyOn(term, day, _data), rate = NaivePricing.RateOn(subscription, term, day, _data);
            long amount = (long)Math.Round(yearly * rate / term.Interval.Count, MidpointRounding.ToEven);
            if (amount <= 0) continue;
            states.Add(new State(
                subscription.Id, customer, day, term.Plan, term.Product, amount, yearly / term.Interval.Count, rate, term.Price.Currency,
                NaivePricing.IsPausedOn(subscription, day)));
        }

        return states;
    }

    private void Walk(Customer customer)
    {
        if (!_subscriptions[customer.Id].Any()) return;
        // Rates change until the last one known; a service period that starts under it may be two years away.
        LocalDate[] rateDays = [.. _data.Options.ExchangeRates.Rates.Select(rate => rate.Date).TakeLast(1).Select(last => last.PlusYears(2).PlusDays(1))];
        LocalDate[] days = [.. _subscriptions[customer.Id].SelectMany(DaysOf), .. customer.Attributes.Select(a => a.From).OfType<LocalDate>(), .. rateDays];
        bool everPaid = false;
        List<State> yesterday = [];
        for (LocalDate day = days.Min(); day <= days.Max(); day = day.PlusDays(1))
        {
            List<State> today = StateOn(customer, day);
            if (today.Count > 0) _acquiredOn.TryAdd(customer.Id, day);
            PostDay(day, yesterday, today, everPaid);
            everPaid |= today.Count > 0;
            yesterday = today;
        }
    }

    private static IEnumerable<LocalDate> DaysOf(Subscription s) => new[] { s.Start, s.End, s.TrialEnd }.OfType<LocalDate>()
        .Concat(s.Terms.SelectMany(term => new[] { term.From, term.To }.OfType<LocalDate>()))
        .Concat(s.Terms.SelectMany(term => term.Discounts).SelectMany(d => new[] { d.From, d.To }.OfType<LocalDate>()))
        .Concat(s.Cancellations.SelectMany(c => new[] { c.RequestedOn, c.WithdrawnOn }.OfType<LocalDate>()))
        .Concat(s.Pauses.SelectMany(pause => new[] { pause.From, pause.To }.OfType<LocalDate>()));

    private void PostDay(LocalDate day, List<State> yesterday, List<State> today, bool everPaid)
    {
        long before = yesterday.Sum(state => state.Amount), after = today.Sum(state => state.Amount);
        MovementKind kind =
            before == 0 ? (everPaid ? MovementKind.Reactivation : MovementKind.New)
            : after == 0 ? MovementKind.Churn
            : MovementKind.Expansion;

        var changes = (
            from id in yesterday.Concat(today).Select(state => state.Id).Distinct().Order(StringComparer.Ordinal)
            let old = yesterday.Find(state => state.Id == id)
            let now = today.Find(state => state.Id == id)
            let fx = FxOf(old, now)
            select (Old: old, Now: now, By: (now?.Amount ?? 0) - (old?.Amount ?? 0) - fx, Fx: fx)).ToList();
        if (kind == MovementKind.Expansion && changes.Sum(c => c.By) <= 0) kind = MovementKind.Contraction;
        long ups = changes.Sum(c => Math.Max(c.By, 0)), downs = changes.Sum(c => Math.Max(-c.By, 0));
        long upsToTransfer = Math.Min(ups, downs), downsToTransfer = Math.Min(ups, downs);

        List<NaiveRow> rows = [];
        void Post(State state, MovementKind kindOfRow, long amount)
        {
            if (amount == 0) return;
            rows.Add(RowOf(state, amount).With(Metrics.Movements.On, day).With(Metrics.Movements.Kind, kindOfRow.ToString()));
        }

        foreach ((State? old, State? now, long by, long fx) in changes)
        {
            // What goes on under other values leaves the old ones and arrives under the new ones.
            bool isMoved = old is not null && now is not null && ((old.Plan, old.Product) != (now.Plan, now.Product) || !SameAttributes(old, now));
            if (isMoved)
            {
                Post(old!, MovementKind.Transfer, -(old!.Amount + Math.Min(by, 0)));
                Post(now!, MovementKind.Transfer, old.Amount + Math.Min(by, 0));
            }

            long transfer = by > 0 ? Math.Min(by, upsToTransfer) : Math.Min(-by, downsToTransfer);
            if (by > 0) upsToTransfer -= transfer;
            else downsToTransfer -= transfer;
            if (by != 0)
            {
                Post(by > 0 ? now! : old!, MovementKind.Transfer, Math.Sign(by) * transfer);
                Post(by > 0 ? now! : old!, kind, by - (Math.Sign(by) * transfer));
            }

            if (fx != 0) Post(now!, MovementKind.Fx, fx);
            if (old is { IsPaused: true } && now is { IsPaused: true } && !isMoved)
            {
                long more = now.Amount - old.Amount;
                Post(now, more > 0 ? MovementKind.Pause : MovementKind.Resume, -more);
                continue;
            }

            if (old is { IsPaused: true }) Post(old, MovementKind.Resume, old.Amount);
            if (now is { IsPaused: true }) Post(now, MovementKind.Pause, -now.Amount);
        }

        // A customer comes with its first increase and goes with its first decrease; one that moves to other attributes does both.
        IEnumerable<NaiveRow> contracted = rows.Where(row => row[Metrics.Movements.Kind] is not (nameof(MovementKind.Pause) or nameof(MovementKind.Resume) or nameof(MovementKind.Fx)));
        bool moves = before > 0 && after > 0 && !SameAttributes(yesterday[0], today[0]);
        if (moves || (before == 0 && after > 0)) contracted.First(IsIncrease).With(Metrics.Movements.CustomerChange, 1L);
        if (moves || (before > 0 && after == 0)) contracted.First(row => !IsIncrease(row)).With(Metrics.Movements.CustomerChange, -1L);
        _movements.AddRange(rows);
    }

    /// <summary>What another rate makes of a price that goes on in its currency; the change of the price itself is told at the rate carried so far.</summary>
    private static long FxOf(State? old, State? now)
    {
        if (old is null || now is null || old.Currency != now.Currency || old.Rate == now.Rate) return 0;
        return now.Amount - old.Amount - (long)Math.Round((now.Price - old.Price) * old.Rate, MidpointRounding.ToEven);
    }

    private static bool IsIncrease(NaiveRow row) => row.Number(Metrics.Movements.Amount) > 0;

    private static bool SameAttributes(State one, State other) =>
        NaiveRecords.AttributesOn(one.Customer, one.Day).SequenceEqual(NaiveRecords.AttributesOn(other.Customer, other.Day));

    private NaiveRow RowOf(State state, long amount)
    {
        NaiveRow row = new NaiveRow().With(Metrics.Movements.Amount, amount)
            .With(Metrics.Movements.Plan, state.Plan).With(Metrics.Movements.Product, state.Product)
            .With(Metrics.Movements.Customer, state.Customer.Id).With(Metrics.Movements.CustomerId, state.Customer.Id)
            .With(Metrics.Movements.AcquiredOn, LocalDatePattern.Iso.Format(_acquiredOn[state.Customer.Id]));
        foreach ((string name, string value) in NaiveRecords.AttributesOn(state.Customer, state.Day))
        {
            row.With(Metrics.Movements.CustomerAttribute(name), value);
        }

        return row;
    }

    private sealed record State(string Id, Customer Customer, LocalDate Day, string? Plan, string? Product, long Amount, decimal Price, decimal Rate, Currency Currency, bool IsPaused);
}
