namespace RevOps.Metrics;

/// <summary>The columns of the changes of the open pipeline.</summary>
/// <remarks>
/// A deal comes in when it is created, changes by its history, and leaves with all it brought when it closes; a sum up to a day is the
/// pipeline as it was known on that day. Values of today are never carried back. A change of the deal takes it out as it was and brings
/// it in as it is, so that stage, category, expected close and owner are those of the day too. What the history tells first holds from the creation on,
/// and what it never tells is as the deal has it now.
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

    /// <summary>The day on which the next change of the deal takes over or the deal closes; unknown while nothing follows. What leaves has the day of leaving.</summary>
    public static DateColumn<PipelineMovements> Until { get; } = new("until");

    /// <summary>The day on which the deal was won or lost in the end, whatever was known on the day of the row; unknown while open.</summary>
    public static DateColumn<PipelineMovements> ClosedOn { get; } = new("closed_on");

    /// <summary>The day on which it was expected to close, as known on the day; may be unknown.</summary>
    public static DateColumn<PipelineMovements> ExpectedCloseOn { get; } = new("expected_close_on");

    /// <summary>The change of the number of open deals: 1 for a deal that comes in or is taken in as it is now, -1 for one that leaves or is taken out as it was.</summary>
    public static ValueColumn<PipelineMovements, Count> CountChange { get; } = new("count_change");

    /// <summary>The change of their amount, at the rate of its day; what leaves is what came in.</summary>
    public static ValueColumn<PipelineMovements, Money> AmountChange { get; } = new("amount_change");

    /// <summary>What the deal sells, one of <see cref="DealType"/> by name.</summary>
    public static CodeColumn<PipelineMovements> Type => DealColumns<PipelineMovements>.Type;

    /// <summary>The stage on the day.</summary>
    public static CodeColumn<PipelineMovements> Stage { get; } = new("stage");

    /// <summary>The forecast category on the day, one of <see cref="ForecastCategory"/> by name.</summary>
    public static CodeColumn<PipelineMovements> Category { get; } = new("category");

    /// <summary>The owner on the day.</summary>
    public static CodeColumn<PipelineMovements> Owner { get; } = new("owner");

    /// <summary>How the deal ended, whatever was known on the day of the row; one of <see cref="DealOutcome"/> by name.</summary>
    public static CodeColumn<PipelineMovements> Outcome { get; } = new("outcome");

    /// <summary>The main product.</summary>
    public static CodeColumn<PipelineMovements> Product => DealColumns<PipelineMovements>.Product;

    /// <summary>The id of the customer it belongs to; missing where it belongs to none.</summary>
    public static CodeColumn<PipelineMovements> CustomerId => DealColumns<PipelineMovements>.CustomerId;

    /// <summary>Where the lead that it came from came from.</summary>
    public static CodeColumn<PipelineMovements> LeadSource => DealColumns<PipelineMovements>.LeadSource;

    /// <summary>The channel it came by: that of its lead, else the customer's attribute "channel".</summary>
    public static CodeColumn<PipelineMovements> Channel => DealColumns<PipelineMovements>.Channel;

    /// <summary>The campaign it came by: that of its lead, else the customer's attribute "campaign".</summary>
    public static CodeColumn<PipelineMovements> Campaign => DealColumns<PipelineMovements>.Campaign;

    /// <summary>An attribute of the customer, as it was on the day of the close, or is now while the deal is open.</summary>
    public static CodeColumn<PipelineMovements> CustomerAttribute(string name) => DealColumns<PipelineMovements>.CustomerAttribute(name);
}
