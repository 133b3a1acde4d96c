namespace RevOps.Metrics;

/// <summary>The columns of the deals, one row each, as they are now.</summary>
public static class Deals
{
    /// <summary>The day it was created; may be unknown.</summary>
    public static DateColumn CreatedOn { get; } = new(Relation.Deals, "created_on");

    /// <summary>The day it was won, lost or voided; unknown while open.</summary>
    public static DateColumn ClosedOn { get; } = new(Relation.Deals, "closed_on");

    /// <summary>The first-year recurring amount at the rate of the day it closed (while open: was created); may be missing.</summary>
    public static ValueColumn Amount { get; } = new(Relation.Deals, "amount", IsAmount: true);

    /// <summary>The days from creation to close; missing while open or when the creation is unknown.</summary>
    public static ValueColumn CycleDays { get; } = new(Relation.Deals, "cycle_days");

    /// <summary>How it ended, one of <see cref="DealOutcome"/> by name.</summary>
    public static CodeColumn Outcome { get; } = new(Relation.Deals, "outcome");

    /// <summary>What it sells, one of <see cref="DealType"/> by name.</summary>
    public static CodeColumn Type { get; } = new(Relation.Deals, "type");

    /// <summary>The latest owner.</summary>
    public static CodeColumn Owner { get; } = new(Relation.Deals, "owner");

    /// <summary>The main product.</summary>
    public static CodeColumn Product { get; } = new(Relation.Deals, "product");

    /// <summary>Why it was lost.</summary>
    public static CodeColumn LostReason { get; } = new(Relation.Deals, "lost_reason");

    /// <summary>The id of the customer it belongs to; missing where it belongs to none.</summary>
    public static CodeColumn CustomerId { get; } = new(Relation.Deals, "customer_id");

    /// <summary>An attribute of the customer, as it was on the day of the close, or is now while the deal is open.</summary>
    public static CodeColumn CustomerAttribute(string name) => new(Relation.Deals, $"customer.{name}");
}
