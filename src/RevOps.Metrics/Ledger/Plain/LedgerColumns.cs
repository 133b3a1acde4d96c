namespace RevOps.Metrics;

/// <summary>Room for the rows of a ledger, in columns.</summary>
/// <typeparam name="TDay">What a day is held in.</typeparam>
/// <typeparam name="TAmount">What an amount is held in.</typeparam>
/// <param name="room">For how many rows there is room.</param>
/// <param name="versions">The versions of the customers' attributes that the rows are posted under.</param>
internal sealed class LedgerColumns<TDay, TAmount>(int room, VersionRuns versions)
    where TDay : struct
    where TAmount : struct
{
    /// <summary>How many rows there are.</summary>
    public int Rows => versions.Rows;

    /// <summary>The versions of the customers' attributes that the rows are posted under.</summary>
    public VersionRuns Versions => versions;

    /// <summary>The days, by their distances.</summary>
    public TDay[] Days { get; } = GC.AllocateUninitializedArray<TDay>(room);

    public int[] Sources { get; } = GC.AllocateUninitializedArray<int>(room);

    public TAmount[] Amounts { get; } = GC.AllocateUninitializedArray<TAmount>(room);

    /// <summary>The kinds, by their codes.</summary>
    public byte[] Kinds { get; } = GC.AllocateUninitializedArray<byte>(room);

    /// <summary>The <see cref="RowTraits"/> of each row.</summary>
    public byte[] Traits { get; } = GC.AllocateUninitializedArray<byte>(room);

    /// <summary>The same columns where they have room for so many rows, else larger ones with the same first rows.</summary>
    public LedgerColumns<TDay, TAmount> WithRoom(int rows, int all) => all <= room ? this : Copy(rows, all);

    /// <summary>Columns without room behind the last row.</summary>
    public LedgerColumns<TDay, TAmount> Trimmed() => Rows == room ? this : Copy(Rows, Rows);

    private LedgerColumns<TDay, TAmount> Copy(int rows, int itsRoom)
    {
        LedgerColumns<TDay, TAmount> copy = new(itsRoom, versions);
        Days.AsSpan(0, rows).CopyTo(copy.Days);
        Sources.AsSpan(0, rows).CopyTo(copy.Sources);
        Amounts.AsSpan(0, rows).CopyTo(copy.Amounts);
        Kinds.AsSpan(0, rows).CopyTo(copy.Kinds);
        Traits.AsSpan(0, rows).CopyTo(copy.Traits);
        return copy;
    }
}
