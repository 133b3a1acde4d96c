namespace RevOps.Metrics;

/// <summary>Turns one customer's priced spans into movements, in date order.</summary>
/// <remarks>
/// On each day on which anything changes, the customer's total before and after decides what the day is: new, reactivation, expansion,
/// contraction or churn. Only the net change is a movement. What moves between subscriptions is transfer: the smaller-signed side whole, and as
/// much of the larger side, taken from its subscriptions in the ordinal order of ids. What moves between plans, products or attribute values
/// within a subscription is transfer too: off under the old values, on under the new ones, the change itself under those it ends with
/// (an increase under the new, a decrease under the old). So transfers of a day add up to zero, and all rows to the balance.
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
        long up = 0, down = 0;
        foreach (Change change in _changes)
        {
            if (change.Delta > 0) up += change.Delta;
            else down -= change.Delta;
        }

        long after = before + up - down;
        MovementKind kind = (before, after) switch
        {
            (0, > 0) => everPaid ? MovementKind.Reactivation : MovementKind.New,
            ( > 0, 0) => MovementKind.Churn,
            _ => after > before ? MovementKind.Expansion : MovementKind.Contraction,
        };
        everPaid |= after > 0;

        // The number of paying customers changes on the first row that says so; a customer who goes on under other attributes
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
            if (amount < 0) (customers, offNext) = (offNext, 0);
            else (customers, onNext) = (onNext, 0);
            ledger.Add(new Movement(customer, version, span.Term, day, rowKind, amount, customers));
        }

        foreach (Change change in _changes)
        {
            if (change is { Before: { Amount: > 0 } old, After: { Amount: > 0 } now }
                && (oldVersion != newVersion || !sameTermValues(old.Term, now.Term)))
            {
                long kept = Math.Min(old.Amount, now.Amount);
                Row(old, oldVersion, MovementKind.Transfer, -kept);
                Row(now, newVersion, MovementKind.Transfer, kept);
            }

            if (change.Delta > 0)
            {
                long transfer = Math.Min(change.Delta, upTransfer);
                upTransfer -= transfer;
                Row(change.After!.Value, newVersion, MovementKind.Transfer, transfer);
                Row(change.After!.Value, newVersion, kind, change.Delta - transfer);
            }
            else if (change.Delta < 0)
            {
                long transfer = Math.Min(-change.Delta, downTransfer);
                downTransfer -= transfer;
                Row(change.Before!.Value, oldVersion, MovementKind.Transfer, -transfer);
                Row(change.Before!.Value, oldVersion, kind, change.Delta + transfer);
            }
        }

        return after;
    }

    private readonly record struct Change(int Subscription, PricedSpan? Before, PricedSpan? After)
    {
        public long Delta => (After?.Amount ?? 0) - (Before?.Amount ?? 0);
    }
}
