namespace RevOps.Metrics;

/// <summary>What a row of the ledger is beside its kind, packed into a byte: its cause, and the changes of customers and subscriptions.</summary>
/// <param name="Packed">Four bits of the cause plus one, two of each change plus one.</param>
internal readonly record struct RowTraits(byte Packed)
{
    public RowTraits(MovementCause? cause, int customerChange, int subscriptionChange)
        : this((byte)(((cause is { } known ? (int)known + 1 : 0) << 4) | ((customerChange + 1) << 2) | (subscriptionChange + 1)))
    {
    }

    /// <summary>The code of the cause in a list of its names; 0 for none.</summary>
    public int CauseCode => Packed >> 4;

    public int CustomerChange => ((Packed >> 2) & 3) - 1;

    public int SubscriptionChange => (Packed & 3) - 1;
}
