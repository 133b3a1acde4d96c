namespace RevOps.Metrics;

/// <summary>Room for all rows of a ledger, in columns.</summary>
/// <typeparam name="TDay">What a day is held in.</typeparam>
/// <typeparam name="TAmount">What an amount is held in.</typeparam>
/// <param name="rows">How many rows there are.</param>
internal sealed class LedgerColumns<TDay, TAmount>(int rows)
    where TDay : struct
    where TAmount : struct
{
    /// <summary>The days, by their distances.</summary>
    public TDay[] Days { get; } = GC.AllocateUninitializedArray<TDay>(rows);

    public int[] Versions { get; } = GC.AllocateUninitializedArray<int>(rows);

    public int[] Sources { get; } = GC.AllocateUninitializedArray<int>(rows);

    public TAmount[] Amounts { get; } = GC.AllocateUninitializedArray<TAmount>(rows);

    /// <summary>The kinds, by their codes.</summary>
    public byte[] Kinds { get; } = GC.AllocateUninitializedArray<byte>(rows);

    /// <summary>The <see cref="RowTraits"/> of each row.</summary>
    public byte[] Traits { get; } = GC.AllocateUninitializedArray<byte>(rows);
}
