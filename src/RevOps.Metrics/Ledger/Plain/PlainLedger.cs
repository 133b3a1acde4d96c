namespace RevOps.Metrics;

/// <summary>The ledger in columns: customers in the order of their numbers, the rows of each in the order of days.</summary>
/// <remarks>A block of customers is posted by whichever thread is free; its rows then go where the blocks before it end, so threads change nothing.</remarks>
internal sealed class PlainLedger
{
    private PlainLedger(LedgerColumns columns)
    {
        (Versions, Sources, Traits) = (columns.Versions, columns.Sources, columns.Traits);
        (Days, Amounts) = (columns.ToDayNumbers(), columns.ToAmounts());
    }

    public int Rows => Versions.Length;

    public DayNumbers Days { get; }

    /// <summary>The version of the customer's attributes that each row is posted under.</summary>
    public int[] Versions { get; }

    /// <summary>The number of each row's subscription; of a row made the general way, the complement of its number among those.</summary>
    public int[] Sources { get; }

    public WholeNumbers Amounts { get; }

    /// <summary>The <see cref="RowTraits"/> of each row.</summary>
    public ushort[] Traits { get; }

    /// <summary>Compiles the ledger of plain subscriptions, and puts the movements of the other customers between theirs.</summary>
    public static PlainLedger Compile(PlainSubscriptions plain, GeneralLedger general, AttributeVersions versions, KernelOptions options)
    {
        using CustomerBlocks blocks = CustomerBlocks.Of(plain, options);
        int threads = Math.Max(1, Math.Min(options.Threads, blocks.Count)), taken = -1;
        BlockSweep[] sweeps = new BlockSweep[threads];
        (int Thread, int First, int Count)[] made = new (int, int, int)[blocks.Count];
        Split.Each(threads, threads, thread =>
        {
            LedgerRows rows = new(Math.Max(16, (int)Math.Min(Array.MaxLength / 2, 2L * plain.Count / threads)));
            BlockSweep sweep = sweeps[thread] = new BlockSweep(blocks, new PlainPosting(versions, plain.Product, rows), general, rows);
            for (int block = Interlocked.Increment(ref taken); block < made.Length; block = Interlocked.Increment(ref taken))
            {
                int first = rows.Count;
                sweep.Run(block);
                made[block] = (thread, first, rows.Count - first);
            }
        });

        int[] places = new int[made.Length + 1];
        for (int block = 0; block < made.Length; block++) places[block + 1] = places[block] + made[block].Count;
        LedgerColumns ledger = new(places[^1], [.. sweeps.Select(sweep => sweep.Rows)]);
        Split.Each(made.Length, threads, block =>
            sweeps[made[block].Thread].Rows.CopyTo(ledger, made[block].First, made[block].Count, places[block]));
        foreach (BlockSweep sweep in sweeps) sweep.Rows.Dispose();
        return new PlainLedger(ledger);
    }
}
