namespace RevOps.Metrics;

/// <summary>Posts the movements of one customer after the other whose subscriptions are all plain.</summary>
/// <remarks>
/// It decides as <see cref="DayPosting"/> does, which says why, for what plain subscriptions can do: start, end, and be there while the customer's
/// attributes change. A property of the tests holds the two equal. For each customer the few days are sorted and swept once, without an
/// allocation.
/// </remarks>
internal sealed class PlainPosting(AttributeVersions versions, int[] products, LedgerRows rows)
{
    /// <summary>From so many on, sorting by insertion costs more.</summary>
    private const int FewEvents = 32;

    /// <summary>The starts and ends of the customer: the day above, and below it the place among the subscriptions, twice, plus one for an end.</summary>
    private long[] _events = new long[64];
    private int _day, _oldVersion, _newVersion, _offNext, _onNext;
    private long _upTransfer, _downTransfer;
    private MovementKind _kindOfStarts, _kindOfEnds;

    /// <summary>Posts the movements of a customer.</summary>
    /// <param name="customer">Its number.</param>
    /// <param name="spans">Its subscriptions, in the order of their numbers.</param>
    public void Post(int customer, ReadOnlySpan<PlainSpan> spans)
    {
        ReadOnlySpan<long> events = EventsOf(spans);
        (int version, int endVersion) = versions.Of(customer);
        // Each start and end posts two rows at most, and each subscription two for each change of the attributes.
        rows.Reserve(checked((2 * events.Length) + (2 * spans.Length * (endVersion - version - 1))));
        int active = 0;
        bool everActive = false;
        for (int next = 0; next < events.Length || version + 1 < endVersion;)
        {
            _day = next < events.Length ? (int)(events[next] >> 32) : FactTable.NoDay;
            (_oldVersion, _newVersion) = (version, version);
            // Versions that follow on each other differ in some value.
            if (version + 1 < endVersion && versions.FirstDay(version + 1) <= _day) _day = versions.FirstDay(_newVersion = ++version);
            int first = next;
            while (next < events.Length && (int)(events[next] >> 32) == _day) next++;
            if (next - first == 1 && _oldVersion == _newVersion)
            {
                active = PostAlone(active, everActive, spans[PlaceOf(events[first])], IsEnd(events[first]), spans);
                everActive = true;
                continue;
            }

            int after = Begin(active, everActive, events[first..next], spans);
            if (_oldVersion != _newVersion && active > 0) PostAll(spans);
            else PostEvents(events[first..next], spans);
            everActive |= after > 0;
            active = after;
        }
    }

    /// <summary>Posts the one start or end of a day, as on most days: nothing is netted, and one row says all.</summary>
    private int PostAlone(int before, bool everActive, in PlainSpan span, bool isEnd, ReadOnlySpan<PlainSpan> spans)
    {
        int change = isEnd ? -1 : 1, after = before + change;
        bool isOnly = before == 0 || after == 0;
        MovementKind kind = isEnd ? (isOnly ? MovementKind.Churn : MovementKind.Contraction)
            : !isOnly ? MovementKind.Expansion : everActive ? MovementKind.Reactivation : MovementKind.New;
        MovementCause? cause = isOnly ? null : CauseOf(span, kind, isEnd ? _day : _day - 1, spans);
        rows.Add(_day, _newVersion, span.Subscription, isEnd ? -span.Amount : span.Amount, new RowTraits(kind, cause, isOnly ? change : 0, change));
        return after;
    }

    /// <summary>Names what the starts and ends of the day are, and tells how many subscriptions count from it.</summary>
    private int Begin(int before, bool everActive, ReadOnlySpan<long> today, ReadOnlySpan<PlainSpan> spans)
    {
        long up = 0, down = 0;
        int after = before;
        foreach (long change in today)
        {
            long amount = spans[PlaceOf(change)].Amount;
            if (IsEnd(change)) (down, after) = (down + amount, after - 1);
            else (up, after) = (up + amount, after + 1);
        }

        (_kindOfStarts, _kindOfEnds) =
            before == 0 ? (everActive ? MovementKind.Reactivation : MovementKind.New, MovementKind.Churn)
            : after == 0 ? (MovementKind.Churn, MovementKind.Churn)
            : up > down ? (MovementKind.Expansion, MovementKind.Expansion)
            : up < down ? (MovementKind.Contraction, MovementKind.Contraction)
            : (MovementKind.Expansion, MovementKind.Contraction);
        _upTransfer = _downTransfer = Math.Min(up, down);
        bool moves = before > 0 && after > 0 && _oldVersion != _newVersion;
        _offNext = (before > 0 && after == 0) || moves ? -1 : 0;
        _onNext = (before == 0 && after > 0) || moves ? 1 : 0;
        return after;
    }

    private void PostEvents(ReadOnlySpan<long> today, ReadOnlySpan<PlainSpan> spans)
    {
        foreach (long change in today)
        {
            if (IsEnd(change)) PostEnd(spans[PlaceOf(change)], spans);
            else PostStart(spans[PlaceOf(change)], spans);
        }
    }

    /// <summary>Posts a day on which the attributes change, which what goes on moves with.</summary>
    private void PostAll(ReadOnlySpan<PlainSpan> spans)
    {
        foreach (ref readonly PlainSpan span in spans)
        {
            if (span.To == _day) PostEnd(span, spans);
            else if (span.From == _day) PostStart(span, spans);
            else if (span.From < _day && _day < span.To)
            {
                Row(span, _oldVersion, MovementKind.Transfer, -span.Amount, -1);
                Row(span, _newVersion, MovementKind.Transfer, span.Amount, 1);
            }
        }
    }

    private void PostStart(in PlainSpan span, ReadOnlySpan<PlainSpan> spans)
    {
        long transfer = Math.Min(span.Amount, _upTransfer);
        _upTransfer -= transfer;
        if (transfer != 0) Row(span, _newVersion, MovementKind.Transfer, transfer, 1);
        if (transfer != 0 && transfer == span.Amount) return;
        Row(span, _newVersion, _kindOfStarts, span.Amount - transfer, transfer != 0 ? 0 : 1, CauseOf(span, _kindOfStarts, _day - 1, spans));
    }

    private void PostEnd(in PlainSpan span, ReadOnlySpan<PlainSpan> spans)
    {
        long transfer = Math.Min(span.Amount, _downTransfer);
        _downTransfer -= transfer;
        if (transfer != 0) Row(span, _oldVersion, MovementKind.Transfer, -transfer, -1);
        if (transfer != 0 && transfer == span.Amount) return;
        Row(span, _oldVersion, _kindOfEnds, transfer - span.Amount, transfer != 0 ? 0 : -1, CauseOf(span, _kindOfEnds, _day, spans));
    }

    /// <summary>Whether the customer has the product of a subscription by another one on a day: until what starts, or from what ends.</summary>
    private MovementCause? CauseOf(in PlainSpan span, MovementKind kind, int day, ReadOnlySpan<PlainSpan> spans)
    {
        if (kind is not (MovementKind.Expansion or MovementKind.Contraction)) return null;
        // Where no subscription has a product, all have the same.
        int product = products.Length == 0 ? 0 : products[span.Subscription];
        foreach (ref readonly PlainSpan other in spans)
        {
            if (other.From <= day && day < other.To && (products.Length == 0 || products[other.Subscription] == product)) return MovementCause.SameProduct;
        }

        return MovementCause.OtherProduct;
    }

    private void Row(in PlainSpan span, int version, MovementKind kind, long amount, int subscriptions, MovementCause? cause = null)
    {
        int customers = 0;
        if (amount < 0 || subscriptions < 0) (customers, _offNext) = (_offNext, 0);
        else (customers, _onNext) = (_onNext, 0);
        rows.Add(_day, version, span.Subscription, amount, new RowTraits(kind, cause, customers, subscriptions));
    }

    /// <summary>The starts and ends by day, those of a day in the order of the subscriptions.</summary>
    private ReadOnlySpan<long> EventsOf(ReadOnlySpan<PlainSpan> spans)
    {
        if (_events.Length < 2 * spans.Length) _events = new long[2 * spans.Length];
        int count = 0;
        for (int i = 0; i < spans.Length; i++)
        {
            _events[count++] = ((long)spans[i].From << 32) | (2L * i);
            if (spans[i].To != FactTable.NoDay) _events[count++] = ((long)spans[i].To << 32) | ((2L * i) + 1);
        }

        Span<long> events = _events.AsSpan(0, count);
        if (count > FewEvents)
        {
            events.Sort();
            return events;
        }

        for (int i = 1; i < events.Length; i++)
        {
            long moved = events[i];
            int place = i;
            for (; place > 0 && events[place - 1] > moved; place--) events[place] = events[place - 1];
            events[place] = moved;
        }

        return events;
    }

    private static int PlaceOf(long change) => unchecked((int)(uint)change) >> 1;

    private static bool IsEnd(long change) => (change & 1) != 0;
}
