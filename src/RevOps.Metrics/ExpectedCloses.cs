namespace RevOps.Metrics;

/// <summary>The columns of the open pipeline by the day on which each deal is expected to close, one row for each change.</summary>
/// <remarks>
/// <para>The rows are a double entry: a sum up to a day, of the rows whose expected close lies in a period, is the pipeline of that period as it was
/// known on that day. Of all expected closes together it is the open pipeline (<see cref="PipelineMovements"/>).</para>
/// <para>Each deal changes once a day at most, from what was known at the end of the day before to what was known at its end. First its expected
/// close moves with the amount it had, in two rows, then its amount is revised, then it is won or lost and leaves with all it brought.
/// A deal created and lost on one day is both.</para>
/// <para>The day on which a deal is won is its expected close from then on: who wins early pulls the deal in. A lost deal leaves the period in which
/// it was expected. What was told of the expected close on the day of a loss, or of anything after the close, is left out.</para>
/// </remarks>
public sealed class ExpectedCloses : IRelation
{
    private ExpectedCloses()
    {
    }

    static Relation IRelation.Relation => Relation.ExpectedCloses;

    /// <summary>The day of the change; before all days for a deal whose creation is unknown.</summary>
    public static DateColumn<ExpectedCloses> On { get; } = new("on");

    /// <summary>The day whose pipeline changes: on which the deal was expected to close; may be unknown.</summary>
    public static DateColumn<ExpectedCloses> CloseOn { get; } = new("close_on");

    /// <summary>The other side of a move: the expected close that the amount goes to, or comes from; unknown for other changes.</summary>
    public static DateColumn<ExpectedCloses> OtherCloseOn { get; } = new("other_close_on");

    /// <summary>The change of the number of open deals.</summary>
    public static ValueColumn<ExpectedCloses, Count> CountChange { get; } = new("count_change");

    /// <summary>The change of their amount, at the rate of the day on which the amount became known; what leaves is what came in.</summary>
    public static ValueColumn<ExpectedCloses, Money> AmountChange { get; } = new("amount_change");

    /// <summary>What happened, one of <see cref="PipelineChangeKind"/> by name.</summary>
    public static CodeColumn<ExpectedCloses> Kind { get; } = new("kind");

    /// <summary>From what the deal's past is known, one of <see cref="PipelineSource"/> by name.</summary>
    public static CodeColumn<ExpectedCloses> KnownFrom { get; } = new("known_from");

    /// <summary>What the deal sells, one of <see cref="DealType"/> by name.</summary>
    public static CodeColumn<ExpectedCloses> Type => DealColumns<ExpectedCloses>.Type;

    /// <summary>The latest owner.</summary>
    public static CodeColumn<ExpectedCloses> Owner { get; } = new("owner");

    /// <summary>The main product.</summary>
    public static CodeColumn<ExpectedCloses> Product => DealColumns<ExpectedCloses>.Product;

    /// <summary>The id of the customer it belongs to; missing where it belongs to none.</summary>
    public static CodeColumn<ExpectedCloses> CustomerId => DealColumns<ExpectedCloses>.CustomerId;

    /// <summary>Where the lead that it came from came from.</summary>
    public static CodeColumn<ExpectedCloses> LeadSource => DealColumns<ExpectedCloses>.LeadSource;

    /// <summary>The channel it came by: that of its lead, else the customer's attribute "channel".</summary>
    public static CodeColumn<ExpectedCloses> Channel => DealColumns<ExpectedCloses>.Channel;

    /// <summary>The campaign it came by: that of its lead, else the customer's attribute "campaign".</summary>
    public static CodeColumn<ExpectedCloses> Campaign => DealColumns<ExpectedCloses>.Campaign;

    /// <summary>An attribute of the customer, as it was on the day of the close, or is now while the deal is open.</summary>
    public static CodeColumn<ExpectedCloses> CustomerAttribute(string name) => DealColumns<ExpectedCloses>.CustomerAttribute(name);
}
