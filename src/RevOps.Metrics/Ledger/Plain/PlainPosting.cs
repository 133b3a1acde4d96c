using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

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
    /// <summary>The starts and ends of so many are sorted, and then posted: those are in the first cache then, and nothing that is decided by them waits for the sorting.</summary>
    private const int CustomersAtATime = 64;

    private readonly PlainEvents<TDay, TAmount, TEvent> _events = new();
    private readonly PlainDayPosting<TDay, TAmount, TEvent> _days = new(products);

    /// <summary>Posts the movements of a block.</summary>
    /// <param name="spans">The subscriptions, those that are passed over among them.</param>
    /// <param name="customers">Its customers, from the first to the one after the last.</param>
    /// <param name="rows">Where the rows go.</param>
    public void Post(ReadOnlySpan<PlainSpan<TDay, TAmount>> spans, (int First, int End) customers, LedgerRows<TDay, TAmount> rows)
    {
        ReadOnlySpan<int> edges = _events.Fill(spans, customers);
        for (int from = 0; from + 1 < edges.Length; from += CustomersAtATime)
        {
            ReadOnlySpan<int> some = edges.Slice(from, Math.Min(CustomersAtATime + 1, edges.Length - from));
            TEvent[] events = _events.Sorted(some);
            // The first of all is one that never is.
            for (int i = 0, first = 1; i + 1 < some.Length; i++)
            {
                (int start, int end, int customer) = (some[i], some[i + 1], customers.First + from + i);
                if (start == end)
                {
                    general.Post(customer, rows, before);
                }
                else
                {
                    (int version, int endVersion) = versions.Of(customer);
                    rows.Begin(version);
                    if (version + 1 < endVersion) PostChanging(start, end, events, first, (version, endVersion), rows);
                    else if (!TryPostSeveral(start, end, events, first, rows)) PostSteady(start, end, events, first, version, rows);
                }

                first += (2 * (end - start)) + 1;
            }
        }
    }

    /// <summary>Posts a customer whose attributes never change several days at once; false, with nothing posted, where that cannot be.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryPostSeveral(int start, int end, TEvent[] events, int first, LedgerRows<TDay, TAmount> rows) =>
        typeof(TDay) == typeof(ushort) && typeof(TAmount) == typeof(int) && typeof(TEvent) == typeof(uint) && Vector256.IsHardwareAccelerated && products.Length == 0
        && EventVectors.TryPost(
            (uint[])(object)events, first, first + (2 * (end - start)), (PlainSpan<ushort, int>[])(object)_events.Spans, (LedgerRows<ushort, int>)(object)rows);

    /// <summary>Posts a customer whose attributes never change, as most are, one day after the other.</summary>
    /// <remarks>
    /// On most days there is one start or end: nothing is netted, and one row says all. What it is follows by a table from three answers, which no
    /// branch could foresee.
    /// </remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void PostSteady(int start, int end, TEvent[] events, int first, int version, LedgerRows<TDay, TAmount> rows)
    {
        unchecked
        {
            // Each start and end posts two rows at most.
            rows.Reserve(4 * (end - start));
            LedgerRows<TDay, TAmount>.Writer writer = new(rows);
            PlainSpan<TDay, TAmount>[] spans = _events.Spans;
            bool hasProducts = products.Length > 0;
            for (int next = first, active = 0; ;)
            {
                TEvent one = events.At(next);
                int day = DayEvent.DayOf(one);
                if (day >= PlainEvents<TDay, TAmount, TEvent>.Never) break;
                if (DayEvent.DayOf(events.At(next + 1)) == day)
                {
                    rows.Count = writer.Count;
                    (next, active) = PostSeveral(start, end, events, next, version, active, next > first, rows);
                    writer.Count = rows.Count;
                    continue;
                }

                int isEnd = DayEvent.WhatOf(one) & 1;
                ref readonly PlainSpan<TDay, TAmount> span = ref spans.At(DayEvent.WhatOf(one) >> 1);
                // Nothing counts before a start, or after an end; and before its first day the customer never had anything.
                int what = (isEnd * 4) + (2 * (active == isEnd ? 1 : 0)) + (next > first ? 1 : 0);
                RowKind kind = PlainDayKinds.Alone.At(what);
                if (hasProducts && (what & 2) == 0) kind = kind with { Traits = _days.TraitsOfAlone(span, day, isEnd, spans.AsSpan(start, end - start)) };
                long amount = long.CreateTruncating(span.Amount);
                // The complement plus one is the negative amount.
                writer.Add(day, span.Subscription, (amount ^ -isEnd) + isEnd, kind);
                active += 1 - (2 * isEnd);
                next++;
            }

            rows.Count = writer.Count;
        }
    }

    /// <summary>Posts a day of several starts and ends.</summary>
    /// <returns>The place behind the last of them, and how many subscriptions count from the day.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private (int Next, int Active) PostSeveral(
        int start, int end, TEvent[] events, int first, int version, int active, bool everActive, LedgerRows<TDay, TAmount> rows)
    {
        int day = DayEvent.DayOf(events[first]), last = EndOf(day, events, first + 2);
        return (last, _days.Post(rows, _events.Spans, (start, end), events.AsSpan(first, last - first), new PlainDay(day, version, version), active, everActive));
    }

    /// <summary>Posts a customer whose attributes change, with which what goes on moves.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void PostChanging(int start, int end, TEvent[] events, int first, (int First, int End) version, LedgerRows<TDay, TAmount> rows)
    {
        // Each start and end posts two rows at most, and each subscription two for each change of the attributes.
        rows.Reserve((end - start) * (4 + (2 * (version.End - version.First - 1))));
        bool everActive = false;
        for (int next = first, now = version.First, active = 0; ; everActive |= active > 0)
        {
            // Versions that follow on each other differ in some value.
            int changing = now + 1 < version.End ? versions.FirstDay(now + 1) - before : int.MaxValue, day = Math.Min(DayEvent.DayOf(events[next]), changing);
            if (day >= PlainEvents<TDay, TAmount, TEvent>.Never) return;
            int last = EndOf(day, events, next);
            PlainDay today = new(day, now, day == changing ? now + 1 : now);
            rows.Begin(now);
            active = _days.Post(rows, _events.Spans, (start, end), events.AsSpan(next, last - next), today, active, everActive);
            (next, now) = (last, today.NewVersion);
        }
    }

    /// <summary>The place behind the last event of a day.</summary>
    private static int EndOf(int day, TEvent[] events, int next)
    {
        while (DayEvent.DayOf(events[next]) == day) next++;
        return next;
    }
}
