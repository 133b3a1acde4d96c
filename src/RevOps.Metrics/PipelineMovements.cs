namespace RevOps.Metrics;

/// <summary>The columns of the changes of the open pipeline.</summary>
/// <remarks>
/// A deal comes in when it is created, changes by its history, and leaves with all it brought when it closes; a sum up to a day is the
/// pipeline as it was known on that day. Values of today are never carried back.
/// </remarks>
public static class PipelineMovements
{
    /// <summary>The day from which the change holds; before all days for a deal whose creation is unknown.</summary>
    public static DateColumn On { get; } = new(Relation.PipelineMovements, "on");

    /// <summary>The change of the number of open deals.</summary>
    public static ValueColumn CountChange { get; } = new(Relation.PipelineMovements, "count_change");

    /// <summary>The change of their amount, at the rate of its day; what leaves is what came in.</summary>
    public static ValueColumn AmountChange { get; } = new(Relation.PipelineMovements, "amount_change", IsAmount: true);

    /// <summary>What the deal sells, one of <see cref="DealType"/> by name.</summary>
    public static CodeColumn Type { get; } = new(Relation.PipelineMovements, "type");

    /// <summary>The latest owner.</summary>
    public static CodeColumn Owner { get; } = new(Relation.PipelineMovements, "owner");

    /// <summary>The main product.</summary>
    public static CodeColumn Product { get; } = new(Relation.PipelineMovements, "product");

    /// <summary>The id of the customer it belongs to; missing where it belongs to none.</summary>
    public static CodeColumn CustomerId { get; } = new(Relation.PipelineMovements, "customer_id");

    /// <summary>An attribute of the customer, as it was on the day of the close, or is now while the deal is open.</summary>
    public static CodeColumn CustomerAttribute(string name) => new(Relation.PipelineMovements, $"customer.{name}");
}
