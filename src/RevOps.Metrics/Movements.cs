namespace RevOps.Metrics;

/// <summary>The columns of the movement ledger.</summary>
/// <remarks>
/// Each row is a change of one subscription's annualised recurring amount on one day, by one reason; a customer's rows add up to what it
/// pays. A row carries the attributes that the customer had on that day, and the plan and product of the price term or invoice line. Pauses and resumes take
/// off and bring back what is contracted; all other kinds together are what is contracted.
/// </remarks>
public sealed class Movements : IRelation
{
    private Movements()
    {
    }

    static Relation IRelation.Relation => Relation.Movements;

    /// <summary>The first day on which the new state holds.</summary>
    public static DateColumn<Movements> On { get; } = new("on");

    /// <summary>The change of the annualised recurring amount; reductions are negative.</summary>
    public static ValueColumn<Movements, PerYear<Money>> Amount { get; } = new("amount");

    /// <summary>The change of the number of paying customers: 1, 0 or -1.</summary>
    public static ValueColumn<Movements, Count> CustomerChange { get; } = new("customer_change");

    /// <summary>The change of the number of subscriptions that count, invoiced usage as one more: 1, 0 or -1. Whose balance of it is above zero is a customer.</summary>
    public static ValueColumn<Movements, Count> SubscriptionChange { get; } = new("subscription_change");

    /// <summary>Of a reactivation, the days for which the customer had nothing.</summary>
    public static ValueColumn<Movements, Days> AbsentDays { get; } = new("absent_days");

    /// <summary>The reason, one of <see cref="MovementKind"/> by name.</summary>
    public static CodeColumn<Movements> Kind { get; } = new("kind");

    /// <summary>What is behind an expansion, contraction or churn, one of <see cref="MovementCause"/> by name.</summary>
    public static CodeColumn<Movements> Cause { get; } = new("cause");

    /// <summary>The reason given for a churn, in the words of the cancellation.</summary>
    public static CodeColumn<Movements> ChurnReason { get; } = new("churn_reason");

    /// <summary>Whose movement it is: a customer, a subscription or an account, by the policy's grain.</summary>
    public static EntityColumn<Movements> Customer { get; } = new("customer");

    /// <summary>The subscription whose amount changes.</summary>
    public static EntityColumn<Movements> Subscription { get; } = new("subscription");

    /// <summary>The plan of the price term.</summary>
    public static CodeColumn<Movements> Plan { get; } = new("plan");

    /// <summary>The product of the price term.</summary>
    public static CodeColumn<Movements> Product { get; } = new("product");

    /// <summary>The id of the customer.</summary>
    public static CodeColumn<Movements> CustomerId { get; } = new("customer_id");

    /// <summary>The day on which the customer (the entity of the policy's grain) first had recurring revenue, in the ISO form; the same in all its rows.</summary>
    public static CodeColumn<Movements> AcquiredOn { get; } = new("acquired_on");

    /// <summary>An attribute of the customer, as it was on the day.</summary>
    public static CodeColumn<Movements> CustomerAttribute(string name) => new($"customer.{name}");
}
