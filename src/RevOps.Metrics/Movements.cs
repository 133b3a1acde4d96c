namespace RevOps.Metrics;

/// <summary>The columns of the movement ledger.</summary>
/// <remarks>
/// Each row is a change of one subscription's annualised recurring amount on one day, by one reason; a customer's rows add up to what it
/// pays. A row carries the attributes that the customer had on that day, and the plan and product of the price term. Pauses and resumes take
/// off and bring back what is contracted; all other kinds together are what is contracted.
/// </remarks>
public static class Movements
{
    /// <summary>The first day on which the new state holds.</summary>
    public static DateColumn On { get; } = new(Relation.Movements, "on");

    /// <summary>The change of the annualised recurring amount; reductions are negative.</summary>
    public static ValueColumn Amount { get; } = new(Relation.Movements, "amount", IsAmount: true);

    /// <summary>The change of the number of paying customers: 1, 0 or -1.</summary>
    public static ValueColumn CustomerChange { get; } = new(Relation.Movements, "customer_change");

    /// <summary>The change of the number of subscriptions that count: 1, 0 or -1. Whose balance of it is above zero is a customer.</summary>
    public static ValueColumn SubscriptionChange { get; } = new(Relation.Movements, "subscription_change");

    /// <summary>Of a reactivation, the days for which the customer had nothing.</summary>
    public static ValueColumn AbsentDays { get; } = new(Relation.Movements, "absent_days");

    /// <summary>The reason, one of <see cref="MovementKind"/> by name.</summary>
    public static CodeColumn Kind { get; } = new(Relation.Movements, "kind");

    /// <summary>What is behind an expansion, contraction or churn, one of <see cref="MovementCause"/> by name.</summary>
    public static CodeColumn Cause { get; } = new(Relation.Movements, "cause");

    /// <summary>The reason given for a churn, in the words of the cancellation.</summary>
    public static CodeColumn ChurnReason { get; } = new(Relation.Movements, "churn_reason");

    /// <summary>Whose movement it is: a customer, a subscription or an account, by the policy's grain.</summary>
    public static EntityColumn Customer { get; } = new(Relation.Movements, "customer");

    /// <summary>The subscription whose amount changes.</summary>
    public static EntityColumn Subscription { get; } = new(Relation.Movements, "subscription");

    /// <summary>The plan of the price term.</summary>
    public static CodeColumn Plan { get; } = new(Relation.Movements, "plan");

    /// <summary>The product of the price term.</summary>
    public static CodeColumn Product { get; } = new(Relation.Movements, "product");

    /// <summary>The id of the customer.</summary>
    public static CodeColumn CustomerId { get; } = new(Relation.Movements, "customer_id");

    /// <summary>The day on which the customer (the entity of the policy's grain) first had recurring revenue, in the ISO form; the same in all its rows.</summary>
    public static CodeColumn AcquiredOn { get; } = new(Relation.Movements, "acquired_on");

    /// <summary>An attribute of the customer, as it was on the day.</summary>
    public static CodeColumn CustomerAttribute(string name) => new(Relation.Movements, $"customer.{name}");
}
