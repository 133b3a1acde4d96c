using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RevOps.Metrics;

/// <summary>The subscriptions of a block by customer, and their starts and ends by day; one object serves all blocks.</summary>
/// <remarks>
/// Each subscription has two events, the second one on the last of all days where no end is known, so that the place of all follows from the
/// subscription's. All are written before the first are sorted: a core that reads several numbers at once waits where it has only just written
/// them one by one.
/// </remarks>
/// <typeparam name="TDay">What a day is held in.</typeparam>
/// <typeparam name="TAmount">What an amount is held in.</typeparam>
/// <typeparam name="TEvent">Four bytes where days and the places of all starts and ends of a block have two each, else eight.</typeparam>
internal sealed class PlainEvents<TDay, TAmount, TEvent>
    where TDay : struct, IBinaryInteger<TDay>, IMinMaxValue<TDay>
    where TAmount : struct, IBinaryInteger<TAmount>
    where TEvent : struct, IBinaryInteger<TEvent>, IMinMaxValue<TEvent>
{
    /// <summary>Room to read and write whole vectors.</summary>
    private const int Spare = 16;

    private int[] _edges = [];
    private TEvent[] _events = [], _sorted = [];

    /// <summary>The day of ends that are not known, after all others; the event behind each customer's last is on it or later.</summary>
    public static int Never { get; } = int.CreateTruncating(TDay.MaxValue);

    /// <summary>The subscriptions by customer, those of each in the order of their numbers.</summary>
    public PlainSpan<TDay, TAmount>[] Spans { get; private set; } = [];

    /// <summary>Sorts the subscriptions of a block by customer by counting, which keeps their order, and writes their starts and ends.</summary>
    /// <param name="spans">The subscriptions; those that are passed over are left out.</param>
    /// <param name="customers">The block's customers, from the first to the one after the last.</param>
    /// <returns>Where the subscriptions of each customer begin, and where those of the last end.</returns>
    public ReadOnlySpan<int> Fill(ReadOnlySpan<PlainSpan<TDay, TAmount>> spans, (int First, int End) customers)
    {
        int count = customers.End - customers.First;
        if (_edges.Length <= count) _edges = new int[count + 1];
        if (Spans.Length < spans.Length)
        {
            Spans = new PlainSpan<TDay, TAmount>[spans.Length + (spans.Length / 4)];
            _events = new TEvent[(2 * Spans.Length) + Spare];
        }

        Span<int> edges = _edges.AsSpan(0, count + 1);
        Count(spans, customers.First, edges);
        Place(spans, customers.First, edges);
        return edges;
    }

    /// <summary>The starts and ends of some customers, one customer after the other: by day, and on one day by their places. Before the first of all, and behind each customer's last, there is one that never is.</summary>
    /// <param name="edges">Where the subscriptions of each of them begin, and where those of the last end.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public TEvent[] Sorted(ReadOnlySpan<int> edges)
    {
        int all = (2 * (edges[^1] - edges[0])) + edges.Length + 1;
        if (_sorted.Length < all + Spare) _sorted = new TEvent[(all * 5 / 4) + Spare];
        TEvent[] events = _events, sorted = _sorted;
        unchecked
        {
            int place = 1;
            sorted.At(0) = TEvent.MaxValue;
            for (int i = 0; i + 1 < edges.Length; i++)
            {
                int first = 2 * edges[i], count = (2 * edges[i + 1]) - first;
                if (typeof(TEvent) == typeof(uint) && count <= 2 * Vector256<uint>.Count && Vector256.IsHardwareAccelerated)
                {
                    Vector256<uint> low = Own(ref events.At(first), count), high = Vector256<uint>.AllBitsSet;
                    if (count <= Vector256<uint>.Count) low = SortingNetwork.Sort(low);
                    else (low, high) = SortingNetwork.Sort(low, Own(ref events.At(first + Vector256<uint>.Count), count - Vector256<uint>.Count));
                    low.As<uint, TEvent>().StoreUnsafe(ref sorted.At(place));
                    high.As<uint, TEvent>().StoreUnsafe(ref sorted.At(place + Vector256<uint>.Count));
                }
                else
                {
                    events.AsSpan(first, count).CopyTo(sorted.AsSpan(place));
                    sorted.AsSpan(place, count).Sort();
                }

                place += count;
                sorted.At(place++) = TEvent.MaxValue;
            }
        }

        return sorted;
    }

    /// <summary>Finds where the subscriptions of each customer are to begin, and puts it one place behind the customer's own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Count(ReadOnlySpan<PlainSpan<TDay, TAmount>> spans, int firstCustomer, Span<int> edges)
    {
        int placed = 0;
        edges.Clear();
        unchecked
        {
            foreach (ref readonly PlainSpan<TDay, TAmount> span in spans)
            {
                if (!TAmount.IsNegative(span.Amount)) edges[span.Customer - firstCustomer + 1]++;
            }

            foreach (ref int place in edges[1..]) (place, placed) = (placed, placed + place);
        }
    }

    /// <summary>Puts each subscription and its two events where they belong; each customer's next place is where its own end, once all are in theirs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Place(ReadOnlySpan<PlainSpan<TDay, TAmount>> spans, int firstCustomer, Span<int> edges)
    {
        PlainSpan<TDay, TAmount>[] sorted = Spans;
        TEvent[] events = _events;
        unchecked
        {
            foreach (ref readonly PlainSpan<TDay, TAmount> span in spans)
            {
                if (TAmount.IsNegative(span.Amount)) continue;
                int place = edges[span.Customer - firstCustomer + 1]++;
                sorted.At(place) = span;
                events.At(2 * place) = DayEvent.Of<TEvent>(int.CreateTruncating(span.From), 2 * place);
                events.At((2 * place) + 1) = DayEvent.Of<TEvent>(int.CreateTruncating(span.To), (2 * place) + 1);
            }
        }
    }

    /// <summary>The first of eight events; those behind, which are other customers', count as the largest number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Own(ref TEvent first, int count)
    {
        Vector256<uint> isOwn = Vector256.LessThan(Vector256<uint>.Indices, Vector256.Create((uint)count));
        return Vector256.ConditionalSelect(isOwn, Vector256.LoadUnsafe(ref first).AsUInt32(), Vector256<uint>.AllBitsSet);
    }
}
