namespace RevOps.Metrics;

/// <content>How long customers paid.</content>
public sealed partial class RevenueDataset
{
    /// <summary>The spans of days on which customers had recurring revenue, each customer's in the order of days.</summary>
    /// <remarks>
    /// They are read off the ledger: a spell starts and ends where the number of customers changes, by the same rules as new, churned and
    /// reactivated customers. A policy that nets over periods knows days only to the period.
    /// </remarks>
    /// <param name="ledger">What a movement is; the defaults when none is given.</param>
    /// <param name="by">A dimension of which each spell tells the value on its first day; a later change of it does not count.</param>
    /// <exception cref="ArgumentException">Movements have no path to the dimension, or no customer has the attribute.</exception>
    public IReadOnlyList<PayingSpell> PayingSpells(LedgerPolicy? ledger = null, Dimension? by = null) => Engine.PayingSpells(ledger ?? LedgerPolicy.Default, by);
}
