using System.Runtime.Intrinsics;

namespace RevOps.Metrics;

/// <summary>What happens to one customer, by day: a few numbers, the day above and below it what happens, to be sorted. One object serves all customers.</summary>
internal sealed class DayEvents
{
    /// <summary>Up to so many are sorted by counting how many come before each, which needs no decision.</summary>
    private const int Few = 16;

    private long[] _events = new long[64], _sorted = new long[64];
    private int _count;

    /// <summary>Begins another customer, with room for so many.</summary>
    public void Clear(int most)
    {
        _count = 0;
        // Room to fill up the last vector.
        int room = most + Vector256<long>.Count;
        if (_events.Length < room) (_events, _sorted) = (new long[2 * room], new long[2 * room]);
    }

    /// <summary>Adds what happens on a day, all of which is different, if it does: written anyhow, as whether it does cannot be foreseen.</summary>
    public void Add(int day, int what, bool happens)
    {
        _events.At(_count) = ((long)day << 32) | (uint)what;
        _count += happens ? 1 : 0;
    }

    /// <summary>What happens, by day, and on one day by its number.</summary>
    public ReadOnlySpan<long> Sorted()
    {
        Span<long> events = _events.AsSpan(0, _count);
        if (_count > Few || !Vector256.IsHardwareAccelerated)
        {
            events.Sort();
            return events;
        }

        _events.AsSpan(_count, Vector256<long>.Count).Fill(long.MaxValue);
        long[] all = _events;
        foreach (long one in events)
        {
            Vector256<long> before = Vector256<long>.Zero, ones = Vector256.Create(one);
            // A comparison that holds is -1.
            for (int i = 0; i < _count; i += Vector256<long>.Count) before += Vector256.LessThan(Vector256.LoadUnsafe(ref all[0], (nuint)i), ones);
            _sorted.At(-(int)Vector256.Sum(before)) = one;
        }

        return _sorted.AsSpan(0, _count);
    }
}
