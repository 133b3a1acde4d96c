using System.Numerics;
using System.Runtime.CompilerServices;

namespace RevOps.Metrics;

/// <summary>Posts days on which several plain subscriptions of a customer start or end, or its attributes change: what charges that day is netted.</summary>
/// <param name="products">The product of each subscription; empty where none has any.</param>
internal sealed class PlainDayPosting<TDay, TAmount, TEvent>(int[] products)
    where TDay : struct, IBinaryInteger<TDay>, IMinMaxValue<TDay>
    where TAmount : struct, IBinaryInteger<TAmount>
    where TEvent : struct, IBinaryInteger<TEvent>, IMinMaxValue<TEvent>
{
    private LedgerRows<TDay, TAmount> _rows = null!;
    private PlainDay _today;
    private int _offNext, _onNext;
    private long _upTransfer, _downTransfer;
    private MovementKind _kindOfStarts, _kindOfEnds;

    /// <summary>Posts a day.</summary>
    /// <param name="rows">Where the rows go.</param>
    /// <param name="block">The subscriptions of the block.</param>
    /// <param name="own">Where the customer's own begin and end.</param>
    /// <param name="changes">What starts and ends.</param>
    /// <param name="today">The day.</param>
    /// <param name="active">How many subscriptions count until the day.</param>
    /// <param name="everActive">Whether any ever did.</param>
    /// <returns>How many count from the day.</returns>
    public int Post(
        LedgerRows<TDay, TAmount> rows, ReadOnlySpan<PlainSpan<TDay, TAmount>> block, (int Start, int End) own, ReadOnlySpan<TEvent> changes, PlainDay today,
        int active, bool everActive)
    {
        // Where no subscription has a product, all have the same.
        if (changes.Length == 2 && !today.IsChange && products.Length == 0 && TryPostSwitch(rows, changes[0], changes[1], today, block)) return active;
        (_rows, _today) = (rows, today);
        int after = Begin(active, everActive, changes, block);
        ReadOnlySpan<PlainSpan<TDay, TAmount>> spans = block[own.Start..own.End];
        if (today.IsChange && active > 0) PostAll(spans);
        else PostChanges(changes, block, spans);
        return after;
    }

    /// <summary>What a start or end alone on its day is beside its kind, where the customer has other subscriptions.</summary>
    public RowTraits TraitsOfAlone(in PlainSpan<TDay, TAmount> span, int day, int isEnd, ReadOnlySpan<PlainSpan<TDay, TAmount>> spans) =>
        new(CauseOf(span, MovementKind.Expansion, day - 1 + isEnd, spans), 0, 1 - (2 * isEnd));

    /// <summary>Names what the starts and ends of the day are, and tells how many subscriptions count from it.</summary>
    private int Begin(int before, bool everActive, ReadOnlySpan<TEvent> changes, ReadOnlySpan<PlainSpan<TDay, TAmount>> block)
    {
        long up = 0, down = 0;
        int after = before;
        foreach (TEvent change in changes)
        {
            long amount = AmountOf(block[PlaceOf(change)]);
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
        bool moves = before > 0 && after > 0 && _today.IsChange;
        _offNext = (before > 0 && after == 0) || moves ? -1 : 0;
        _onNext = (before == 0 && after > 0) || moves ? 1 : 0;
        return after;
    }

    private void PostChanges(ReadOnlySpan<TEvent> changes, ReadOnlySpan<PlainSpan<TDay, TAmount>> block, ReadOnlySpan<PlainSpan<TDay, TAmount>> spans)
    {
        foreach (TEvent change in changes)
        {
            if (IsEnd(change)) PostEnd(block[PlaceOf(change)], spans);
            else PostStart(block[PlaceOf(change)], spans);
        }
    }

    /// <summary>Posts a day on which the attributes change, which what goes on moves with.</summary>
    private void PostAll(ReadOnlySpan<PlainSpan<TDay, TAmount>> spans)
    {
        foreach (ref readonly PlainSpan<TDay, TAmount> span in spans)
        {
            if (EndOf(span) == _today.Day) PostEnd(span, spans);
            else if (DayOf(span.From) == _today.Day) PostStart(span, spans);
            else if (IsOn(span, _today.Day))
            {
                Row(span, _today.OldVersion, MovementKind.Transfer, -AmountOf(span), -1);
                Row(span, _today.NewVersion, MovementKind.Transfer, AmountOf(span), 1);
            }
        }
    }

    private void PostStart(in PlainSpan<TDay, TAmount> span, ReadOnlySpan<PlainSpan<TDay, TAmount>> spans)
    {
        long amount = AmountOf(span), transfer = Math.Min(amount, _upTransfer);
        _upTransfer -= transfer;
        if (transfer != 0) Row(span, _today.NewVersion, MovementKind.Transfer, transfer, 1);
        if (transfer != 0 && transfer == amount) return;
        Row(span, _today.NewVersion, _kindOfStarts, amount - transfer, transfer != 0 ? 0 : 1, CauseOf(span, _kindOfStarts, _today.Day - 1, spans));
    }

    private void PostEnd(in PlainSpan<TDay, TAmount> span, ReadOnlySpan<PlainSpan<TDay, TAmount>> spans)
    {
        long amount = AmountOf(span), transfer = Math.Min(amount, _downTransfer);
        _downTransfer -= transfer;
        if (transfer != 0) Row(span, _today.OldVersion, MovementKind.Transfer, -transfer, -1);
        if (transfer != 0 && transfer == amount) return;
        Row(span, _today.OldVersion, _kindOfEnds, transfer - amount, transfer != 0 ? 0 : -1, CauseOf(span, _kindOfEnds, _today.Day, spans));
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

    private void Row(in PlainSpan<TDay, TAmount> span, int version, MovementKind kind, long amount, int subscriptions, MovementCause? cause = null)
    {
        int customers = 0;
        if (amount < 0 || subscriptions < 0) (customers, _offNext) = (_offNext, 0);
        else (customers, _onNext) = (_onNext, 0);
        _rows.Begin(version);
        _rows.Add(_today.Day, span.Subscription, amount, new RowKind(kind, new RowTraits(cause, customers, subscriptions)));
    }

    /// <summary>Posts a day on which one subscription takes another one's place: what both charge is a transfer, and the rest is of the larger one.</summary>
    /// <remarks>Which one is larger, and which comes first, no branch could foresee: the rest of both is written, and what is none is written over.</remarks>
    /// <returns>False, with nothing posted, where both start or end, or one has no price.</returns>
    private static bool TryPostSwitch(LedgerRows<TDay, TAmount> rows, TEvent first, TEvent second, PlainDay today, ReadOnlySpan<PlainSpan<TDay, TAmount>> block)
    {
        unchecked
        {
            int one = DayEvent.WhatOf(first), other = DayEvent.WhatOf(second);
            ref readonly PlainSpan<TDay, TAmount> ofOne = ref block[one >> 1], ofOther = ref block[other >> 1];
            long less = long.CreateTruncating(ofOne.Amount) - long.CreateTruncating(ofOther.Amount);
            // The smaller of both: the sign of what is between them is all ones or all zeros.
            long transfer = long.CreateTruncating(ofOther.Amount) + (less & (less >> 63));
            if (((one ^ other) & 1) == 0 || transfer == 0) return false;
            LedgerRows<TDay, TAmount>.Writer writer = new(rows);
            PostSwitched(ref writer, ofOne, one & 1, transfer, today);
            PostSwitched(ref writer, ofOther, other & 1, transfer, today);
            rows.Count = writer.Count;
            return true;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PostSwitched(ref LedgerRows<TDay, TAmount>.Writer writer, in PlainSpan<TDay, TAmount> span, int isEnd, long transfer, PlainDay today)
    {
        unchecked
        {
            long rest = long.CreateTruncating(span.Amount) - transfer;
            writer.Add(today.Day, span.Subscription, (transfer ^ -isEnd) + isEnd, PlainDayKinds.Switched.At(isEnd));
            writer.Add(today.Day, span.Subscription, (rest ^ -isEnd) + isEnd, PlainDayKinds.Rest.At(isEnd), rest != 0);
        }
    }

    private static bool IsOn(in PlainSpan<TDay, TAmount> span, int day) => DayOf(span.From) <= day && day < EndOf(span);

    private static int EndOf(in PlainSpan<TDay, TAmount> span) => span.To == TDay.MaxValue ? FactTable.NoDay : DayOf(span.To);

    private static long AmountOf(in PlainSpan<TDay, TAmount> span) => long.CreateTruncating(span.Amount);

    private static int DayOf(TDay day) => int.CreateTruncating(day);

    private static int PlaceOf(TEvent change) => DayEvent.WhatOf(change) >> 1;

    private static bool IsEnd(TEvent change) => (DayEvent.WhatOf(change) & 1) != 0;
}
