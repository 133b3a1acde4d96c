namespace RevOps.Metrics;

/// <summary>The columns of the changes of what is known of open deals: when they are expected to close, in which forecast category, for how much.</summary>
/// <remarks>
/// A deal comes in with its first category, expected close and amount when it is created, goes out and in again when one of them changes, and
/// goes out when it closes; a sum up to a day is what was known on that day. What is told first holds since the creation; without a history the
/// deal's own values do.
/// </remarks>
public sealed class DealStates : IRelation
{
    private DealStates()
    {
    }

    static Relation IRelation.Relation => Relation.DealStates;

    /// <summary>The day from which the change holds; before all days for a deal whose creation is unknown.</summary>
    public static DateColumn<DealStates> On { get; } = new("on");

    /// <summary>The day on which it is expected to close; may be unknown.</summary>
    public static DateColumn<DealStates> ExpectedCloseOn { get; } = new("expected_close_on");

    /// <summary>1 for what comes in, -1 for what goes out.</summary>
    public static ValueColumn<DealStates, Count> CountChange { get; } = new("count_change");

    /// <summary>The amount that comes in, at the rate of the day on which it was told; what goes out is what came in.</summary>
    public static ValueColumn<DealStates, Money> AmountChange { get; } = new("amount_change");

    /// <summary>One of <see cref="ForecastCategory"/> by name; missing for a deal without one.</summary>
    public static CodeColumn<DealStates> Category { get; } = new("category");

    /// <summary>What the deal sells, one of <see cref="DealType"/> by name.</summary>
    public static CodeColumn<DealStates> Type { get; } = new("type");

    /// <summary>The latest owner.</summary>
    public static CodeColumn<DealStates> Owner { get; } = new("owner");

    /// <summary>The main product.</summary>
    public static CodeColumn<DealStates> Product { get; } = new("product");

    /// <summary>The id of the customer it belongs to; missing where it belongs to none.</summary>
    public static CodeColumn<DealStates> CustomerId { get; } = new("customer_id");

    /// <summary>An attribute of the customer, as it was on the day of the close, or is now while the deal is open.</summary>
    public static CodeColumn<DealStates> CustomerAttribute(string name) => new($"customer.{name}");
}
