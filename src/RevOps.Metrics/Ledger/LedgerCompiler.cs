namespace RevOps.Metrics;

/// <summary>Turns one customer's priced spans into movements, in date order.</summary>
/// <remarks>
/// On each day on which anything changes, the customer's total before and after decides what the day is: new, reactivation, expansion,
/// contraction or churn. Only the net change is a movement. What moves between subscriptions is transfer: the smaller-signed side whole, and as
/// much of the larger side, taken from its subscriptions in the ordinal order of ids. What moves between plans, products or attribute values
/// within a subscription is transfer too: off under the old values, on under the new ones, the change itself under those it ends with
/// (an increase under the new, a decrease under the old). So transfers of a day add up to zero, and all rows to the balance.
/// <para>
/// All this is of what the customer has contracted, paused or not. A pause takes the contracted amount off by a row of its own and a resume
/// brings it back, so the customer stays; what ends while paused is resumed and then churns. What the same price is worth more or less at a new
/// rate is FX: the movement is the change of the price at the rate carried so far, and the rest of the change is FX.
/// </para>
/// </remarks>
internal sealed class LedgerCompiler(Func<int, int, bool> sameTermValues, List<Movement> ledger)
{
    private readonly List<Change> _changes = [];
    private readonly List<int> _days = [];

    /// <summary>Posts the movements of a customer.</summary>
    /// <param name="customer">The customer's number.</param>
    /// <param name="spans">Its spans; those of one subscription do not overlap.</param>
    /// <param name="subscriptions">How many subscriptions they are of.</param>
    /// <param name="versions">The customers' attributes.</param>
    public void Post(int customer, List<PricedSpan> spans, int subscriptions, AttributeVersions versions)
    {
        if (spans.Count == 0) return;
        spans.Sort((a, b) => a.From.CompareTo(b.From));
        List<PricedSpan> ends = [.. spans.Where(span => span.To != FactTable.NoDay)];
        ends.Sort((a, b) => a.To.CompareTo(b.To));
        CollectDays(customer, spans, ends, versions);

        PricedSpan?[] current = new PricedSpan?[subscriptions];
        long total = 0;
        bool everPaid = false;
        int nextStart = 0, nextEnd = 0, version = versions.Of(customer).First;
        foreach (int day in _days)
        {
            int newVersion = versions.On(customer, day);
            _changes.Clear();
            if (newVersion != version)
            {
                for (int i = 0; i < current.Length; i++) Touch(i, current[i]);
            }

            for (; nextEnd < ends.Count && ends[nextEnd].To == day; nextEnd++) Set(ends[nextEnd].Subscription, current, after: null);
            for (; nextStart < spans.Count && spans[nextStart].From == day; nextStart++)
            {
                Set(spans[nextStart].Subscription, current, spans[nextStart]);
            }

            foreach (Change change in _changes) current[change.Subscription] = change.After;
            total = PostDay(customer, day, total, ref everPaid, version, newVersion);
            version = newVersion;
        }
    }

    private void CollectDays(int customer, List<PricedSpan> spans, List<PricedSpan> ends, AttributeVersions versions)
    {
        _days.Clear();
        foreach (PricedSpan span in spans) _days.Add(span.From);
        foreach (PricedSpan span in ends) _days.Add(span.To);
        (int first, int end) = versions.Of(customer);
        for (int version = first + 1; version < end; version++) _days.Add(versions.FirstDay(version));
        _days.Sort();
        int kept = 0;
        for (int i = 0; i < _days.Count; i++)
        {
            if (i == 0 || _days[i] != _days[kept - 1]) _days[kept++] = _days[i];
        }

        _days.RemoveRange(kept, _days.Count - kept);
    }

    private void Touch(int subscription, PricedSpan? span) => _changes.Add(new Change(subscription, span, span));

    private void Set(int subscription, PricedSpan?[] current, PricedSpan? after)
    {
        int index = _changes.FindIndex(change => change.Subscription == subscription);
        if (index < 0) _changes.Add(new Change(subscription, current[subscription], after));
        else _changes[index] = _changes[index] with { After = after };
    }

    private long PostDay(int customer, int day, long before, ref bool everPaid, int oldVersion, int newVersion)
    {
        long up = 0, down = 0, fx = 0;
        foreach (Change change in _changes)
        {
            up += Math.Max(change.Moved, 0);
            down += Math.Max(-change.Moved, 0);
            fx += change.Fx;
        }

        long after = before + up - down + fx;
        MovementKind kind = (before, after) switch
        {
            (0, > 0) => everPaid ? MovementKind.Reactivation : MovementKind.New,
            ( > 0, 0) => MovementKind.Churn,
            _ => up > down ? MovementKind.Expansion : MovementKind.Contraction,
        };
        everPaid |= after > 0;

        // The number of customers changes on the first row that says so; a customer who goes on under other attributes
        // leaves the old ones and joins the new ones.
        bool moves = before > 0 && after > 0 && oldVersion != newVersion;
        int offNext = (before > 0 && after == 0) || moves ? -1 : 0;
        int onNext = (before == 0 && after > 0) || moves ? 1 : 0;
        long upTransfer = Math.Min(up, down), downTransfer = upTransfer;
        _changes.Sort((a, b) => a.Subscription.CompareTo(b.Subscription));

        void Row(PricedSpan span, int version, MovementKind rowKind, long amount)
        {
            if (amount == 0) return;
            int customers = 0;
            // Pause, resume and FX come beside what the customer did, and say nothing of who is one.
            bool isContracted = rowKind is not (MovementKind.Pause or MovementKind.Resume or MovementKind.Fx);
            if (isContracted && amount < 0) (customers, offNext) = (offNext, 0);
            if (isContracted && amount > 0) (customers, onNext) = (onNext, 0);
            ledger.Add(new Movement(customer, version, span.Term, day, rowKind, amount, customers));
        }

        foreach (Change change in _changes)
        {
            bool hasOtherValues = change is { Before: { Amount: > 0 } old, After: { Amount: > 0 } now }
                && (oldVersion != newVersion || !sameTermValues(old.Term, now.Term));
            if (hasOtherValues)
            {
                long kept = change.Before!.Value.Amount + Math.Min(change.Moved, 0);
                Row(change.Before.Value, oldVersion, MovementKind.Transfer, -kept);
                Row(change.After!.Value, newVersion, MovementKind.Transfer, kept);
            }

            if (change.Moved > 0)
            {
                long transfer = Math.Min(change.Moved, upTransfer);
                upTransfer -= transfer;
                Row(change.After!.Value, newVersion, MovementKind.Transfer, transfer);
                Row(change.After!.Value, newVersion, kind, change.Moved - transfer);
            }
            else if (change.Moved < 0)
            {
                long transfer = Math.Min(-change.Moved, downTransfer);
                downTransfer -= transfer;
                Row(change.Before!.Value, oldVersion, MovementKind.Transfer, -transfer);
                Row(change.Before!.Value, oldVersion, kind, change.Moved + transfer);
            }

            if (change.Fx != 0) Row(change.After!.Value, newVersion, MovementKind.Fx, change.Fx);
            PostPause(change, hasOtherValues, Row, oldVersion, newVersion);
        }

        return after;
    }

    /// <summary>Takes off what is paused now and brings back what was; a pause that goes on under other values is brought back there and taken off here.</summary>
    private static void PostPause(Change change, bool hasOtherValues, Action<PricedSpan, int, MovementKind, long> row, int oldVersion, int newVersion)
    {
        long was = change.Before is { IsPaused: true } before ? before.Amount : 0, isNow = change.After is { IsPaused: true } after ? after.Amount : 0;
        if (was > 0 && isNow > 0 && !hasOtherValues)
        {
            row(change.After!.Value, newVersion, isNow > was ? MovementKind.Pause : MovementKind.Resume, was - isNow);
            return;
        }

        if (was > 0) row(change.Before!.Value, oldVersion, MovementKind.Resume, was);
        if (isNow > 0) row(change.After!.Value, newVersion, MovementKind.Pause, -isNow);
    }

    /// <summary>What one subscription charged until a day, and charges from it.</summary>
    private readonly record struct Change(int Subscription, PricedSpan? Before, PricedSpan? After)
    {
        private long Delta => (After?.Amount ?? 0) - (Before?.Amount ?? 0);

        /// <summary>The change that another rate makes: nothing where a price starts, ends or changes its currency.</summary>
        public long Fx => Before is { Amount: > 0 } before && After is { Amount: > 0 } after && before.Currency == after.Currency && before.Rate != after.Rate
            ? Delta - AmountScale.Round((after.Price - before.Price) * before.Rate)
            : 0;

        /// <summary>The change that is the customer's.</summary>
        public long Moved => Delta - Fx;
    }
}
