namespace RevOps.Metrics;

/// <summary>The columns of the credit notes, one row each.</summary>
public sealed class Credits : IRelation
{
    private Credits()
    {
    }

    static Relation IRelation.Relation => Relation.Credits;

    /// <summary>The day of the credit note.</summary>
    public static DateColumn<Credits> On { get; } = new("on");

    /// <summary>The amount credited, a positive number, at the rate of its day.</summary>
    public static ValueColumn<Credits, Money> Amount { get; } = new("amount");

    /// <summary>The id of the customer.</summary>
    public static CodeColumn<Credits> CustomerId { get; } = new("customer_id");

    /// <summary>An attribute of the customer, as it was on the day.</summary>
    public static CodeColumn<Credits> CustomerAttribute(string name) => new($"customer.{name}");
}
