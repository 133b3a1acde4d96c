namespace RevOps.Metrics;

/// <summary>Deals: how many are won, how large, how fast.</summary>
/// <remarks>Deals of new business, unless <see cref="MetricPolicy.Deals"/> says all types. Void deals are in no rate. A deal belongs to the period it closed in.</remarks>
public static partial class Sales
{
    private const string HowOpportunitiesAreCounted = "https://docs.infor.com/csi/2023.x/en-us/csbiolh/analytics_birst_cl_sl/ama1648038959686.html";

    /// <summary>Deals won in the period.</summary>
    /// <remarks>Unit: count. Formula: deals won, by the day of the close.</remarks>
    public static FlowMetric<Count> WonDeals { get; } = Closed<Count>("sales.won-deals", "won deals", "Deals won in the period.",
        GoodDirection.Up, policy => PipelineMeasures.Closed(DealOutcome.Won, policy), "https://imboard.ai/kpis/closed-won-count");

    /// <summary>Deals lost in the period; no decision is lost too.</summary>
    /// <remarks>Unit: count. Formula: deals lost, by the day of the close.</remarks>
    public static FlowMetric<Count> LostDeals { get; } = Closed<Count>("sales.lost-deals", "lost deals", "Deals lost in the period, for whatever reason.",
        GoodDirection.Down, policy => PipelineMeasures.Closed(DealOutcome.Lost, policy), "https://imboard.ai/kpis/closed-lost-count (there without no decision)");

    /// <summary>The first-year recurring amount of the deals won in the period, each at the rate of its close.</summary>
    /// <remarks>Unit: money. Formula: sum of the first-year amounts of the deals won, by the day of the close.</remarks>
    public static FlowMetric<Money> WonAmount { get; } = Closed<Money>("sales.won-amount", "won amount", "The first-year recurring amount of the deals won in the period.",
        GoodDirection.Up, policy => PipelineMeasures.ClosedAmount(DealOutcome.Won, policy), "https://www.imboard.ai/kpis/closed-won-value");

    /// <summary>The first-year recurring amount of the deals lost in the period.</summary>
    /// <remarks>Unit: money. Formula: sum of the first-year amounts of the deals lost, by the day of the close.</remarks>
    public static FlowMetric<Money> LostAmount { get; } = Closed<Money>("sales.lost-amount", "lost amount", "The first-year recurring amount of the deals lost in the period.",
        GoodDirection.Down, policy => PipelineMeasures.ClosedAmount(DealOutcome.Lost, policy), "https://www.imboard.ai/kpis/closed-lost-value");

    /// <summary>Deals created in the period, whatever became of them; without those that were void.</summary>
    /// <remarks>Unit: count. Formula: deals by the day of creation.</remarks>
    public static FlowMetric<Count> CreatedDeals { get; } = Closed<Count>("sales.created-deals", "created deals", "Deals created in the period.",
        GoodDirection.Up, PipelineMeasures.Created, HowOpportunitiesAreCounted);

    /// <summary>The share of the deals closed in the period that were won.</summary>
    /// <remarks>
    /// Unit: ratio. Formula: won / (won + lost), by count. Only void deals leave the rate; open ones have not entered it. By policy by amount, without
    /// the deals lost to no decision, or of the deals created in the period, of which those still open are told beside and can still be won.
    /// Undefined when nothing closed. Source: https://www.contextawareanalytics.com/metrics-governance/how-to-calculate-win-rate.
    /// </remarks>
    public static Metric<Ratio> WinRate { get; } = Metric<Ratio>.ByPolicy("win rate", WinRates.Of).Described(new()
    {
        Id = "sales.win-rate", Name = "win rate", Good = GoodDirection.Up,
        Definition = "The share of the deals closed in the period that were won.", Formula = "won / (won + lost)",
        Policies = ["Deals", "WinRate"], Source = "https://www.contextawareanalytics.com/metrics-governance/how-to-calculate-win-rate",
    });

    /// <summary>The mean amount of the won deals that have one.</summary>
    /// <remarks>Unit: money. Formula: won amount / won deals with an amount.</remarks>
    public static Metric<Money> AverageDealSize { get; } = MetricArithmetic.Apply<Money>("average deal size",
        [WonAmount, Internal<Count>("won deals with an amount", policy => PipelineMeasures.ClosedWithAmount(DealOutcome.Won, policy))],
        (v, _) => v[1] == 0 ? null : v[0] / v[1], _ => "no deal with an amount was won").Described(new()
        {
            Id = "sales.average-deal-size", Name = "average deal size", Good = GoodDirection.Up,
            Definition = "The mean amount of the won deals.", Formula = "won amount / won deals with an amount", Policies = ["Deals"],
            Source = "https://www.winsabove.com/glossary",
        });

    /// <summary>Sales cycle time: the mean days from creation to close of the deals won in the period.</summary>
    /// <remarks>
    /// Unit: days. Formula: sum of days from creation to close / won deals. Won deals without a creation date are left out. By policy from the first
    /// touch or the qualification of the deal's lead, or of lost deals too. Undefined when no deal was won.
    /// </remarks>
    public static Metric<Days> SalesCycle { get; } = Metric<Days>.ByPolicy("sales cycle", SalesCycles.Mean).Described(new()
    {
        Id = "sales.sales-cycle", Name = "sales cycle", Good = GoodDirection.Down,
        Definition = "The mean days from creation to close of the deals won in the period.", Formula = "sum of days / won deals", Policies = ["Deals", "SalesCycle"],
        Source = "https://www.revopsdictionary.com/term/sales-cycle-length",
    });

    /// <summary>The median of the days that <see cref="SalesCycle"/> is the mean of; exact.</summary>
    /// <remarks>Unit: days. Formula: exact median (type 7) of the days from creation to close.</remarks>
    public static Metric<Days> MedianSalesCycle { get; } = SalesCyclePercentile(0.5m).Described(new()
    {
        Id = "sales.median-sales-cycle", Name = "median sales cycle", Good = GoodDirection.Down,
        Definition = "The median days from creation to close of the deals won in the period.", Formula = "exact median (type 7)", Policies = ["Deals", "SalesCycle"],
        Source = "https://www.revopsdictionary.com/term/sales-cycle-length (there the mean)",
    });

    /// <summary>Deals open at the end of the period's last day.</summary>
    /// <remarks>Unit: count. Formula: deals created - deals closed, by the end of the last day.</remarks>
    public static Metric<Count> OpenDeals { get; } = new Metric<Count>("open deals", Balance(PipelineMeasures.Open)).Described(new()
    {
        Id = "sales.open-deals", Name = "open deals",
        Definition = "Deals open at the close.", Formula = "created and not closed by the end of the last day", Policies = ["Deals"],
        Source = "https://docs.oracle.com/en/cloud/saas/analytics/25r4/fawcx/cx-opportunity-snapshot-metrics.html",
    });

    /// <summary>The amount of the deals open at the end of the period's last day, as it was known then.</summary>
    /// <remarks>Unit: money. Formula: sum over the open deals of the latest amount known by the end of the last day.</remarks>
    public static Metric<Money> OpenPipeline { get; } = new Metric<Money>("open pipeline", Balance(PipelineMeasures.OpenAmount)).Described(new()
    {
        Id = "sales.open-pipeline", Name = "open pipeline", Good = GoodDirection.Up,
        Definition = "The amount of the deals open at the close, as known then.", Formula = "sum of the latest known amounts", Policies = ["Deals"],
        Source = HowOpportunitiesAreCounted,
    });

    /// <summary>Sales pipeline velocity: what the pipeline brings in a day.</summary>
    /// <remarks>
    /// Unit: money per day. Formula: deals x average deal size x win rate / mean sales cycle; the deals are those open at the close (by policy those
    /// created or closed in the period), the rest is of deals closed in the period. Undefined without a win. Never additive: neither segments nor months add up.
    /// Source: https://nrev.ai.
    /// </remarks>
    public static Metric<PerDay<Money>> PipelineVelocity { get; } = Metric<PerDay<Money>>.ByPolicy("pipeline velocity", policy => policy.Velocity switch
    {
        VelocityBasis.CreatedInPeriod => VelocityOfCreated,
        VelocityBasis.ClosedInPeriod => VelocityOfClosed,
        _ => VelocityOfOpen,
    }).Described(new()
    {
        Id = "sales.pipeline-velocity", Name = "pipeline velocity", Good = GoodDirection.Up,
        Definition = "What the pipeline brings in a day.", Formula = "open deals x average deal size x win rate / sales cycle",
        Policies = ["Deals", "WinRate", "SalesCycle", "Velocity"], Source = "https://nrev.ai",
    });

    private static Metric<PerDay<Money>> VelocityOfOpen => field ??= VelocityOf(OpenDeals);

    private static Metric<PerDay<Money>> VelocityOfCreated => field ??= VelocityOf(CreatedDeals);

    private static Metric<PerDay<Money>> VelocityOfClosed => field ??= VelocityOf((WonDeals + LostDeals).Named("closed deals"));

    /// <summary>A percentile of the days that <see cref="SalesCycle"/> is the mean of: 0.9 is the time within which nine in ten closed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1.</exception>
    public static Metric<Days> SalesCyclePercentile(decimal share)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1m);
        return SalesCycles.Percentile(share);
    }

    private static Metric<PerDay<Money>> VelocityOf(Metric<Count> deals) => MetricArithmetic.Apply<PerDay<Money>>(
        "pipeline velocity", [deals, AverageDealSize, WinRate, SalesCycle],
        (v, _) => Formulas.SalesPipelineVelocityPerDay(v[0], v[1], v[2], v[3]), _ => "the mean sales cycle is zero days");

    private static FlowMetric<TUnit> Closed<TUnit>(
        string id, string name, string definition, GoodDirection good, Func<MetricPolicy, Measure> measure, string source)
        where TUnit : struct, IUnit<TUnit> => Internal<TUnit>(name, measure).Described(new()
        {
            Id = id, Name = name, Good = good, Definition = definition, Formula = "sum over deals", Policies = ["Deals"], Source = source,
        });

    internal static FlowMetric<TUnit> Internal<TUnit>(string name, Func<MetricPolicy, Measure> measure)
        where TUnit : struct, IUnit<TUnit> =>
        new(name, new MeasureExpression((period, policy) => new MeasureRequest(measure(policy), new DateWindow(period.Start, period.End))));

    private static MeasureExpression Balance(Func<MetricPolicy, Measure> measure) =>
        new((period, policy) => new MeasureRequest(measure(policy), DateWindow.Before(period.End)));
}
