using NodaTime;
using NodaTime.Text;

namespace RevOps.Metrics.Tests;

/// <summary>Recurring revenue told by walking the book day by day and comparing each day with the day before.</summary>
internal sealed class NaiveLedger
{
    private readonly RevenueDataset _data;
    private readonly LedgerPolicy _policy;
    private readonly NaivePricing _pricing;
    private readonly NaiveOwners _owners;
    private readonly List<Dictionary<string, State>> _days = [];
    private readonly LocalDate _first;
    private readonly List<NaiveRow> _movements = [];
    private readonly Dictionary<LocalDate, IReadOnlyList<NaiveRow>> _balances = [];
    private readonly HashSet<string> _everActive = [];
    private readonly Dictionary<string, LocalDate> _goneOn = [];
    private readonly Dictionary<string, LocalDate> _acquiredOn = [];

    public NaiveLedger(RevenueDataset data, LedgerPolicy policy, NaivePricing? pricing = null)
    {
        (_data, _policy) = (data, policy);
        _pricing = pricing ?? new NaivePricing(data, policy);
        _owners = new NaiveOwners(data, policy);
        LocalDate[] days = [.. DaysOf(data)];
        if (data.Subscriptions.Count == 0) return;
        _first = days.Min();
        for (LocalDate day = _first; day <= days.Max().PlusMonths(4); day = day.PlusDays(1)) _days.Add(RawStatesOn(day));
        if (policy.Reactivation == ReactivationRule.ContinuousWithin(20)) HoldOverGaps(20);

        Dictionary<string, State> yesterday = [];
        for (int i = 0; i < _days.Count; i++)
        {
            LocalDate day = _first.PlusDays(i);
            if (!IsLedgerDay(day) || IsSame(yesterday, _days[i])) continue;
            foreach (State state in _days[i].Values) _acquiredOn.TryAdd(state.Entity, day);
            foreach (string entity in yesterday.Values.Concat(_days[i].Values).Select(state => state.Entity).Distinct().ToList()) PostDay(entity, day, yesterday, _days[i]);
            yesterday = _days[i];
        }
    }

    public IReadOnlyList<NaiveRow> Movements => _movements;

    /// <summary>What each subscription charges on a day; a paused one stands there with what it would charge, and once more with that off.</summary>
    public IReadOnlyList<NaiveRow> BalanceOn(LocalDate day)
    {
        if (_balances.TryGetValue(day, out IReadOnlyList<NaiveRow>? known)) return known;
        int last = Math.Min(_days.Count - 1, _days.Count == 0 ? -1 : Period.DaysBetween(_first, day));
        while (last >= 0 && !IsLedgerDay(_first.PlusDays(last))) last--;
        if (last < 0) return _balances[day] = [];
        return _balances[day] =
        [
            .. from state in _days[last].OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Value)
               from isPauseRow in state.IsPaused ? new[] { false, true } : [false]
               let kind = isPauseRow ? MovementKind.Pause : MovementKind.New
               select RowOf(state with { Day = day }, isPauseRow ? -state.Charge.Amount : state.Charge.Amount, isPauseRow ? -1 : 1).With(Metrics.Movements.Kind, kind.ToString()),
        ];
    }

    private bool IsLedgerDay(LocalDate day) =>
        _policy.Netting != MovementNetting.ByPeriod || _policy.FixedCalendar.PeriodContaining(day, _policy.FixedGrain).End == day.PlusDays(1);

    /// <summary>Every day on which anything can change.</summary>
    public static IEnumerable<LocalDate> DaysOf(RevenueDataset data) =>
        // Rates change until the last one known; the service period that starts under it may be as long as any is away.
        data.Options.ExchangeRates.Rates.Select(rate => rate.Date).TakeLast(1).SelectMany(last => data.Subscriptions
            .SelectMany(s => s.Terms).Select(term => term.Interval.After(last).PlusDays(1)))
        // So may a change of price that waits for the next one.
        .Concat(data.Subscriptions.SelectMany(s => s.Terms.SelectMany(term => s.Terms.Select(later => term.Interval.After(later.From)))))
        .Concat(data.Customers.SelectMany(c => c.Attributes.Select(a => a.From).Concat(c.Parents.Select(p => p.From))).OfType<LocalDate>())
        .Concat(data.CustomerMerges.Select(m => m.On).OfType<LocalDate>())
        .Concat(data.Invoices.SelectMany(i => new[] { i.DueOn?.PlusDays(31), i.PaidOn }).OfType<LocalDate>())
        .Concat(data.Invoices.SelectMany(i => i.Lines).SelectMany(line => new[] { line.From, line.To }).OfType<LocalDate>())
        .Concat(data.Invoices.Select(i => i.IssuedOn))
        .Concat(data.CreditNotes.Select(note => note.IssuedOn))
        .Concat(data.Payments.Select(payment => payment.On))
        .Concat(data.Subscriptions.SelectMany(s => new[] { s.Start, s.End, s.TrialEnd }.OfType<LocalDate>()
            .Concat(s.Terms.SelectMany(term => new[] { term.From, term.To }.OfType<LocalDate>()))
            .Concat(s.Terms.SelectMany(term => term.Discounts).SelectMany(d => new[] { d.From, d.To }.OfType<LocalDate>()))
            .Concat(s.Cancellations.SelectMany(c => new[] { c.RequestedOn, c.WithdrawnOn }.OfType<LocalDate>()))
            .Concat(s.Pauses.SelectMany(pause => new[] { pause.From, pause.To }.OfType<LocalDate>()))));

    /// <summary>What each subscription charges on a day, or would if it were not paused; nothing that does not count.</summary>
    private Dictionary<string, State> RawStatesOn(LocalDate day)
    {
        Dictionary<string, State> states = [];
        foreach (Subscription subscription in _data.Subscriptions)
        {
            foreach (bool isUsage in new[] { false, true })
            {
                if (_pricing.ChargeOn(subscription, day, isUsage) is not { } charge) continue;
                if (charge.Amount == 0 && _policy.Free == FreeTreatment.NotPaying) continue;
                Customer owner = _owners.OwnerOn(subscription.CustomerId, day);
                string entity = _policy.Grain == MovementGrain.Subscription ? $"{subscription.Id} of {owner.Id}" : owner.Id;
                State state = new(subscription, isUsage, entity, owner, day, charge, _pricing.IsPausedOn(subscription, day));
                states[state.Id] = state;
            }
        }

        return states;
    }

    /// <summary>Where an entity has nothing for a few days and then something again, it had all the time what it had before.</summary>
    private void HoldOverGaps(int most)
    {
        foreach (string entity in _days.SelectMany(day => day.Values).Select(state => state.Entity).Distinct().ToList())
        {
            bool[] isThere = [.. _days.Select(day => day.Values.Any(state => state.Entity == entity))];
            for (int gone = 1; gone < isThere.Length; gone++)
            {
                if (isThere[gone] || !isThere[gone - 1]) continue;
                int back = Array.IndexOf(isThere, value: true, gone);
                if (back < 0 || back - gone > most) continue;
                foreach (State held in _days[gone - 1].Values.Where(state => state.Entity == entity).ToList())
                {
                    // What went on as another's did not wait.
                    if (_days[gone..back].Any(day => day.ContainsKey(held.Id))) continue;
                    for (int i = gone; i < back; i++) _days[i][held.Id] = held with { Day = _first.PlusDays(i) };
                }
            }
        }
    }

    /// <summary>True where every subscription charges the same as on the ledger day before, under the same values: a day without movements.</summary>
    private static bool IsSame(Dictionary<string, State> yesterday, Dictionary<string, State> today) => yesterday.Count == today.Count && today.Values.All(now =>
        yesterday.TryGetValue(now.Id, out State? old) && old.Entity == now.Entity && old.Owner.Id == now.Owner.Id && old.IsPaused == now.IsPaused
        && (old.Charge.Amount, old.Charge.Rate, old.Charge.Price, old.Charge.Plan, old.Charge.Product) == (now.Charge.Amount, now.Charge.Rate, now.Charge.Price, now.Charge.Plan, now.Charge.Product)
        && old.Charge.Currency == now.Charge.Currency && ReferenceEquals(old.Charge.Term, now.Charge.Term)
        && NaiveRecords.AttributesOn(old.Owner, old.Day).SequenceEqual(NaiveRecords.AttributesOn(now.Owner, now.Day)));

    private void PostDay(string entity, LocalDate day, Dictionary<string, State> yesterday, Dictionary<string, State> today)
    {
        List<Change> changes =
        [
            .. from id in yesterday.Keys.Union(today.Keys).Order(StringComparer.Ordinal)
               let old = yesterday.GetValueOrDefault(id)
               let now = today.GetValueOrDefault(id)
               where old?.Entity == entity || now?.Entity == entity
               let isHandedOver = old is not null && now is not null && old.Entity != now.Entity
               orderby isHandedOver ? 0 : 1
               select new Change(old, now, old?.Entity == entity, now?.Entity == entity),
        ];
        int before = changes.Count(c => c.WasMine), after = changes.Count(c => c.IsMine);
        int held = changes.Count(c => c.IsMine && c.Old is not null || c.WasMine && c.Now is null);
        Dictionary<string, MovementKind> kinds = KindsOf(entity, changes, before, held, after);
        Customer owner = (changes.Find(c => c.WasMine)?.Old ?? changes[0].Now!).Owner;
        LocalDate last = yesterday.Count == 0 ? day.PlusDays(-1) : yesterday.Values.First().Day;
        bool isElsewhere = !NaiveRecords.AttributesOn(owner, last).SequenceEqual(NaiveRecords.AttributesOn(owner, day));

        long ups = changes.Sum(c => Math.Max(c.By, 0)), downs = changes.Sum(c => Math.Max(-c.By, 0));
        long upsToTransfer = _policy.Netting == MovementNetting.EachEvent ? 0 : Math.Min(ups, downs), downsToTransfer = upsToTransfer;
        List<NaiveRow> rows = [];
        void Post(State state, MovementKind kind, long amount, int subscriptions = 0, Change? why = null)
        {
            if (amount == 0 && subscriptions == 0) return;
            NaiveRow row = RowOf(state, amount, subscriptions).With(Metrics.Movements.On, day).With(Metrics.Movements.Kind, kind.ToString());
            if (why is not null) row.With(Metrics.Movements.Cause, CauseOf(why, kind, changes, day)?.ToString()).With(Metrics.Movements.ChurnReason, ReasonOf(why, kind, day));
            if (kind == MovementKind.Reactivation) row.With(Metrics.Movements.AbsentDays, (long)Period.DaysBetween(_goneOn[entity], day));
            rows.Add(row);
        }

        List<NaiveRow> arrived = [];
        foreach (Change change in changes)
        {
            (State? old, State? now) = (change.Old, change.Now);
            int rowsBefore = rows.Count;
            if (change.GoesElsewhere)
            {
                Post(old!, _owners.CameBy(old!.Subscription.CustomerId, day), -old.Amount, -1);
                if (old.IsPaused) Post(old, MovementKind.Resume, old.Amount, 1);
                continue;
            }

            if (change.ComesFromElsewhere) Post(now!, _owners.CameBy(now!.Subscription.CustomerId, day), old!.Amount, 1);

            // What goes on under other values leaves the old ones and arrives under the new ones.
            bool isMoved = change is { WasMine: true, IsMine: true } && ((old!.Charge.Plan, old.Charge.Product) != (now!.Charge.Plan, now.Charge.Product) || isElsewhere);
            if (isMoved)
            {
                Post(old!, MovementKind.Transfer, -(old!.Amount + Math.Min(change.By, 0)), -1);
                Post(now!, MovementKind.Transfer, old.Amount + Math.Min(change.By, 0), 1);
            }

            bool isMore = change.IsMore;
            long transfer = Math.Min(Math.Abs(change.By), isMore ? upsToTransfer : downsToTransfer);
            if (isMore) upsToTransfer -= transfer;
            else downsToTransfer -= transfer;
            int subscriptions = change.Old is null ? 1 : change.Now is null ? -1 : 0;
            State under = isMore || !change.WasMine ? now! : old!;
            if (transfer != 0) Post(under, MovementKind.Transfer, Math.Sign(change.By) * transfer, subscriptions);
            Post(under, kinds[change.Id], change.By - (Math.Sign(change.By) * transfer), transfer != 0 ? 0 : subscriptions, change);
            if (change.Fx != 0) Post(now!, MovementKind.Fx, change.Fx);
            PostPause(change, isMoved, Post);
            if (change.ComesFromElsewhere) arrived.AddRange(rows.Skip(rowsBefore));
        }

        // A customer comes with its first increase and goes with its first decrease of what it had; one that moves to other attributes does both.
        IEnumerable<NaiveRow> contracted = rows.Where(row => row[Metrics.Movements.Kind] is not (nameof(MovementKind.Pause) or nameof(MovementKind.Resume) or nameof(MovementKind.Fx)));
        bool moves = before > 0 && after > 0 && isElsewhere;
        if (moves || (before == 0 && after > 0)) contracted.First(row => Sign(row) > 0).With(Metrics.Movements.CustomerChange, 1L);
        if (moves || (before > 0 && after == 0)) contracted.First(row => Sign(row) < 0 && !arrived.Exists(other => ReferenceEquals(other, row))).With(Metrics.Movements.CustomerChange, -1L);
        _movements.AddRange(rows);
        if (after > 0) _everActive.Add(entity);
        if (before > 0 && after == 0) _goneOn[entity] = day;
    }

    private static void PostPause(Change change, bool isMoved, Action<State, MovementKind, long, int, Change?> post)
    {
        State? old = change.WasMine ? change.Old : null, now = change.IsMine ? change.Now : null;
        if (old is { IsPaused: true } && now is { IsPaused: true } && !isMoved)
        {
            post(now, now.Amount > old.Amount ? MovementKind.Pause : MovementKind.Resume, old.Amount - now.Amount, 0, null);
            return;
        }

        if (old is { IsPaused: true }) post(old, MovementKind.Resume, old.Amount, 1, null);
        if (now is { IsPaused: true }) post(now, MovementKind.Pause, -now.Amount, -1, null);
    }

    private Dictionary<string, MovementKind> KindsOf(string entity, List<Change> changes, int before, int held, int after)
    {
        MovementKind first = before > 0 ? MovementKind.Expansion : _everActive.Contains(entity) ? MovementKind.Reactivation : MovementKind.New;
        Dictionary<string, MovementKind> kinds = [];
        if (_policy.Netting != MovementNetting.EachEvent)
        {
            long net = changes.Sum(c => c.By);
            foreach (Change change in changes)
            {
                bool isUp = net > 0 || (net == 0 && change.IsMore);
                kinds[change.Id] = held == 0 && after > 0 ? first : held > 0 && after == 0 ? MovementKind.Churn : isUp ? MovementKind.Expansion : MovementKind.Contraction;
            }

            return kinds;
        }

        // One after the other: what is added first, then what is dropped.
        int there = held;
        foreach (Change change in changes.OrderBy(c => c.IsMore ? 0 : 1))
        {
            if (change.IsMore)
            {
                kinds[change.Id] = there == 0 ? first : MovementKind.Expansion;
                if (change.Old is null) there++;
            }
            else
            {
                if (change.Now is null) there--;
                kinds[change.Id] = there == 0 ? MovementKind.Churn : MovementKind.Contraction;
            }
        }

        return kinds;
    }

    private MovementCause? CauseOf(Change change, MovementKind kind, List<Change> changes, LocalDate day)
    {
        if (kind == MovementKind.Churn) return WhyEnded(change.Old!, day).Cause;
        if (kind is not (MovementKind.Expansion or MovementKind.Contraction)) return null;
        if (change is { Old: { } old, Now: { } now })
        {
            if (old.Charge.Term is not { } was || now.Charge.Term is not { } isNow)
            {
                return old.Charge.Product != now.Charge.Product ? MovementCause.OtherProduct : old.Charge.Plan != now.Charge.Plan ? MovementCause.SameProduct : null;
            }

            return ReferenceEquals(was, isNow) ? MovementCause.Discount
                : isNow.IsContractedStep ? MovementCause.ContractedStep
                : was.Product != isNow.Product ? MovementCause.OtherProduct
                : was.Plan != isNow.Plan || was.Quantity != isNow.Quantity ? MovementCause.SameProduct
                : was.Price != isNow.Price || was.Interval != isNow.Interval ? MovementCause.Price
                : MovementCause.Discount;
        }

        bool hasIt = change.Now is { } started
            ? changes.Any(c => c.WasMine && c.Id != change.Id && c.Old!.Charge.Product == started.Charge.Product)
            : changes.Any(c => c.IsMine && c.Id != change.Id && c.Now!.Charge.Product == change.Old!.Charge.Product);
        return hasIt ? MovementCause.SameProduct : MovementCause.OtherProduct;
    }

    private string? ReasonOf(Change change, MovementKind kind, LocalDate day) => kind == MovementKind.Churn ? WhyEnded(change.Old!, day).Reason : null;

    /// <summary>Why a subscription no longer counts on the day after its last one, which under netting lies before the day of the ledger.</summary>
    private (MovementCause? Cause, string? Reason) WhyEnded(State state, LocalDate ledgerDay)
    {
        Subscription subscription = state.Subscription;
        LocalDate day = state.Day.PlusDays(1);
        while (day < ledgerDay && IsThere(state, day)) day = day.PlusDays(1);
        if (_policy.Reactivation == ReactivationRule.ContinuousWithin(20))
        {
            // Held over a gap: its end is that of its last day of service.
            LocalDate lastServed = day;
            while (!IsThere(state, lastServed.PlusDays(-1))) lastServed = lastServed.PlusDays(-1);
            day = lastServed;
        }

        CancellationRequest? request = subscription.Cancellations
            .Where(r => r.RequestedOn <= day && !(r.WithdrawnOn <= day)).OrderBy(r => r.RequestedOn).LastOrDefault();
        if (_pricing.ChargeOn(subscription, day, state.IsUsage) is not null) return (MovementCause.ToFree, null);
        MovementCause? asked = request?.IsVoluntary switch { true => MovementCause.Voluntary, false => MovementCause.Involuntary, null => null };
        bool isDebt = _pricing.IsEndedByDebt(subscription, day) && !_pricing.IsEndedByDebt(subscription, day.PlusDays(-1));
        return (isDebt ? MovementCause.Involuntary : asked, request?.Reason);
    }

    private bool IsThere(State state, LocalDate day) =>
        _pricing.ChargeOn(state.Subscription, day, state.IsUsage) is { } charge && (_policy.Free == FreeTreatment.Active || charge.Amount > 0);

    private static long Sign(NaiveRow row)
    {
        long amount = row.Number(Metrics.Movements.Amount) ?? 0;
        return amount != 0 ? amount : row.Number(Metrics.Movements.SubscriptionChange) ?? 0;
    }

    private NaiveRow RowOf(State state, long amount, int subscriptions)
    {
        NaiveRow row = new NaiveRow().With(Metrics.Movements.Amount, amount).With(Metrics.Movements.SubscriptionChange, (long)subscriptions)
            .With(Metrics.Movements.Plan, state.Charge.Plan).With(Metrics.Movements.Product, state.Charge.Product)
            .With(Metrics.Movements.Customer, state.Entity).With(Metrics.Movements.CustomerId, state.Owner.Id).With(Metrics.Movements.Subscription, state.Subscription.Id)
            .With(Metrics.Movements.AcquiredOn, LocalDatePattern.Iso.Format(_acquiredOn[state.Entity]));
        foreach ((string name, string value) in NaiveRecords.AttributesOn(state.Owner, state.Day))
        {
            row.With(Metrics.Movements.CustomerAttribute(name), value);
        }

        return row;
    }

    /// <summary>What a subscription charged on the ledger day before and charges today, and of which of the two the entity asked about is the owner.</summary>
    private sealed record Change(State? Old, State? Now, bool WasMine, bool IsMine)
    {
        public string Id => (Old ?? Now)!.Id;

        public bool GoesElsewhere => WasMine && !IsMine && Now is not null;

        public bool ComesFromElsewhere => IsMine && !WasMine && Old is not null;

        /// <summary>What another rate makes of a price that goes on in its currency; the change of the price itself is told at the rate carried so far.</summary>
        public long Fx => GoesElsewhere || Old is null || Now is null || Old.Charge.Currency != Now.Charge.Currency || Old.Charge.Rate == Now.Charge.Rate
            ? 0
            : Now.Amount - Old.Amount - (long)Math.Round((Now.Charge.Price - Old.Charge.Price) * Old.Charge.Rate, MidpointRounding.ToEven);

        public long By => GoesElsewhere ? 0 : (Now?.Amount ?? 0) - (Old?.Amount ?? 0) - Fx;

        public bool IsMore => By > 0 || (By == 0 && (Now is not null || GoesElsewhere));
    }

    /// <summary>What the price or the usage of a subscription charges, and whom.</summary>
    private sealed record State(Subscription Subscription, bool IsUsage, string Entity, Customer Owner, LocalDate Day, NaiveCharge Charge, bool IsPaused)
    {
        /// <summary>Usage comes right after the price of its subscription.</summary>
        public string Id => IsUsage ? Subscription.Id + "\0usage" : Subscription.Id;

        public long Amount => Charge.Amount;
    }
}
