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

    private readonly PlainPosting<TDay, TAmount, uint>? _few = typeof(TDay) == typeof(ushort) ? new(versions, products, before) : null;
    private readonly PlainPosting<TDay, TAmount, long> _many = new(versions, products, before);
    private int[] _next = [];
    private PlainSpan<TDay, TAmount>[] _sorted = [];

    /// <summary>Posts a block, customer by customer in the order of their numbers.</summary>
    public void Run(int block, LedgerRows<TDay, TAmount> rows)
    {
        (int firstCustomer, int endCustomer) = blocks.CustomersOf(block);
        int customers = endCustomer - firstCustomer;
        SortByCustomer(blocks[block], firstCustomer, customers);
        int start = 0;
        for (int i = 0; i < customers; i++)
        {
            // After the spans were put in their places, each customer's next place is where its own end.
            int end = _next[i];
            if (start < end && _few is not null && end - start <= MostOfFew) _few.Post(firstCustomer + i, _sorted.AsSpan(start, end - start), rows);
            else if (start < end) _many.Post(firstCustomer + i, _sorted.AsSpan(start, end - start), rows);
            else general.Post(firstCustomer + i, rows, before);
            start = end;
        }
    }

    /// <summary>Sorts by customer by counting, which keeps the order of the subscriptions; those that are passed over are left out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SortByCustomer(ReadOnlySpan<PlainSpan<TDay, TAmount>> spans, int firstCustomer, int customers)
    {
        if (_next.Length < customers) _next = new int[customers];
        if (_sorted.Length < spans.Length) _sorted = new PlainSpan<TDay, TAmount>[spans.Length + (spans.Length / 4)];
        int[] next = _next;
        PlainSpan<TDay, TAmount>[] sorted = _sorted;
        Array.Clear(next, 0, customers);
        foreach (ref readonly PlainSpan<TDay, TAmount> span in spans)
        {
            if (!TAmount.IsNegative(span.Amount)) next[span.Customer - firstCustomer]++;
        }

        int placed = 0;
        foreach (ref int place in next.AsSpan(0, customers)) (place, placed) = (placed, placed + place);
        foreach (ref readonly PlainSpan<TDay, TAmount> span in spans)
        {
            if (!TAmount.IsNegative(span.Amount)) sorted[next.At(span.Customer - firstCustomer)++] = span;
        }
    }
}
