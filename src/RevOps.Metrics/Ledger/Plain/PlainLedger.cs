using System.Numerics;

namespace RevOps.Metrics;

/// <summary>The ledger in columns: customers in the order of their numbers, the rows of each in the order of days.</summary>
/// <remarks>
/// A block of customers is posted by whichever thread is free; its rows then go where the blocks before it end (<see cref="LedgerAssembly{TDay, TAmount}"/>),
/// so threads change nothing. Days of two bytes and amounts of four are tried first, as they are enough for nearly all books; the wide form is the same
/// code. Columns can have room behind the last row.
/// </remarks>
/// <param name="Rows">How many rows there are.</param>
/// <param name="Days">The days.</param>
/// <param name="Versions">The versions of the customers' attributes that the rows are posted under.</param>
/// <param name="Sources">The number of each row's subscription; of a row made the general way, the complement of its number among those.</param>
/// <param name="Amounts">The changes of the amount.</param>
/// <param name="Kinds">The kinds, by their codes.</param>
/// <param name="Traits">The <see cref="RowTraits"/> of each row.</param>
internal sealed record PlainLedger(int Rows, DayNumbers Days, VersionRuns Versions, int[] Sources, WholeNumbers Amounts, byte[] Kinds, byte[] Traits)
{
    /// <summary>Compiles the ledger of plain subscriptions, and puts the movements of the other customers between theirs.</summary>
    public static PlainLedger Compile(PlainSubscriptions plain, GeneralLedger general, AttributeVersions versions, KernelOptions options)
    {
        BlockCounts counts = new(plain, options);
        PlainScale scale = plain.Days.Scale.And(general.Scale).And(versions.Scale);
        bool isNear = scale.LastDay < scale.LeastDay || DayNumbers.AreNear(scale.LeastDay, scale.LastDay);
        if (isNear && general.HasSmallAmounts)
        {
            int least = scale.LastDay < scale.LeastDay ? 0 : scale.LeastDay, last = Math.Max(least, scale.LastDay);
            LedgerColumns<ushort, int>? narrow = Compile<ushort, int>(plain, general, versions, options, counts, least - 1);
            if (narrow is not null)
            {
                return new PlainLedger(
                    narrow.Rows, DayNumbers.OfDistances(narrow.Days, least, last), narrow.Versions, narrow.Sources, new WholeNumbers(narrow.Amounts), narrow.Kinds, narrow.Traits);
            }
        }

        LedgerColumns<int, long> wide = Compile<int, long>(plain, general, versions, options, counts, 0)!.Trimmed();
        return new PlainLedger(wide.Rows, DayNumbers.Of(wide.Days), wide.Versions, wide.Sources, WholeNumbers.Of(wide.Amounts), wide.Kinds, wide.Traits);
    }

    /// <summary>Compiles it in columns of some width; null where an amount does not fit.</summary>
    private static LedgerColumns<TDay, TAmount>? Compile<TDay, TAmount>(
        PlainSubscriptions plain, GeneralLedger general, AttributeVersions versions, KernelOptions options, BlockCounts counts, int before)
        where TDay : struct, IBinaryInteger<TDay>, IMinMaxValue<TDay>
        where TAmount : struct, IBinaryInteger<TAmount>, IMinMaxValue<TAmount>
    {
        CustomerBlocks<TDay, TAmount>? blocks = CustomerBlocks<TDay, TAmount>.Of(plain, counts, before, options.Threads);
        if (blocks is null) return null;
        int threads = Math.Max(1, Math.Min(options.Threads, blocks.Count)), taken = -1;
        // A start or end is a row; a switch can be one more, and a change of attributes some.
        int capacity = (int)Math.Min(Array.MaxLength, (plain.Days.Changes * 5 / 4) + general.Movements.Count);
        LedgerAssembly<TDay, TAmount> assembly = new(blocks.Count, capacity, versions.Count);
        Split.Each(threads, threads, _ =>
        {
            // Made by the thread itself: what it counts would else stand beside what others count, and they would wait for each other's cache.
            BlockSweep<TDay, TAmount> sweep = new(blocks, versions, plain.Product, general, before);
            for (int block = Interlocked.Increment(ref taken); block < blocks.Count; block = Interlocked.Increment(ref taken))
            {
                LedgerRows<TDay, TAmount> rows = assembly.Rent();
                sweep.Run(block, rows);
                assembly.Put(block, rows);
            }
        });
        return assembly.End();
    }
}
