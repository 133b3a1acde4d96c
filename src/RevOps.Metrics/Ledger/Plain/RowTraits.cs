namespace RevOps.Metrics;

/// <summary>What a row of the ledger is, packed into two bytes: its kind, its cause, and the changes of customers and subscriptions.</summary>
/// <param name="Packed">Four bits of the kind, four of the cause plus one, two of each change plus one.</param>
internal readonly record struct RowTraits(ushort Packed)
{
    public RowTraits(MovementKind kind, MovementCause? cause, int customerChange, int subscriptionChange)
        : this((ushort)((int)kind | ((cause is { } known ? (int)known + 1 : 0) << 4) | ((customerChange + 1) << 8) | ((subscriptionChange + 1) << 10)))
    {
    }

    /// <summary>The code of the kind in a list of its names.</summary>
    public int KindCode => (Packed & 15) + 1;

    /// <summary>The code of the cause in a list of its names; 0 for none.</summary>
    public int CauseCode => (Packed >> 4) & 15;

    public int CustomerChange => ((Packed >> 8) & 3) - 1;

    public int SubscriptionChange => ((Packed >> 10) & 3) - 1;
}
