using System.Numerics;

namespace RevOps.Metrics;

/// <summary>Posts the movements of one customer after the other whose subscriptions are all plain.</summary>
/// <remarks>
/// It decides as <see cref="DayPosting"/> does, which says why, for what plain subscriptions can do: start, end, and be there while the customer's
/// attributes change. A property of the tests holds the two equal. For each customer the few days are sorted and swept once, without an
/// allocation.
/// </remarks>
/// <param name="versions">The versions of the customers' attributes.</param>
/// <param name="products">The product of each subscription; empty where none has any.</param>
/// <param name="before">The day from which spans and rows count their days.</param>
internal sealed class PlainPosting<TDay, TAmount>(AttributeVersions versions, int[] products, int before)
    where TDay : struct, IBinaryInteger<TDay>, IMinMaxValue<TDay>
    where TAmount : struct, IBinaryInteger<TAmount>
{
    /// <summary>What a start or end alone on its day is: four for an end, two where the customer has nothing else, one where it ever had anything.</summary>
    private static readonly (MovementKind Kind, RowTraits Traits)[] Alone =
    [
        (MovementKind.Expansion, new RowTraits(MovementCause.SameProduct, 0, 1)), (MovementKind.Expansion, new RowTraits(MovementCause.SameProduct, 0, 1)),
        (MovementKind.New, new RowTraits(null, 1, 1)), (MovementKind.Reactivation, new RowTraits(null, 1, 1)),
        (MovementKind.Contraction, new RowTraits(MovementCause.SameProduct, 0, -1)), (MovementKind.Contraction, new RowTraits(MovementCause.SameProduct, 0, -1)),
        (MovementKind.Churn, new RowTraits(null, -1, -1)), (MovementKind.Churn, new RowTraits(null, -1, -1)),
    ];

    private readonly DayEvents _events = new();
    private int _day, _oldVersion, _newVersion, _offNext, _onNext;
    private LedgerRows<TDay, TAmount> _rows = null!;
    private long _upTransfer, _downTransfer;
    private MovementKind _kindOfStarts, _kindOfEnds;

    /// <summary>Posts the movements of a customer.</summary>
    /// <param name="customer">Its number.</param>
    /// <param name="spans">Its subscriptions, in the order of their numbers.</param>
    /// <param name="rows">Where the rows go.</param>
    public void Post(int customer, ReadOnlySpan<PlainSpan<TDay, TAmount>> spans, LedgerRows<TDay, TAmount> rows)
    {
        _rows = rows;
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
            if (version + 1 < endVersion && versions.FirstDay(version + 1) - before <= _day) _day = versions.FirstDay(_newVersion = ++version) - before;
            int first = next;
            while (next < events.Length && (int)(events[next] >> 32) == _day) next++;
            if (next - first == 1 && _oldVersion == _newVersion)
            {
                active = PostAlone(active, everActive, events[first], spans);
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
    /// <remarks>What it is follows by a table from three answers, which no branch could foresee.</remarks>
    private int PostAlone(int before, bool everActive, long change, ReadOnlySpan<PlainSpan<TDay, TAmount>> spans)
    {
        int isEnd = (int)(change & 1), after = before + 1 - (2 * isEnd);
        ref readonly PlainSpan<TDay, TAmount> span = ref spans[PlaceOf(change)];
        int what = (isEnd * 4) + (before * after == 0 ? 2 : 0) + (everActive ? 1 : 0);
        (MovementKind kind, RowTraits traits) = Alone[what];
        // Where no subscription has a product, all have the same.
        if (products.Length > 0 && (what & 2) == 0) traits = new RowTraits(CauseOf(span, kind, _day - 1 + isEnd, spans), 0, after - before);
        long amount = AmountOf(span);
        // The complement plus one is the negative amount.
        _rows.Add(_day, _newVersion, span.Subscription, (amount ^ -isEnd) + isEnd, kind, traits);
        return after;
    }

    /// <summary>Names what the starts and ends of the day are, and tells how many subscriptions count from it.</summary>
    private int Begin(int before, bool everActive, ReadOnlySpan<long> today, ReadOnlySpan<PlainSpan<TDay, TAmount>> spans)
    {
        long up = 0, down = 0;
        int after = before;
        foreach (long change in today)
        {
            long amount = AmountOf(spans[PlaceOf(change)]);
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

    private void PostEvents(ReadOnlySpan<long> today, ReadOnlySpan<PlainSpan<TDay, TAmount>> spans)
    {
        foreach (long change in today)
        {
            if (IsEnd(change)) PostEnd(spans[PlaceOf(change)], spans);
            else PostStart(spans[PlaceOf(change)], spans);
        }
    }

    /// <summary>Posts a day on which the attributes change, which what goes on moves with.</summary>
    private void PostAll(ReadOnlySpan<PlainSpan<TDay, TAmount>> spans)
    {
        foreach (ref readonly PlainSpan<TDay, TAmount> span in spans)
        {
            if (EndOf(span) == _day) PostEnd(span, spans);
            else if (DayOf(span.From) == _day) PostStart(span, spans);
            else if (IsOn(span, _day))
            {
                Row(span, _oldVersion, MovementKind.Transfer, -AmountOf(span), -1);
                Row(span, _newVersion, MovementKind.Transfer, AmountOf(span), 1);
            }
        }
    }

    private void PostStart(in PlainSpan<TDay, TAmount> span, ReadOnlySpan<PlainSpan<TDay, TAmount>> spans)
    {
        long amount = AmountOf(span), transfer = Math.Min(amount, _upTransfer);
        _upTransfer -= transfer;
        if (transfer != 0) Row(span, _newVersion, MovementKind.Transfer, transfer, 1);
        if (transfer != 0 && transfer == amount) return;
        Row(span, _newVersion, _kindOfStarts, amount - transfer, transfer != 0 ? 0 : 1, CauseOf(span, _kindOfStarts, _day - 1, spans));
    }

    private void PostEnd(in PlainSpan<TDay, TAmount> span, ReadOnlySpan<PlainSpan<TDay, TAmount>> spans)
    {
        long amount = AmountOf(span), transfer = Math.Min(amount, _downTransfer);
        _downTransfer -= transfer;
        if (transfer != 0) Row(span, _oldVersion, MovementKind.Transfer, -transfer, -1);
        if (transfer != 0 && transfer == amount) return;
        Row(span, _oldVersion, _kindOfEnds, transfer - amount, transfer != 0 ? 0 : -1, CauseOf(span, _kindOfEnds, _day, spans));
    }

    /// <summary>Whether the customer has the product of a subscription by another one on a day: until what starts, or from what ends.</summary>
    private MovementCause? CauseOf(in PlainSpan<TDay, TAmount> span, MovementKind kind, int day, ReadOnlySpan<PlainSpan<TDay, TAmount>> spans)
    {
        if (kind is not (MovementKind.Expansion or MovementKind.Contraction)) return null;
        // Where no subscription has a product, all have the same; and only who has another one expands or contracts.
        if (products.Length == 0) return MovementCause.SameProduct;
        int product = products[span.Subscription];
        foreach (ref readonly PlainSpan<TDay, TAmount> other in spans)
        {
            if (products[other.Subscription] == product && IsOn(other, day)) return MovementCause.SameProduct;
        }

        return MovementCause.OtherProduct;
    }

    private static bool IsOn(in PlainSpan<TDay, TAmount> span, int day) => DayOf(span.From) <= day && day < EndOf(span);

    private static int EndOf(in PlainSpan<TDay, TAmount> span) => span.To == TDay.MaxValue ? FactTable.NoDay : DayOf(span.To);

    private static long AmountOf(in PlainSpan<TDay, TAmount> span) => long.CreateTruncating(span.Amount);

    private void Row(in PlainSpan<TDay, TAmount> span, int version, MovementKind kind, long amount, int subscriptions, MovementCause? cause = null)
    {
        int customers = 0;
        if (amount < 0 || subscriptions < 0) (customers, _offNext) = (_offNext, 0);
        else (customers, _onNext) = (_onNext, 0);
        _rows.Add(_day, version, span.Subscription, amount, kind, new RowTraits(cause, customers, subscriptions));
    }

    /// <summary>The starts and ends by day, those of a day in the order of the subscriptions.</summary>
    private ReadOnlySpan<long> EventsOf(ReadOnlySpan<PlainSpan<TDay, TAmount>> spans)
    {
        _events.Clear(2 * spans.Length);
        for (int i = 0; i < spans.Length; i++)
        {
            ref readonly PlainSpan<TDay, TAmount> span = ref spans[i];
            _events.Add(DayOf(span.From), 2 * i, true);
            _events.Add(DayOf(span.To), (2 * i) + 1, span.To != TDay.MaxValue);
        }

        return _events.Sorted();
    }

    private static int DayOf(TDay day) => int.CreateTruncating(day);

    private static int PlaceOf(long change) => unchecked((int)(uint)change) >> 1;

    private static bool IsEnd(long change) => (change & 1) != 0;
}
