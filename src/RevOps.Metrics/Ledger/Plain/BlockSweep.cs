using System.Numerics;

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

    /// <summary>Posts a block, customer by customer in the order of their numbers.</summary>
    public void Run(int block, LedgerRows<TDay, TAmount> rows)
    {
        ReadOnlySpan<PlainSpan<TDay, TAmount>> spans = blocks[block];
        if (_few is not null && spans.Length <= MostOfFew) _few.Post(spans, blocks.CustomersOf(block), rows);
        else _many.Post(spans, blocks.CustomersOf(block), rows);
    }
}
