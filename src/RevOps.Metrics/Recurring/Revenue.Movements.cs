namespace RevOps.Metrics;

/// <content>The kinds of movements: the lines of the waterfall between opening and closing.</content>
public static partial class Revenue
{
    private const string HowMovementsAreTold = "https://help.chartmogul.com/hc/en-us/articles/203299912-Data-Table-and-MRR-Movements-";

    /// <summary>MRR of customers who pay for the first time; a trial counts from its first paid day.</summary>
    /// <remarks>
    /// Unit: money per month. Formula: sum over the movements of the kind New. By policy with that of customers who return after long
    /// (<see cref="ReactivationRule.OwnWithin"/>).
    /// </remarks>
    public static Metric<PerMonth<Money>> NewMrr => MrrByKind[MovementKind.New];

    /// <summary>MRR added by paying customers.</summary>
    /// <remarks>Unit: money per month. Formula: sum over the movements of the kind Expansion.</remarks>
    public static Metric<PerMonth<Money>> ExpansionMrr => MrrByKind[MovementKind.Expansion];

    /// <summary>MRR taken off by paying customers who go on paying; negative.</summary>
    /// <remarks>Unit: money per month. Formula: sum over the movements of the kind Contraction.</remarks>
    public static Metric<PerMonth<Money>> ContractionMrr => MrrByKind[MovementKind.Contraction];

    /// <summary>MRR of customers who stop paying; negative.</summary>
    /// <remarks>Unit: money per month. Formula: sum over the movements of the kind Churn.</remarks>
    public static Metric<PerMonth<Money>> ChurnedMrr => MrrByKind[MovementKind.Churn];

    /// <summary>MRR of customers who had stopped and pay again, after any gap.</summary>
    /// <remarks>Unit: money per month. Formula: sum over the movements of the kind Reactivation.</remarks>
    public static Metric<PerMonth<Money>> ReactivationMrr => MrrByKind[MovementKind.Reactivation];

    /// <summary>MRR of services suspended; negative. The customer stays one.</summary>
    /// <remarks>Unit: money per month. Formula: sum over the movements of the kind Pause.</remarks>
    public static Metric<PerMonth<Money>> PausedMrr => MrrByKind[MovementKind.Pause];

    /// <summary>MRR of suspended services that go on.</summary>
    /// <remarks>Unit: money per month. Formula: sum over the movements of the kind Resume.</remarks>
    public static Metric<PerMonth<Money>> ResumedMrr => MrrByKind[MovementKind.Resume];

    /// <summary>What new exchange rates make of prices that stay the same in their own currency; in no churn and no retention.</summary>
    /// <remarks>Unit: money per month. Formula: sum over the movements of the kind Fx.</remarks>
    public static Metric<PerMonth<Money>> FxMrr => MrrByKind[MovementKind.Fx];

    /// <summary>MRR that moves between subscriptions, plans or attributes of one customer; zero in total, and over the values of any dimension.</summary>
    /// <remarks>Unit: money per month. Formula: sum over the movements of the kind Transfer.</remarks>
    public static Metric<PerMonth<Money>> TransferredMrr => MrrByKind[MovementKind.Transfer];

    /// <summary>The annualised amount of one kind of movement in the period.</summary>
    public static Metric<PerYear<Money>> ArrMovement(MovementKind kind) => ArrByKind[kind];

    /// <summary>The monthly amount of one kind of movement in the period.</summary>
    public static Metric<PerMonth<Money>> MrrMovement(MovementKind kind) => MrrByKind[kind];

    private static string NameOf(MovementKind kind) => kind switch
    {
        MovementKind.Churn => "churned",
        MovementKind.Pause => "paused",
        MovementKind.Resume => "resumed",
        MovementKind.Transfer => "transferred",
        MovementKind.Fx => "FX",
        _ => kind.ToString().ToLowerInvariant(),
    };

    private static MetricDefinition DefinitionOf(MovementKind kind, string of) => new()
    {
        Id = $"revenue.{kind.ToString().ToLowerInvariant()}-{of.ToLowerInvariant()}",
        Name = $"{NameOf(kind)} {of}",
        Definition = $"The change of {of} in the period by movements of the kind {kind}.",
        Formula = "sum over the movement ledger",
        Policies = ["Ledger", "FxEffect", "PeriodState"],
        Source = SourceOf(kind),
        Good = kind switch
        {
            MovementKind.New or MovementKind.Expansion or MovementKind.Reactivation or MovementKind.Contraction or MovementKind.Churn => GoodDirection.Up,
            _ => GoodDirection.Neutral,
        },
    };

    private static string SourceOf(MovementKind kind) => kind switch
    {
        MovementKind.Pause => "https://support.chargebee.com/support/solutions/articles/251268-what-is-pause-mrr-and-cancellation-churn-mrr-",
        MovementKind.Resume => "https://www.chargebee.com/docs/billing/2.0/reports-and-analytics/expansion-and-contraction-metrics (there within expansion)",
        MovementKind.Transfer => "https://help.chartmogul.com/hc/en-us/articles/203299912-Chart-Data (there as MRR entering and leaving a segment)",
        MovementKind.Acquired => "https://diversification.com/term/acquired-top-line-growth (there of revenue)",
        MovementKind.Fx => "https://help.fincome.co/en/understanding-the-numbers/impact-of-exchange-rates-fx",
        _ => HowMovementsAreTold,
    };
}
