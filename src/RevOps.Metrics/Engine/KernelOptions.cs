namespace RevOps.Metrics;

/// <summary>How the kernels work; whatever it says, ledger and answers are the same.</summary>
/// <param name="Threads">How many threads work at once.</param>
/// <param name="RowsPerBlock">How many subscriptions a block of customers has, about: few enough that a block stays in a core's cache.</param>
/// <param name="RowsPerThread">How many rows are worth a thread.</param>
internal sealed record KernelOptions(int Threads, int RowsPerBlock, int RowsPerThread = 1 << 15)
{
    /// <summary>All processors.</summary>
    public static KernelOptions Default { get; } = new(Environment.ProcessorCount, 16_384);

    /// <summary>How many threads some rows are worth.</summary>
    public int ThreadsFor(int rows) => Math.Min(PiecesOf(rows), Threads);

    /// <summary>Into how many pieces some rows are cut, of which each is worth a thread.</summary>
    public int PiecesOf(int rows) => Math.Max(1, rows / RowsPerThread);
}
