namespace RevOps.Metrics;

/// <summary>The reasons for which recurring revenue changes: a closed list, so that opening plus all kinds is closing.</summary>
public enum MovementKind
{
    /// <summary>A customer pays for the first time.</summary>
    New,

    /// <summary>A paying customer pays more.</summary>
    Expansion,

    /// <summary>A paying customer pays less.</summary>
    Contraction,

    /// <summary>A customer stops paying.</summary>
    Churn,

    /// <summary>A customer who had stopped pays again.</summary>
    Reactivation,

    /// <summary>A customer's service is suspended.</summary>
    Pause,

    /// <summary>A suspended service goes on.</summary>
    Resume,

    /// <summary>An amount moves between subscriptions, plans or attributes of one customer; transfers of a day add up to zero.</summary>
    Transfer,

    /// <summary>A customer came with an acquired company.</summary>
    Acquired,

    /// <summary>The same price in its own currency is worth more or less.</summary>
    Fx,
}
