namespace RevOps.Metrics;

/// <summary>The columns of the changes of the open pipeline.</summary>
/// <remarks>
/// A deal comes in when it is created, changes by its history, and leaves with all it brought when it closes; a sum up to a day is the
/// pipeline as it was known on that day. Values of today are never carried back.
/// </remarks>
public sealed class PipelineMovements : IRelation
{
    private PipelineMovements()
    {
    }

    static Relation IRelation.Relation => Relation.PipelineMovements;

    /// <summary>The id of the deal.</summary>
    public static CodeColumn<PipelineMovements> DealId { get; } = new("deal_id");

    /// <summary>The day from which the change holds; before all days for a deal whose creation is unknown.</summary>
    public static DateColumn<PipelineMovements> On { get; } = new("on");

    /// <summary>The change of the number of open deals.</summary>
    public static ValueColumn<PipelineMovements, Count> CountChange { get; } = new("count_change");

    /// <summary>The change of their amount, at the rate of its day; what leaves is what came in.</summary>
    public static ValueColumn<PipelineMovements, Money> AmountChange { get; } = new("amount_change");

    /// <summary>What the deal sells, one of <see cref="DealType"/> by name.</summary>
    public static CodeColumn<PipelineMovements> Type { get; } = new("type");

    /// <summary>The latest owner.</summary>
    public static CodeColumn<PipelineMovements> Owner { get; } = new("owner");

    /// <summary>The main product.</summary>
    public static CodeColumn<PipelineMovements> Product { get; } = new("product");

    /// <summary>The id of the customer it belongs to; missing where it belongs to none.</summary>
    public static CodeColumn<PipelineMovements> CustomerId { get; } = new("customer_id");

    /// <summary>An attribute of the customer, as it was on the day of the close, or is now while the deal is open.</summary>
    public static CodeColumn<PipelineMovements> CustomerAttribute(string name) => new($"customer.{name}");
}
