namespace RevOps.Metrics;

/// <summary>The columns of the deals, one row each, as they are now.</summary>
public sealed class Deals : IRelation
{
    private Deals()
    {
    }

    static Relation IRelation.Relation => Relation.Deals;

    /// <summary>Its id.</summary>
    public static CodeColumn<Deals> Id { get; } = new("id");

    /// <summary>The day it was created; may be unknown.</summary>
    public static DateColumn<Deals> CreatedOn { get; } = new("created_on");

    /// <summary>The day it was won, lost or voided; unknown while open.</summary>
    public static DateColumn<Deals> ClosedOn { get; } = new("closed_on");

    /// <summary>The first-year recurring amount at the rate of the day it closed (while open: was created); may be missing.</summary>
    public static ValueColumn<Deals, Money> Amount { get; } = new("amount");

    /// <summary>The days from creation to close; missing while open or when the creation is unknown.</summary>
    public static ValueColumn<Deals, Days> CycleDays { get; } = new("cycle_days");

    /// <summary>How it ended, one of <see cref="DealOutcome"/> by name.</summary>
    public static CodeColumn<Deals> Outcome { get; } = new("outcome");

    /// <summary>What it sells, one of <see cref="DealType"/> by name.</summary>
    public static CodeColumn<Deals> Type { get; } = new("type");

    /// <summary>The latest owner.</summary>
    public static CodeColumn<Deals> Owner { get; } = new("owner");

    /// <summary>The main product.</summary>
    public static CodeColumn<Deals> Product { get; } = new("product");

    /// <summary>Why it was lost.</summary>
    public static CodeColumn<Deals> LostReason { get; } = new("lost_reason");

    /// <summary>The id of the customer it belongs to; missing where it belongs to none.</summary>
    public static CodeColumn<Deals> CustomerId { get; } = new("customer_id");

    /// <summary>An attribute of the customer, as it was on the day of the close, or is now while the deal is open.</summary>
    public static CodeColumn<Deals> CustomerAttribute(string name) => new($"customer.{name}");
}
