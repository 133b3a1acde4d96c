namespace RevOps.Metrics;

/// <summary>The columns of the visits of deals to the stages of the sales process, one row each time that a deal enters a stage.</summary>
/// <remarks>
/// <para>The history of a deal tells them (<see cref="DealChange.Stage"/>), up to its close: a stage such as "Closed Won" that is entered on the day
/// of the close is no visit. Of several stages on one day, the last in the history is entered; those before it are skipped. A stage stated
/// again is not entered again. Void deals visit nothing, and a deal whose history tells no stage has no visit that anybody can date.</para>
/// <para>An open deal whose own stage (<see cref="Deal.Stage"/>) is another than the last one told has moved on, on a day that nobody knows.</para>
/// <para>What comes later in the process than what, <see cref="DatasetOptions.Stages"/> says.</para>
/// </remarks>
public sealed class StageVisits : IRelation
{
    private const string ReachedPrefix = "reached.";
    private const string ReachedOnPrefix = "reached_on.";

    private StageVisits()
    {
    }

    static Relation IRelation.Relation => Relation.StageVisits;

    /// <summary>The day on which the deal entered the stage; unknown where only the deal's own stage tells of it.</summary>
    public static DateColumn<StageVisits> EnteredOn { get; } = new("entered_on");

    /// <summary>The day on which it left the stage, for another one or because it was won or lost; unknown while it is there.</summary>
    public static DateColumn<StageVisits> LeftOn { get; } = new("left_on");

    /// <summary>The day on which it then reached a later stage or was won; unknown where it did not.</summary>
    public static DateColumn<StageVisits> AdvancedOn { get; } = new("advanced_on");

    /// <summary>The day on which it then reached a stage or a later one, or was won; unknown where it did not.</summary>
    /// <param name="stage">One of <see cref="DatasetOptions.Stages"/>.</param>
    public static DateColumn<StageVisits> ReachedOn(string stage) => new(ReachedOnPrefix + stage);

    /// <summary>The days from entering the stage to leaving it; missing while the deal is there.</summary>
    public static ValueColumn<StageVisits, Days> DaysInStage { get; } = new("days_in_stage");

    /// <summary>Which of the deal's visits to the stage it is: 1 for the first.</summary>
    public static ValueColumn<StageVisits, Count> Visit { get; } = new("visit");

    /// <summary>1 where the deal then reached a later stage or was won, else 0; missing for a stage of which nobody said what comes later.</summary>
    public static ValueColumn<StageVisits, Count> Advanced { get; } = new("advanced");

    /// <summary>1 where the deal then reached a stage or a later one, or was won, else 0.</summary>
    /// <param name="stage">One of <see cref="DatasetOptions.Stages"/>.</param>
    public static ValueColumn<StageVisits, Count> Reached(string stage) => new(ReachedPrefix + stage);

    /// <summary>The stage.</summary>
    public static CodeColumn<StageVisits> Stage { get; } = new("stage");

    /// <summary>The stage that the deal went to from it; missing while it is there, and where it was won or lost there.</summary>
    public static CodeColumn<StageVisits> NextStage { get; } = new("next_stage");

    /// <summary>How the deal ended, one of <see cref="DealOutcome"/> by name.</summary>
    public static CodeColumn<StageVisits> Outcome { get; } = new("outcome");

    /// <summary>What the deal sells, one of <see cref="DealType"/> by name.</summary>
    public static CodeColumn<StageVisits> Type => DealColumns<StageVisits>.Type;

    /// <summary>The latest owner of the deal.</summary>
    public static CodeColumn<StageVisits> Owner { get; } = new("owner");

    /// <summary>The main product.</summary>
    public static CodeColumn<StageVisits> Product => DealColumns<StageVisits>.Product;

    /// <summary>The id of the customer that the deal belongs to; missing where it belongs to none.</summary>
    public static CodeColumn<StageVisits> CustomerId => DealColumns<StageVisits>.CustomerId;

    /// <summary>Where the lead that the deal came from came from.</summary>
    public static CodeColumn<StageVisits> LeadSource => DealColumns<StageVisits>.LeadSource;

    /// <summary>The channel the deal came by: that of its lead, else the customer's attribute "channel".</summary>
    public static CodeColumn<StageVisits> Channel => DealColumns<StageVisits>.Channel;

    /// <summary>The campaign the deal came by: that of its lead, else the customer's attribute "campaign".</summary>
    public static CodeColumn<StageVisits> Campaign => DealColumns<StageVisits>.Campaign;

    /// <summary>An attribute of the customer, as it was on the day of the deal's close, or is now while the deal is open.</summary>
    public static CodeColumn<StageVisits> CustomerAttribute(string name) => DealColumns<StageVisits>.CustomerAttribute(name);

    /// <summary>The stage that a column asks whether a deal reached; null for other columns.</summary>
    internal static string? StageAskedBy(Column column) =>
        column.Name.StartsWith(ReachedPrefix, StringComparison.Ordinal) ? column.Name[ReachedPrefix.Length..]
        : column.Name.StartsWith(ReachedOnPrefix, StringComparison.Ordinal) ? column.Name[ReachedOnPrefix.Length..]
        : null;
}
