using System.Numerics;
using System.Runtime.CompilerServices;

namespace RevOps.Metrics;

/// <summary>Posts the movements of blocks of customers: what one thread does.</summary>
internal sealed class BlockSweep<TDay, TAmount>(
    CustomerBlocks<TDay, TAmount> blocks, AttributeVersions versions, int[] products, GeneralLedger general, int before)
    where TDay : struct, IBinaryInteger<TDay>, IMinMaxValue<TDay>
    where TAmount : struct, IBinaryInteger<TAmount>, IMinMaxValue<TAmount>
{
    /// <summary>Where days have two bytes, the starts and ends of so many subscriptions can be numbered in two more.</summary>
    private const int MostOfFew = ushort.MaxValue / 2;

    private readonly PlainPosting<TDay, TAmount, uint>? _few = typeof(TDay) == typeof(ushort) ? new(versions, general, products, before) : null;
    private readonly PlainPosting<TDay, TAmount, long> _many = new(versions, general, products, before);
    private int[] _edges = [];

    /// <summary>Posts a block, customer by customer in the order of their numbers.</summary>
    public void Run(int block, LedgerRows<TDay, TAmount> rows)
    {
        (int first, int end) = blocks.CustomersOf(block);
        ReadOnlySpan<PlainSpan<TDay, TAmount>> spans = blocks[block];
        if (_edges.Length <= end - first) _edges = new int[end - first + 1];
        Span<int> edges = _edges.AsSpan(0, end - first + 1);
        CountByCustomer(spans, first, edges);
        if (_few is not null && spans.Length <= MostOfFew) _few.Post(spans, first, edges, rows);
        else _many.Post(spans, first, edges, rows);
    }

    /// <summary>Counts the subscriptions of each customer without those that are passed over: behind the place of each customer stands where its own are to begin.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CountByCustomer(ReadOnlySpan<PlainSpan<TDay, TAmount>> spans, int firstCustomer, Span<int> edges)
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
}
