namespace RevOps.Metrics;

/// <summary>What a row of the ledger is, in the two bytes that hold it.</summary>
/// <param name="Code">The code of its <see cref="MovementKind"/> in a list of their names.</param>
/// <param name="Traits">The rest.</param>
internal readonly record struct RowKind(byte Code, RowTraits Traits)
{
    public RowKind(MovementKind kind, RowTraits traits)
        : this(CodeOf(kind), traits)
    {
    }

    /// <summary>The code of a kind in a list of its names.</summary>
    public static byte CodeOf(MovementKind kind) => (byte)((int)kind + 1);
}
