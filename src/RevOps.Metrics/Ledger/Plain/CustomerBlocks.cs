using System.Numerics;
using System.Runtime.CompilerServices;

namespace RevOps.Metrics;

/// <summary>Plain subscriptions brought together by blocks of customers, each small enough for a core's cache, in the order of their numbers.</summary>
/// <remarks>Every subscription has one place, which follows from counts, whichever thread put it there.</remarks>
/// <typeparam name="TDay">What a day is held in.</typeparam>
/// <typeparam name="TAmount">What an amount is held in.</typeparam>
internal sealed class CustomerBlocks<TDay, TAmount>
    where TDay : struct, IBinaryInteger<TDay>, IMinMaxValue<TDay>
    where TAmount : struct, IBinaryInteger<TAmount>, IMinMaxValue<TAmount>
{
    /// <summary>So many amounts are read at a time, few enough for the cache.</summary>
    private const int AmountsAtATime = 1024;

    private readonly PlainSpan<TDay, TAmount>[] _spans;
    private readonly BlockCounts _counts;

    private CustomerBlocks(PlainSpan<TDay, TAmount>[] spans, BlockCounts counts) => (_spans, _counts) = (spans, counts);

    /// <summary>How many blocks there are.</summary>
    public int Count => _counts.Blocks;

    /// <summary>The subscriptions of a block, those that are passed over among them.</summary>
    public ReadOnlySpan<PlainSpan<TDay, TAmount>> this[int block] => _spans.AsSpan(_counts.First(block), _counts.First(block + 1) - _counts.First(block));

    /// <summary>The customers of a block, from the first to the one after the last.</summary>
    public (int First, int End) CustomersOf(int block) => _counts.CustomersOf(block);

    /// <summary>Brings the subscriptions into blocks; null where an amount does not fit.</summary>
    public static CustomerBlocks<TDay, TAmount>? Of(PlainSubscriptions plain, BlockCounts counts, int before, int threads)
    {
        PlainSpan<TDay, TAmount>[] spans = GC.AllocateUninitializedArray<PlainSpan<TDay, TAmount>>(plain.Count);
        bool isTooLarge = false;
        Split.Each(counts.Ranges, threads, range =>
        {
            if (!Place(plain, counts, range, before, spans)) Volatile.Write(ref isTooLarge, true);
        });
        return isTooLarge ? null : new CustomerBlocks<TDay, TAmount>(spans, counts);
    }

    /// <summary>Puts a range of the subscriptions where they belong; false where an amount does not fit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Place(PlainSubscriptions plain, BlockCounts counts, int range, int before, PlainSpan<TDay, TAmount>[] spans)
    {
        int[] next = counts.PlacesOf(range), customers = plain.Customer, from = plain.From, to = plain.To;
        (int first, int end) = counts.RowsOf(range);
        int shift = counts.Shift;
        long most = long.CreateTruncating(TAmount.MaxValue);
        Span<long> amounts = stackalloc long[AmountsAtATime];
        for (int start = first; start < end; start += AmountsAtATime)
        {
            Span<long> read = amounts[..Math.Min(AmountsAtATime, end - start)];
            plain.ReadAmounts(start, read);
            unchecked
            {
                for (int i = 0; i < read.Length; i++)
                {
                    int row = start + i, customer = customers.At(row), until = to.At(row);
                    long amount = read[i];
                    if (amount > most) return false;
                    // The largest day for those without an end, by all its bits: which ones have none, no branch could foresee.
                    TDay last = TDay.CreateTruncating(until - before) | (TDay.CreateTruncating(-(until == FactTable.NoDay ? 1 : 0)) & TDay.MaxValue);
                    PlainSpan<TDay, TAmount>.Write(
                        ref spans.At(next.At(customer >> shift)++), customer, row, TDay.CreateTruncating(from.At(row) - before), last, TAmount.CreateTruncating(amount));
                }
            }
        }

        return true;
    }
}
