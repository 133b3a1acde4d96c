using System.Numerics;
using System.Runtime.CompilerServices;

namespace RevOps.Metrics;

/// <summary>Something that happens on a day, in one number, so that sorting the numbers brings days into order: the day in its upper half, what happens in the lower one.</summary>
internal static class DayEvent
{
    /// <summary>The number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TEvent Of<TEvent>(int day, int what)
        where TEvent : struct, IBinaryInteger<TEvent> => unchecked((TEvent.CreateTruncating(day) << HalfBits<TEvent>()) | TEvent.CreateTruncating(what));

    /// <summary>The day.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int DayOf<TEvent>(TEvent one)
        where TEvent : struct, IBinaryInteger<TEvent> => int.CreateTruncating(one >> HalfBits<TEvent>());

    /// <summary>What happens.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int WhatOf<TEvent>(TEvent one)
        where TEvent : struct, IBinaryInteger<TEvent> => int.CreateTruncating(one & unchecked((TEvent.One << HalfBits<TEvent>()) - TEvent.One));

    private static int HalfBits<TEvent>() => Unsafe.SizeOf<TEvent>() * 4;
}
