using System.Numerics;
using System.Runtime.CompilerServices;

namespace RevOps.Metrics;

/// <summary>Posts the movements of the customers of a block whose subscriptions are all plain.</summary>
/// <remarks>
/// It decides as <see cref="DayPosting"/> does, which says why, for what plain subscriptions can do: start, end, and be there while the customer's
/// attributes change. A property of the tests holds the two equal. For each customer the few days are sorted and swept once, without an
/// allocation. Here is what most days are, with as few decisions as can be; <see cref="PlainDayPosting{TDay, TAmount, TEvent}"/> has the others.
/// </remarks>
/// <param name="versions">The versions of the customers' attributes.</param>
/// <param name="general">The movements of the other customers, which stand between theirs.</param>
/// <param name="products">The product of each subscription; empty where none has any.</param>
/// <param name="before">The day from which spans and rows count their days.</param>
internal sealed class PlainPosting<TDay, TAmount, TEvent>(AttributeVersions versions, GeneralLedger general, int[] products, int before)
    where TDay : struct, IBinaryInteger<TDay>, IMinMaxValue<TDay>
    where TAmount : struct, IBinaryInteger<TAmount>
    where TEvent : struct, IBinaryInteger<TEvent>, IMinMaxValue<TEvent>
{
    /// <summary>What a start or end alone on its day is: four for an end, two where the customer has nothing else, one where it ever had anything.</summary>
    private static readonly RowKind[] Alone =
    [
        new(MovementKind.Expansion, new RowTraits(MovementCause.SameProduct, 0, 1)), new(MovementKind.Expansion, new RowTraits(MovementCause.SameProduct, 0, 1)),
        new(MovementKind.New, new RowTraits(null, 1, 1)), new(MovementKind.Reactivation, new RowTraits(null, 1, 1)),
        new(MovementKind.Contraction, new RowTraits(MovementCause.SameProduct, 0, -1)), new(MovementKind.Contraction, new RowTraits(MovementCause.SameProduct, 0, -1)),
        new(MovementKind.Churn, new RowTraits(null, -1, -1)), new(MovementKind.Churn, new RowTraits(null, -1, -1)),
    ];

    /// <summary>What both sides of a switch charge: of the start, and of the end.</summary>
    private static readonly RowKind[] Switched = [new(MovementKind.Transfer, new RowTraits(null, 0, 1)), new(MovementKind.Transfer, new RowTraits(null, 0, -1))];

    /// <summary>What the larger side of a switch charges more.</summary>
    private static readonly RowKind[] Rest =
        [new(MovementKind.Expansion, new RowTraits(MovementCause.SameProduct, 0, 0)), new(MovementKind.Contraction, new RowTraits(MovementCause.SameProduct, 0, 0))];

    private readonly DayEvents<TEvent> _events = new();
    private readonly PlainDayPosting<TDay, TAmount, TEvent> _days = new(products);

    private int[] _endOf = [];

    /// <summary>Posts the movements of a block.</summary>
    /// <param name="firstCustomer">The number of its first customer.</param>
    /// <param name="edges">Where the subscriptions of each customer begin, and of the last end.</param>
    /// <param name="most">How many a customer has at most.</param>
    /// <param name="spans">The subscriptions by customer, those of each in the order of their numbers.</param>
    /// <param name="rows">Where the rows go.</param>
    public void Post(int firstCustomer, ReadOnlySpan<int> edges, int most, ReadOnlySpan<PlainSpan<TDay, TAmount>> spans, LedgerRows<TDay, TAmount> rows)
    {
        WriteEvents(firstCustomer, edges, most, spans);
        int first = 0;
        for (int i = 0; i + 1 < edges.Length; i++)
        {
            (int start, int end, int customer) = (edges[i], edges[i + 1], firstCustomer + i);
            if (start == end)
            {
                general.Post(customer, rows, before);
                continue;
            }

            Post(customer, spans[start..end], first, _endOf[i] - first, rows);
            first = _endOf[i];
        }
    }

    /// <summary>Writes the starts and ends of all customers of a block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void WriteEvents(int firstCustomer, ReadOnlySpan<int> edges, int most, ReadOnlySpan<PlainSpan<TDay, TAmount>> spans)
    {
        if (_endOf.Length < edges.Length) _endOf = new int[edges.Length];
        TEvent[] events = _events.Room(2 * spans.Length, 2 * most);
        int[] endOf = _endOf;
        int count = 0;
        unchecked
        {
            for (int i = 0; i < spans.Length; i++)
            {
                ref readonly PlainSpan<TDay, TAmount> span = ref spans[i];
                int customer = span.Customer - firstCustomer, what = 2 * (i - edges[customer]);
                events.At(count++) = DayEvents<TEvent>.Of(int.CreateTruncating(span.From), what);
                // Written anyhow, as whether there is an end cannot be foreseen.
                events.At(count) = DayEvents<TEvent>.Of(int.CreateTruncating(span.To), what + 1);
                count += span.To == TDay.MaxValue ? 0 : 1;
                endOf.At(customer) = count;
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Post(int customer, ReadOnlySpan<PlainSpan<TDay, TAmount>> spans, int firstEvent, int count, LedgerRows<TDay, TAmount> rows)
    {
        TEvent[] events = _events.Sorted(firstEvent, count);
        int active = 0;
        (int version, int endVersion) = versions.Of(customer);
        // Each start and end posts two rows at most, and each subscription two for each change of the attributes.
        rows.Reserve(checked((2 * count) + (2 * spans.Length * (endVersion - version - 1))));
        bool everActive = false;
        for (int next = 0; ;)
        {
            // Behind the last event there is one that is on no day.
            TEvent one = events.At(next);
            int day = DayEvents<TEvent>.DayOf(one);
            // Versions that follow on each other differ in some value.
            if (unchecked(version + 1) < endVersion && versions.FirstDay(version + 1) - before <= day)
            {
                day = versions.FirstDay(version + 1) - before;
                int end = EndOf(day, events, next, count);
                active = _days.Post(rows, spans, events.AsSpan(next, end - next), new PlainDay(day, version, version + 1), active, everActive);
                everActive |= active > 0;
                (version, next) = (version + 1, end);
                continue;
            }

            if (next == count) return;
            TEvent other = events.At(unchecked(next + 1));
            if (DayEvents<TEvent>.DayOf(other) != day)
            {
                active = PostAlone(rows, one, day, version, active, everActive, spans);
                (next, everActive) = (unchecked(next + 1), true);
                continue;
            }

            int last = EndOf(day, events, next + 2, count);
            // Where no subscription has a product, all have the same.
            if (last != next + 2 || products.Length > 0 || !TryPostSwitch(rows, one, other, day, version, spans))
            {
                active = _days.Post(rows, spans, events.AsSpan(next, last - next), new PlainDay(day, version, version), active, everActive);
                everActive |= active > 0;
            }

            next = last;
        }
    }

    /// <summary>Posts the one start or end of a day, as on most days: nothing is netted, and one row says all.</summary>
    /// <remarks>What it is follows by a table from three answers, which no branch could foresee.</remarks>
    /// <returns>How many subscriptions count from the day.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int PostAlone(
        LedgerRows<TDay, TAmount> rows, TEvent change, int day, int version, int active, bool everActive, ReadOnlySpan<PlainSpan<TDay, TAmount>> spans)
    {
        unchecked
        {
            int isEnd = DayEvents<TEvent>.WhatOf(change) & 1;
            ref readonly PlainSpan<TDay, TAmount> span = ref spans[DayEvents<TEvent>.WhatOf(change) >> 1];
            // Nothing counts before a start, or after an end.
            int what = (isEnd * 4) + (2 * (active == isEnd ? 1 : 0)) + (everActive ? 1 : 0);
            RowKind kind = Alone.At(what);
            if (products.Length > 0 && (what & 2) == 0) kind = kind with { Traits = _days.TraitsOfAlone(span, day, isEnd, spans) };
            long amount = long.CreateTruncating(span.Amount);
            // The complement plus one is the negative amount.
            rows.Add(day, version, span.Subscription, (amount ^ -isEnd) + isEnd, kind);
            return active + 1 - (2 * isEnd);
        }
    }

    /// <summary>Posts a day on which one subscription takes another one's place: what both charge is a transfer, and the rest is of the larger one.</summary>
    /// <remarks>Which one is larger, and which comes first, no branch could foresee: the rest of both is written, and what is none is written over.</remarks>
    /// <returns>False, with nothing posted, where both start or end, or one has no price.</returns>
    private static bool TryPostSwitch(
        LedgerRows<TDay, TAmount> rows, TEvent first, TEvent second, int day, int version, ReadOnlySpan<PlainSpan<TDay, TAmount>> spans)
    {
        unchecked
        {
            int one = DayEvents<TEvent>.WhatOf(first), other = DayEvents<TEvent>.WhatOf(second);
            ref readonly PlainSpan<TDay, TAmount> ofOne = ref spans[one >> 1], ofOther = ref spans[other >> 1];
            long less = long.CreateTruncating(ofOne.Amount) - long.CreateTruncating(ofOther.Amount);
            // The smaller of both: the sign of what is between them is all ones or all zeros.
            long transfer = long.CreateTruncating(ofOther.Amount) + (less & (less >> 63));
            if (((one ^ other) & 1) == 0 || transfer == 0) return false;
            PostSwitched(rows, ofOne, one & 1, transfer, day, version);
            PostSwitched(rows, ofOther, other & 1, transfer, day, version);
            return true;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PostSwitched(LedgerRows<TDay, TAmount> rows, in PlainSpan<TDay, TAmount> span, int isEnd, long transfer, int day, int version)
    {
        unchecked
        {
            long rest = long.CreateTruncating(span.Amount) - transfer;
            rows.Add(day, version, span.Subscription, (transfer ^ -isEnd) + isEnd, Switched.At(isEnd));
            rows.Add(day, version, span.Subscription, (rest ^ -isEnd) + isEnd, Rest.At(isEnd), rest != 0);
        }
    }

    /// <summary>The place behind the last event of a day.</summary>
    private static int EndOf(int day, TEvent[] events, int next, int count)
    {
        while (next < count && DayEvents<TEvent>.DayOf(events[next]) == day) next++;
        return next;
    }
}
