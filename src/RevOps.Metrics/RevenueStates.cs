namespace RevOps.Metrics;

/// <summary>The columns of recurring revenue beside the ledger: in trial, past due, signed, agreed, ending.</summary>
/// <remarks>
/// Each row is a change of the annualised amount that one subscription has in one state; rows add up to what stands there. A state begins on
/// the day on which it is known, so that the balance on a day is what was known then.
/// </remarks>
public sealed class RevenueStates : IRelation
{
    private RevenueStates()
    {
    }

    static Relation IRelation.Relation => Relation.RevenueStates;

    /// <summary>The first day on which the new amount holds.</summary>
    public static DateColumn<RevenueStates> On { get; } = new("on");

    /// <summary>The change of the annualised amount.</summary>
    public static ValueColumn<RevenueStates, PerYear<Money>> Amount { get; } = new("amount");

    /// <summary>1 on the day on which a subscription comes into the state, else 0.</summary>
    public static ValueColumn<RevenueStates, Count> Started { get; } = new("started");

    /// <summary>The state, one of <see cref="RevenueState"/> by name.</summary>
    public static CodeColumn<RevenueStates> State { get; } = new("state");

    /// <summary>The plan of the price term.</summary>
    public static CodeColumn<RevenueStates> Plan { get; } = new("plan");

    /// <summary>The product of the price term.</summary>
    public static CodeColumn<RevenueStates> Product { get; } = new("product");

    /// <summary>The id of the customer.</summary>
    public static CodeColumn<RevenueStates> CustomerId { get; } = new("customer_id");

    /// <summary>An attribute of the customer, as it was on the day.</summary>
    public static CodeColumn<RevenueStates> CustomerAttribute(string name) => new($"customer.{name}");
}
