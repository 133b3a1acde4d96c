namespace RevOps.Metrics;

/// <summary>The columns of recurring revenue beside the ledger: in trial, past due, signed, agreed, ending.</summary>
/// <remarks>
/// Each row is a change of the annualised amount that one subscription has in one state; rows add up to what stands there. A state begins on
/// the day on which it is known, so that the balance on a day is what was known then.
/// </remarks>
public static class RevenueStates
{
    /// <summary>The first day on which the new amount holds.</summary>
    public static DateColumn On { get; } = new(Relation.RevenueStates, "on");

    /// <summary>The change of the annualised amount.</summary>
    public static ValueColumn Amount { get; } = new(Relation.RevenueStates, "amount", IsAmount: true);

    /// <summary>1 on the day on which a subscription comes into the state, else 0.</summary>
    public static ValueColumn Started { get; } = new(Relation.RevenueStates, "started");

    /// <summary>The state, one of <see cref="RevenueState"/> by name.</summary>
    public static CodeColumn State { get; } = new(Relation.RevenueStates, "state");

    /// <summary>The plan of the price term.</summary>
    public static CodeColumn Plan { get; } = new(Relation.RevenueStates, "plan");

    /// <summary>The product of the price term.</summary>
    public static CodeColumn Product { get; } = new(Relation.RevenueStates, "product");

    /// <summary>The id of the customer.</summary>
    public static CodeColumn CustomerId { get; } = new(Relation.RevenueStates, "customer_id");

    /// <summary>An attribute of the customer, as it was on the day.</summary>
    public static CodeColumn CustomerAttribute(string name) => new(Relation.RevenueStates, $"customer.{name}");
}
