namespace RevOps.Metrics;

/// <summary>Turns the priced spans of one entity into movements, in date order.</summary>
/// <remarks>The days are found here; what the changes of a day are is decided by <see cref="DayPosting"/>.</remarks>
internal sealed class LedgerCompiler(TermFacts terms, AttributeVersions versions, LedgerPolicy policy, Func<int, int> ledgerDay)
{
    private readonly List<int> _days = [];
    private readonly Dictionary<int, PricedSpan> _current = [];
    private readonly List<SpanChange> _changes = [];
    private readonly DayPosting _posting = new(terms, policy);

    /// <summary>The movements posted so far.</summary>
    public List<Movement> Ledger => _posting.Ledger;

    /// <summary>Posts the movements of an entity.</summary>
    /// <param name="entity">Its number.</param>
    /// <param name="owner">The customer whose attributes it has.</param>
    /// <param name="spans">Its spans that count; those of one subscription do not overlap.</param>
    public void Post(int entity, int owner, IEnumerable<PricedSpan> spans)
    {
        List<PricedSpan> starts = [.. spans.OrderBy(span => span.From)];
        List<PricedSpan> ends = [.. starts.Where(span => span.To != FactTable.NoDay).OrderBy(span => span.To)];
        CollectDays(owner, starts, ends);
        _current.Clear();
        _posting.Begin(entity);
        int nextStart = 0, nextEnd = 0, version = versions.Of(owner).First;
        foreach (int day in _days)
        {
            int newVersion = versions.On(owner, day);
            if (versions.HaveSameValues(version, newVersion)) version = newVersion;
            _changes.Clear();
            if (newVersion != version)
            {
                foreach ((int subscription, PricedSpan span) in _current) _changes.Add(new SpanChange(subscription, span, span));
            }

            for (; nextEnd < ends.Count && ends[nextEnd].To == day; nextEnd++) Set(ends[nextEnd].Subscription, after: null);
            for (; nextStart < starts.Count && starts[nextStart].From == day; nextStart++) Set(starts[nextStart].Subscription, starts[nextStart]);

            _changes.Sort((a, b) => a.Subscription.CompareTo(b.Subscription));
            _posting.Post(day, _current, _changes, version, newVersion);
            foreach (SpanChange change in _changes)
            {
                if (change.After is { } after) _current[change.Subscription] = after;
                else _current.Remove(change.Subscription);
            }

            version = newVersion;
        }
    }

    private void CollectDays(int owner, List<PricedSpan> starts, List<PricedSpan> ends)
    {
        _days.Clear();
        foreach (PricedSpan span in starts) _days.Add(span.From);
        foreach (PricedSpan span in ends) _days.Add(span.To);
        (int first, int end) = versions.Of(owner);
        for (int version = first + 1; version < end; version++) _days.Add(ledgerDay(versions.FirstDay(version)));
        _days.Sort();
        int kept = 0;
        for (int i = 0; i < _days.Count; i++)
        {
            if (i == 0 || _days[i] != _days[kept - 1]) _days[kept++] = _days[i];
        }

        _days.RemoveRange(kept, _days.Count - kept);
    }

    private void Set(int subscription, PricedSpan? after)
    {
        int index = _changes.FindIndex(change => change.Subscription == subscription);
        if (index < 0) _changes.Add(new SpanChange(subscription, _current.GetValueOrDefault(subscription), after));
        else _changes[index] = _changes[index] with { After = after };
    }
}
