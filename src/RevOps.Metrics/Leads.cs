namespace RevOps.Metrics;

/// <summary>The columns of the leads, one row each, with the milestones as they are known now.</summary>
/// <remarks>
/// A lead's deal is the one it names (<see cref="Lead.DealId"/>); where it names none, the first created of the deals that name the lead
/// (<see cref="Deal.LeadId"/>). A lead without a customer of its own has that of its deal.
/// </remarks>
public sealed class Leads : IRelation
{
    private Leads()
    {
    }

    static Relation IRelation.Relation => Relation.Leads;

    /// <summary>The day of the first contact; always known.</summary>
    public static DateColumn<Leads> FirstTouchOn { get; } = new("first_touch_on");

    /// <summary>The day marketing qualified it (MQL); unknown while it has not.</summary>
    public static DateColumn<Leads> MarketingQualifiedOn { get; } = new("marketing_qualified_on");

    /// <summary>The day sales accepted it (SAL); unknown while it has not.</summary>
    public static DateColumn<Leads> AcceptedOn { get; } = new("accepted_on");

    /// <summary>The day sales qualified it (SQL); unknown while it has not.</summary>
    public static DateColumn<Leads> SalesQualifiedOn { get; } = new("sales_qualified_on");

    /// <summary>The day it was given up; unknown while it is not.</summary>
    public static DateColumn<Leads> DisqualifiedOn { get; } = new("disqualified_on");

    /// <summary>The day it became a deal: as recorded, else the day its deal was created, but not before the first touch; unknown while it is none.</summary>
    public static DateColumn<Leads> ConvertedOn { get; } = new("converted_on");

    /// <summary>The day its deal was won; unknown without a won deal.</summary>
    public static DateColumn<Leads> WonOn { get; } = new("won_on");

    /// <summary>The days from the first touch to the day marketing qualified it.</summary>
    public static ValueColumn<Leads, Days> DaysToMarketingQualified { get; } = new("days_to_marketing_qualified");

    /// <summary>The days from the first touch to the first touch by sales: the day it was accepted, else the day sales qualified it.</summary>
    public static ValueColumn<Leads, Days> DaysToSales { get; } = new("days_to_sales");

    /// <summary>The days from the first touch to the day it became a deal.</summary>
    public static ValueColumn<Leads, Days> DaysToConverted { get; } = new("days_to_converted");

    /// <summary>Who reached out: "Inbound" for a lead that did by itself, "Outbound" for one that was contacted; missing when unknown.</summary>
    public static CodeColumn<Leads> Direction { get; } = new("direction");

    /// <summary>Where it came from.</summary>
    public static CodeColumn<Leads> Source { get; } = new("source");

    /// <summary>The marketing channel.</summary>
    public static CodeColumn<Leads> Channel { get; } = new("channel");

    /// <summary>The campaign.</summary>
    public static CodeColumn<Leads> Campaign { get; } = new("campaign");

    /// <summary>Who works it.</summary>
    public static CodeColumn<Leads> Owner { get; } = new("owner");

    /// <summary>How its deal ended, one of <see cref="RevOps.Metrics.DealOutcome"/> by name; missing without a deal.</summary>
    public static CodeColumn<Leads> DealOutcome { get; } = new("deal_outcome");

    /// <summary>The id of the customer it became or belongs to; missing where there is none.</summary>
    public static CodeColumn<Leads> CustomerId { get; } = new("customer_id");

    /// <summary>An attribute of the customer, as it was on the day the lead became a deal, or is now while it has not.</summary>
    public static CodeColumn<Leads> CustomerAttribute(string name) => new($"customer.{name}");
}
