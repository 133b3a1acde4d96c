namespace RevOps.Metrics;

/// <summary>How the kernel of plain subscriptions works; whatever it says, the ledger is the same.</summary>
/// <param name="Threads">How many threads work at once.</param>
/// <param name="RowsPerBlock">How many subscriptions a block of customers has, about: few enough that a block stays in a core's cache.</param>
internal sealed record KernelOptions(int Threads, int RowsPerBlock)
{
    /// <summary>All processors.</summary>
    public static KernelOptions Default { get; } = new(Environment.ProcessorCount, 16_384);
}
