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

    /// <summary>1 on the day on which a subscription leaves the state, else 0.</summary>
    public static ValueColumn<RevenueStates, Count> Ended { get; } = new("ended");

    /// <summary>What ends the time in the state, one of <see cref="RevenueStateEnd"/> by name; the same in all rows of a spell.</summary>
    /// <remarks>
    /// Missing while it goes on, in states that neither succeed nor fail, for what is past due and then paused, and for a trial whose first paid day
    /// lies where the coverage of subscriptions has ended.
    /// </remarks>
    public static CodeColumn<RevenueStates> EndedBy { get; } = new("ended_by");

    /// <summary>The unbroken time of one subscription in one state that a row is part of.</summary>
    public static EntityColumn<RevenueStates> Spell { get; } = new("spell");

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
