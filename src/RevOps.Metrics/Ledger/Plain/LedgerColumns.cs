namespace RevOps.Metrics;

/// <summary>Room for all rows of a ledger, in columns as narrow as the days and amounts that were posted allow.</summary>
internal sealed class LedgerColumns
{
    private readonly int _lastDay;

    /// <param name="rows">How many rows there are.</param>
    /// <param name="parts">The rows that each thread has made.</param>
    public LedgerColumns(int rows, IReadOnlyCollection<LedgerRows> parts)
    {
        Versions = GC.AllocateUninitializedArray<int>(rows);
        Sources = GC.AllocateUninitializedArray<int>(rows);
        Traits = GC.AllocateUninitializedArray<ushort>(rows);
        (LeastDay, _lastDay) = rows == 0 ? (0, 0) : (parts.Min(part => part.LeastDay), parts.Max(part => part.LastDay));
        if (DayNumbers.AreNear(LeastDay, _lastDay)) Distances = GC.AllocateUninitializedArray<ushort>(rows);
        else Days = GC.AllocateUninitializedArray<int>(rows);
        if (parts.All(part => part.LeastAmount >= int.MinValue && part.MostAmount <= int.MaxValue)) NarrowAmounts = GC.AllocateUninitializedArray<int>(rows);
        else Amounts = GC.AllocateUninitializedArray<long>(rows);
    }

    public int[] Versions { get; }

    public int[] Sources { get; }

    public ushort[] Traits { get; }

    /// <summary>The first day of any row.</summary>
    public int LeastDay { get; }

    /// <summary>The days as distances from the one before the first; null where they are <see cref="Days"/>.</summary>
    public ushort[]? Distances { get; }

    public int[] Days { get; } = [];

    /// <summary>The amounts where four bytes are enough; null where they are <see cref="Amounts"/>.</summary>
    public int[]? NarrowAmounts { get; }

    public long[] Amounts { get; } = [];

    /// <summary>The days as a column.</summary>
    public DayNumbers ToDayNumbers() => Distances is { } distances ? DayNumbers.OfDistances(distances, LeastDay, _lastDay) : DayNumbers.Of(Days);

    /// <summary>The amounts as a column.</summary>
    public WholeNumbers ToAmounts() => NarrowAmounts is { } amounts ? new WholeNumbers(amounts) : WholeNumbers.Of(Amounts);
}
