namespace RevOps.Metrics;

/// <summary>The sums of a pass by cell, name and span, and where any row was added.</summary>
internal sealed class Sums(int places)
{
    public long[] Totals { get; } = new long[places];

    public bool[] Seen { get; } = new bool[places];

    /// <summary>Adds the sums that another thread has made.</summary>
    public void Add(Sums other)
    {
        for (int i = 0; i < Totals.Length; i++) Totals[i] += other.Totals[i];
        for (int i = 0; i < Seen.Length; i++) Seen[i] |= other.Seen[i];
    }
}
