using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RevOps.Metrics;

/// <summary>What happens to one customer, by day: a few numbers, the day in their upper half and what happens in the lower one, to be sorted. One object serves all customers.</summary>
/// <typeparam name="TEvent">Four bytes where days and numbers have two each, else eight.</typeparam>
internal sealed class DayEvents<TEvent>
    where TEvent : struct, IBinaryInteger<TEvent>, IMinMaxValue<TEvent>
{
    /// <summary>Up to so many are sorted by counting how many come before each, which needs no decision.</summary>
    private const int Few = 32;

    private TEvent[] _events = new TEvent[64], _sorted = new TEvent[64];

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

    /// <summary>Room for the events of a customer, in any order, all of them different.</summary>
    public TEvent[] Room(int most)
    {
        // Room to fill up the last vector, and for the end.
        int room = most + Vector256<TEvent>.Count + 1;
        if (_events.Length < room) (_events, _sorted) = (new TEvent[2 * room], new TEvent[2 * room]);
        return _events;
    }

    /// <summary>What happens, by day, and on one day by its number; behind the last there is one that is on no day.</summary>
    /// <param name="count">How many events there are in the room.</param>
    public TEvent[] Sorted(int count)
    {
        TEvent[] events = _events, sorted = _sorted;
        if (count > Few || !Vector256.IsHardwareAccelerated)
        {
            events.AsSpan(0, count).CopyTo(sorted);
            sorted.AsSpan(0, count).Sort();
            sorted[count] = TEvent.MaxValue;
            return sorted;
        }

        Vector256.Create(TEvent.MaxValue).StoreUnsafe(ref events.At(count));
        unchecked
        {
            for (int place = 0; place < count; place++)
            {
                TEvent one = events.At(place);
                Vector256<TEvent> ones = Vector256.Create(one);
                int before = 0;
                for (int i = 0; i < count; i += Vector256<TEvent>.Count)
                {
                    before += BitOperations.PopCount(Vector256.LessThan(Vector256.LoadUnsafe(ref events.At(i)), ones).ExtractMostSignificantBits());
                }

                sorted.At(before) = one;
            }
        }

        sorted[count] = TEvent.MaxValue;
        return sorted;
    }
}
