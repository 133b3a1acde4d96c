namespace RevOps.Metrics;

/// <summary>The columns of the payments, one row each.</summary>
public sealed class Payments : IRelation
{
    private Payments()
    {
    }

    static Relation IRelation.Relation => Relation.Payments;

    /// <summary>The day the money moved.</summary>
    public static DateColumn<Payments> On { get; } = new("on");

    /// <summary>The amount at the rate of its day; what was paid back is negative.</summary>
    public static ValueColumn<Payments, Money> Amount { get; } = new("amount");

    /// <summary>The id of the customer.</summary>
    public static CodeColumn<Payments> CustomerId { get; } = new("customer_id");

    /// <summary>An attribute of the customer, as it was on the day.</summary>
    public static CodeColumn<Payments> CustomerAttribute(string name) => new($"customer.{name}");
}
