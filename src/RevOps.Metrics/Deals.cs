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

    /// <summary>The total contract value at the rate of the day it closed: as given, else the amount x term in months / 12 + the one-time amount.</summary>
    /// <remarks>Missing where neither value nor term is given: a term that nobody told is not a year.</remarks>
    public static ValueColumn<Deals, Money> TotalContractValue { get; } = new("total_contract_value");

    /// <summary>The days from creation to close; missing while open or when the creation is unknown.</summary>
    public static ValueColumn<Deals, Days> CycleDays { get; } = new("cycle_days");

    /// <summary>The days from the first touch of its first lead to the close; missing while open, without a lead, or when the lead came after the close.</summary>
    public static ValueColumn<Deals, Days> LeadCycleDays { get; } = new("lead_cycle_days");

    /// <summary>The days from the day on which sales first qualified a lead of it to the close; missing while open, without such a lead, or when that was after the close.</summary>
    public static ValueColumn<Deals, Days> QualifiedCycleDays { get; } = new("qualified_cycle_days");

    /// <summary>1 for a deal that was lost with the reason "no decision", in whatever case; 0 for every other.</summary>
    public static ValueColumn<Deals, Count> LostToNoDecision { get; } = new("lost_to_no_decision");

    /// <summary>How it ended, one of <see cref="DealOutcome"/> by name.</summary>
    public static CodeColumn<Deals> Outcome { get; } = new("outcome");

    /// <summary>What it sells, one of <see cref="DealType"/> by name.</summary>
    public static CodeColumn<Deals> Type => DealColumns<Deals>.Type;

    /// <summary>The latest owner.</summary>
    public static CodeColumn<Deals> Owner { get; } = new("owner");

    /// <summary>The main product.</summary>
    public static CodeColumn<Deals> Product => DealColumns<Deals>.Product;

    /// <summary>Why it was lost.</summary>
    public static CodeColumn<Deals> LostReason { get; } = new("lost_reason");

    /// <summary>The id of the customer it belongs to; missing where it belongs to none.</summary>
    public static CodeColumn<Deals> CustomerId => DealColumns<Deals>.CustomerId;

    /// <summary>The first touch of the lead it came from; unknown for a deal that came from none.</summary>
    /// <remarks>
    /// A deal comes from one lead at most: the one it names (<see cref="Deal.LeadId"/>); where it names none, the first touched of those that name it
    /// (<see cref="Lead.DealId"/>). So however many leads became one deal, it is counted once.
    /// </remarks>
    public static DateColumn<Deals> LeadTouchedOn { get; } = new("lead_touched_on");

    /// <summary>One for the deal by which its customer first bought, else zero: new business won when the customer had won nothing before.</summary>
    /// <remarks>Of several such deals of one day the first by id. Won new business of no customer counts as that of a new one.</remarks>
    public static ValueColumn<Deals, Count> NewCustomers { get; } = new("new_customers");

    /// <summary>Where the lead that it came from came from.</summary>
    public static CodeColumn<Deals> LeadSource => DealColumns<Deals>.LeadSource;

    /// <summary>The channel it came by: that of its lead, else the customer's attribute "channel".</summary>
    public static CodeColumn<Deals> Channel => DealColumns<Deals>.Channel;

    /// <summary>The campaign it came by: that of its lead, else the customer's attribute "campaign".</summary>
    public static CodeColumn<Deals> Campaign => DealColumns<Deals>.Campaign;

    /// <summary>An attribute of the customer, as it was on the day of the close, or is now while the deal is open.</summary>
    public static CodeColumn<Deals> CustomerAttribute(string name) => DealColumns<Deals>.CustomerAttribute(name);
}
