namespace RevOps.Metrics;

/// <summary>Whose movements are told apart.</summary>
public enum MovementGrain
{
    /// <summary>The customer's, all its subscriptions together.</summary>
    Customer,

    /// <summary>Each subscription's by itself: ending one and starting another is churn and new.</summary>
    Subscription,

    /// <summary>The account's at the top of the customers' parents; a customer that gets another parent is a transfer.</summary>
    ParentAccount,
}
