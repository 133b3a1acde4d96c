using System.Runtime.InteropServices;

namespace RevOps.Metrics;

/// <summary>One row of the ledger.</summary>
/// <param name="Entity">The number of the entity whose movement it is.</param>
/// <param name="Version">The version of the owner's attributes it is posted under.</param>
/// <param name="Term">The number of the price term it is posted under.</param>
/// <param name="Day">The first day on which the new state holds.</param>
/// <param name="Kind">Why.</param>
/// <param name="Amount">The change of the annualised amount, in units.</param>
/// <param name="CustomerChange">The change of the number of customers.</param>
/// <param name="SubscriptionChange">The change of the number of subscriptions that count.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Movement(int Entity, int Version, int Term, int Day, MovementKind Kind, long Amount, int CustomerChange, int SubscriptionChange)
{
    /// <summary>The number of the subscription whose amount it changes.</summary>
    public int Subscription { get; init; }

    /// <summary>What is behind it, where that is known.</summary>
    public MovementCause? Cause { get; init; }

    /// <summary>The reason given for a churn.</summary>
    public string? Reason { get; init; }

    /// <summary>For how many days a returning entity had nothing; <see cref="FactTable.NoValue"/> for any other movement.</summary>
    public long AbsentDays { get; init; }
}
