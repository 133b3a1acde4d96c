namespace RevOps.Metrics;

/// <summary>What becomes of customers who join and are lost within the period.</summary>
public enum JoinedAndLostTreatment
{
    /// <summary>They are out of the rate; <see cref="Success.JoinedAndLostCustomers"/> counts them.</summary>
    OutOfRate,

    /// <summary>They are among the lost, and among those who could be.</summary>
    InBoth,
}
