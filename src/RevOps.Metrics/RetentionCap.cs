namespace RevOps.Metrics;

/// <summary>At what gross revenue retention is capped.</summary>
public enum RetentionCap
{
    /// <summary>Each customer at what it paid at the open: one customer's growth never makes good another's loss.</summary>
    PerCustomer,

    /// <summary>Each subscription at what it charged at the open: one subscription's growth never makes good another's loss, though it be the same customer's.</summary>
    PerSubscription,

    /// <summary>All customers together at what they paid at the open.</summary>
    OnTheTotal,
}
