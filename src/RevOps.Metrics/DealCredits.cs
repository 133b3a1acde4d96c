namespace RevOps.Metrics;

/// <summary>The columns of the credit for deals, one row for each sales representative who has a share in a deal.</summary>
/// <remarks>
/// The shares are the deal's <see cref="Deal.Splits"/>; without any, all credit is its owner's. They add up to the deal, so a total is that of
/// <see cref="Deals"/>, and only by <see cref="Dimensions.Owner"/> the two differ.
/// </remarks>
public sealed class DealCredits : IRelation
{
    private DealCredits()
    {
    }

    static Relation IRelation.Relation => Relation.DealCredits;

    /// <summary>The day the deal was won, lost or voided; unknown while open.</summary>
    public static DateColumn<DealCredits> ClosedOn { get; } = new("closed_on");

    /// <summary>The share in the first-year recurring amount, at the rate of the day it closed (while open: was created); may be missing.</summary>
    public static ValueColumn<DealCredits, Money> Amount { get; } = new("amount");

    /// <summary>Who is credited.</summary>
    public static CodeColumn<DealCredits> Owner { get; } = new("owner");

    /// <summary>How the deal ended, one of <see cref="DealOutcome"/> by name.</summary>
    public static CodeColumn<DealCredits> Outcome { get; } = new("outcome");

    /// <summary>What the deal sells, one of <see cref="DealType"/> by name.</summary>
    public static CodeColumn<DealCredits> Type => DealColumns<DealCredits>.Type;

    /// <summary>The main product.</summary>
    public static CodeColumn<DealCredits> Product => DealColumns<DealCredits>.Product;

    /// <summary>The id of the customer it belongs to; missing where it belongs to none.</summary>
    public static CodeColumn<DealCredits> CustomerId => DealColumns<DealCredits>.CustomerId;

    /// <summary>Where the lead that it came from came from.</summary>
    public static CodeColumn<DealCredits> LeadSource => DealColumns<DealCredits>.LeadSource;

    /// <summary>The channel it came by: that of its lead, else the customer's attribute "channel".</summary>
    public static CodeColumn<DealCredits> Channel => DealColumns<DealCredits>.Channel;

    /// <summary>The campaign it came by: that of its lead, else the customer's attribute "campaign".</summary>
    public static CodeColumn<DealCredits> Campaign => DealColumns<DealCredits>.Campaign;

    /// <summary>An attribute of the customer, as it was on the day of the close, or is now while the deal is open.</summary>
    public static CodeColumn<DealCredits> CustomerAttribute(string name) => DealColumns<DealCredits>.CustomerAttribute(name);
}
