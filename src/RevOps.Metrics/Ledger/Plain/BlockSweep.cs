using System.Numerics;
using System.Runtime.CompilerServices;

namespace RevOps.Metrics;

/// <summary>Posts the movements of blocks of customers: what one thread does.</summary>
internal sealed class BlockSweep<TDay, TAmount>(
    CustomerBlocks<TDay, TAmount> blocks, AttributeVersions versions, int[] products, GeneralLedger general, int before)
    where TDay : struct, IBinaryInteger<TDay>, IMinMaxValue<TDay>
    where TAmount : struct, IBinaryInteger<TAmount>, IMinMaxValue<TAmount>
{
    /// <summary>Where days have two bytes, so many subscriptions of a customer can be numbered in two more.</summary>
    private const int MostOfFew = (ushort.MaxValue / 2) - 1;

    private readonly PlainPosting<TDay, TAmount, uint>? _few = typeof(TDay) == typeof(ushort) ? new(versions, general, products, before) : null;
    private readonly PlainPosting<TDay, TAmount, long> _many = new(versions, general, products, before);
    private int[] _edges = [];
    private PlainSpan<TDay, TAmount>[] _sorted = [];

    /// <summary>Posts a block, customer by customer in the order of their numbers.</summary>
    public void Run(int block, LedgerRows<TDay, TAmount> rows)
    {
        (int firstCustomer, int endCustomer) = blocks.CustomersOf(block);
        (int placed, int most) = SortByCustomer(blocks[block], firstCustomer, endCustomer - firstCustomer);
        ReadOnlySpan<int> edges = _edges.AsSpan(0, endCustomer - firstCustomer + 1);
        ReadOnlySpan<PlainSpan<TDay, TAmount>> spans = _sorted.AsSpan(0, placed);
        if (_few is not null && most <= MostOfFew) _few.Post(firstCustomer, edges, most, spans, rows);
        else _many.Post(firstCustomer, edges, most, spans, rows);
    }

    /// <summary>Sorts by customer by counting, which keeps the order of the subscriptions; those that are passed over are left out.</summary>
    /// <returns>How many there are, and how many the customer with most of them has.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (int Placed, int Most) SortByCustomer(ReadOnlySpan<PlainSpan<TDay, TAmount>> spans, int firstCustomer, int customers)
    {
        if (_edges.Length <= customers) _edges = new int[customers + 1];
        if (_sorted.Length < spans.Length) _sorted = new PlainSpan<TDay, TAmount>[spans.Length + (spans.Length / 4)];
        int[] next = _edges;
        PlainSpan<TDay, TAmount>[] sorted = _sorted;
        Array.Clear(next, 0, customers + 1);
        int placed = 0, most = 0;
        unchecked
        {
            foreach (ref readonly PlainSpan<TDay, TAmount> span in spans)
            {
                if (!TAmount.IsNegative(span.Amount)) next.At(span.Customer - firstCustomer + 1)++;
            }

            foreach (ref int place in next.AsSpan(1, customers))
            {
                most = Math.Max(most, place);
                (place, placed) = (placed, placed + place);
            }

            // Each customer's next place is where its own end, once all are in theirs.
            foreach (ref readonly PlainSpan<TDay, TAmount> span in spans)
            {
                if (!TAmount.IsNegative(span.Amount)) sorted.At(next.At(span.Customer - firstCustomer + 1)++) = span;
            }
        }

        return (placed, most);
    }
}
