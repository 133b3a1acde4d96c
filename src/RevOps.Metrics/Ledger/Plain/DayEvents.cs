using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RevOps.Metrics;

/// <summary>What happens to the customers of a block, by day: a few numbers of each, the day in their upper half and what happens in the lower one, to be sorted.</summary>
/// <remarks>
/// All are written before the first are sorted: a core that reads several numbers at once waits where it has only just written them one by one.
/// One object serves all blocks.
/// </remarks>
/// <typeparam name="TEvent">Four bytes where days and numbers have two each, else eight.</typeparam>
internal sealed class DayEvents<TEvent>
    where TEvent : struct, IBinaryInteger<TEvent>, IMinMaxValue<TEvent>
{
    /// <summary>Up to so many are sorted by counting how many come before each, which needs no decision.</summary>
    private const int Few = 32;

    private TEvent[] _events = [], _sorted = [];

    private static int HalfBits => Unsafe.SizeOf<TEvent>() * 4;

    /// <summary>The day of an event.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int DayOf(TEvent one) => int.CreateTruncating(one >> HalfBits);

    /// <summary>What happens.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int WhatOf(TEvent one) => int.CreateTruncating(one & unchecked((TEvent.One << HalfBits) - TEvent.One));

    /// <summary>One of the events.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TEvent Of(int day, int what) => unchecked((TEvent.CreateTruncating(day) << HalfBits) | TEvent.CreateTruncating(what));

    /// <summary>Room for the events of a block, those of a customer together in any order, all of them different.</summary>
    /// <param name="all">How many there are at most.</param>
    /// <param name="ofOne">How many a customer has at most.</param>
    public TEvent[] Room(int all, int ofOne)
    {
        // Room to read a whole vector, and for the end.
        if (_events.Length < all + Vector256<TEvent>.Count) _events = new TEvent[(all * 5 / 4) + Vector256<TEvent>.Count];
        if (_sorted.Length <= ofOne) _sorted = new TEvent[2 * (ofOne + 1)];
        return _events;
    }

    /// <summary>What happens to a customer, by day, and on one day by its number; behind the last there is one that is on no day.</summary>
    /// <param name="first">The place of its first event in the room.</param>
    /// <param name="count">How many it has.</param>
    public TEvent[] Sorted(int first, int count)
    {
        TEvent[] events = _events, sorted = _sorted;
        sorted[count] = TEvent.MaxValue;
        if (count is 0 or > Few || !Vector256.IsHardwareAccelerated)
        {
            events.AsSpan(first, count).CopyTo(sorted);
            sorted.AsSpan(0, count).Sort();
            return sorted;
        }

        unchecked
        {
            int end = first + count, last = end - 1 - ((count - 1) % Vector256<TEvent>.Count);
            // Of the last vector only those that are this customer's.
            uint own = (1u << (end - last)) - 1;
            for (int place = first; place < end; place++)
            {
                TEvent one = events.At(place);
                Vector256<TEvent> ones = Vector256.Create(one);
                int before = BitOperations.PopCount(Less(events, last, ones) & own);
                for (int i = first; i < last; i += Vector256<TEvent>.Count) before += BitOperations.PopCount(Less(events, i, ones));
                sorted.At(before) = one;
            }
        }

        return sorted;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Less(TEvent[] events, int place, Vector256<TEvent> ones) =>
        Vector256.LessThan(Vector256.LoadUnsafe(ref events.At(place)), ones).ExtractMostSignificantBits();
}
