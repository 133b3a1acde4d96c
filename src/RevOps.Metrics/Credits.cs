namespace RevOps.Metrics;

/// <summary>The columns of the credit notes, one row each.</summary>
public static class Credits
{
    /// <summary>The day of the credit note.</summary>
    public static DateColumn On { get; } = new(Relation.Credits, "on");

    /// <summary>The amount credited, a positive number, at the rate of its day.</summary>
    public static ValueColumn Amount { get; } = new(Relation.Credits, "amount", IsAmount: true);

    /// <summary>The id of the customer.</summary>
    public static CodeColumn CustomerId { get; } = new(Relation.Credits, "customer_id");

    /// <summary>An attribute of the customer, as it was on the day.</summary>
    public static CodeColumn CustomerAttribute(string name) => new(Relation.Credits, $"customer.{name}");
}
