namespace RevOps.Metrics;

public static partial class Revenue
{
    /// <summary><see cref="NetNewMrr"/> by year.</summary>
    /// <remarks>Unit: money per year. Formula: new + expansion + reactivation - contraction - churn.</remarks>
    public static FlowMetric<PerYear<Money>> NetNewArr { get; } = NetNew().Described(new()
    {
        Id = "revenue.net-new-arr", Name = "net new ARR", Good = GoodDirection.Up,
        Definition = "The recurring revenue by year that customers added in the period, less what they took off.",
        Formula = "new + expansion + reactivation - contraction - churn", Policies = ["Ledger", "PeriodState"],
        Source = "https://abracalc.com/calculator/saas-quick-ratio/",
    });

    /// <summary>Net new MRR: what customers added to MRR in the period, less what they took off.</summary>
    /// <remarks>
    /// Unit: money per month; a flow, and so months add up to the quarter. Formula: new + expansion + reactivation - contraction - churn. Out: pauses,
    /// acquisitions of companies and exchange rates, which no customer won or lost brought about; with them, and in a segment with what moves into it
    /// from another, it is closing less opening MRR.
    /// Source: https://abracalc.com/calculator/saas-quick-ratio/.
    /// </remarks>
    public static FlowMetric<PerMonth<Money>> NetNewMrr { get; } = NetNew().PerMonth().Described(new()
    {
        Id = "revenue.net-new-mrr", Name = "net new MRR", Good = GoodDirection.Up,
        Definition = "The MRR that customers added in the period, less what they took off.", Formula = "new + expansion + reactivation - contraction - churn",
        Policies = ["Ledger", "PeriodState"], Source = "https://abracalc.com/calculator/saas-quick-ratio/",
    });

    /// <summary>MRR growth: the growth of MRR from the close of the period before to the close of this one.</summary>
    /// <remarks>
    /// Unit: ratio over the period; -10 % is a loss. Formula: (MRR - MRR of the prior period) / MRR of the prior period. The period before is the
    /// calendar's (<see cref="Metric{TUnit}.PriorPeriod"/>). Undefined where it had no MRR, and where the subscriptions do not reach back to it.
    /// </remarks>
    public static Metric<Ratio> MrrGrowth { get; } = Growth(ClosingArr().PerMonth().Named("MRR"), mrr => mrr.PriorPeriod()).Described(new()
    {
        Id = "revenue.mrr-growth", Name = "MRR growth", Good = GoodDirection.Up,
        Definition = "The growth of MRR from the close of the period before to the close of this one.",
        Formula = "(MRR - MRR of the prior period) / MRR of the prior period",
        Policies = ["Ledger", "PeriodState", "Refunds"], Source = "https://www.klipfolio.com/metrics/saas/mrr-growth-rate/",
    });

    /// <summary>ARR growth: the growth of ARR over the same period a year before.</summary>
    /// <remarks>
    /// Unit: ratio over a year, whatever the period's length. Formula: (ARR - ARR a year before) / ARR a year before. Aligned by the calendar
    /// (<see cref="Metric{TUnit}.PriorYear"/>). Undefined where there was no ARR a year before, and where the subscriptions do not reach back so far.
    /// </remarks>
    public static Metric<Ratio> ArrGrowth { get; } = Growth(ClosingArr(), arr => arr.PriorYear()).Described(new()
    {
        Id = "revenue.arr-growth", Name = "ARR growth", Good = GoodDirection.Up, Synonyms = ["year-over-year ARR growth"],
        Definition = "The growth of ARR over the same period a year before.", Formula = "(ARR - ARR a year before) / ARR a year before",
        Policies = ["Ledger", "PeriodState", "Refunds"], Source = "https://www.minimalistinnovation.com/post/arr-mrr-growth-rate",
    });

    /// <summary>Expansion rate: what paying customers added in the period, as a share of the MRR at the open.</summary>
    /// <remarks>
    /// Unit: ratio over the period. Formula: expansion MRR / opening MRR. Baremetrics gives the name to the growth of expansion MRR itself from month
    /// to month, which this is not. Undefined without MRR at the open. Source: https://webmasterid.com/analytics-metrics/expansion-mrr-rate-metric.
    /// </remarks>
    public static Metric<Ratio> ExpansionRate { get; } = MetricArithmetic.Apply<Ratio>(
        "expansion rate",
        [MovementLines.OfLedger(MovementKind.Expansion), new Metric<PerYear<Money>>("opening ARR", MeasureExpression.Opening(RecurringMeasures.Amount))],
        (v, _) => v[1] == 0 ? null : v[0] / v[1], _ => "there was no recurring revenue at the open").Described(new()
        {
            Id = "revenue.expansion-rate", Name = "expansion rate", Good = GoodDirection.Up, Synonyms = ["expansion MRR rate"],
            Definition = "What paying customers added in the period, as a share of the MRR at the open.", Formula = "expansion MRR / opening MRR",
            Policies = ["Ledger", "PeriodState"], Source = "https://webmasterid.com/analytics-metrics/expansion-mrr-rate-metric",
        });

    /// <summary>Share of churned MRR: what a cell has of all the MRR churned in the period, such as each churn reason.</summary>
    /// <remarks>
    /// Unit: ratio. Formula: churned MRR / churned MRR of all cells. By <see cref="Dimensions.ChurnReason"/> it is the mix of reasons, and
    /// <see cref="ChurnedMrr"/> the amounts; shares add up to 1. The whole is of all customers, whatever the filter. Undefined without churn.
    /// </remarks>
    public static Metric<Ratio> ChurnedMrrShare { get; } = MetricArithmetic.Apply<Ratio>(
        "share of churned MRR", [MovementLines.OfLedger(MovementKind.Churn), MovementLines.OfLedger(MovementKind.Churn).Unallocated().Named("all churned ARR")],
        (v, _) => v[1] == 0 ? null : v[0] / v[1], _ => "no recurring revenue churned").Described(new()
        {
            Id = "revenue.share-of-churned-mrr", Name = "share of churned MRR", Synonyms = ["churn by reason"],
            Definition = "What a cell, such as a churn reason, has of all the MRR churned in the period.", Formula = "churned MRR / churned MRR of all cells",
            Policies = ["Ledger", "PeriodState"], Source = "Defined here: the share of a cell, such as a churn reason, in what churned",
        });

    /// <summary>Trial conversion: the share of the trials started in the period that were charged on their first paid day.</summary>
    /// <remarks>
    /// Unit: ratio, from 0 to 1. Formula: trials charged / trials started. By subscription, and by the period in which the trial began; immature, and
    /// so undefined, while one of the trials still runs where the coverage of subscriptions ends. By policy of the trials ended in the period
    /// (<see cref="TrialConversionBasis"/>). Out: trials of what would charge nothing.
    /// Source: https://help.chartmogul.com/hc/en-us/articles/115000865205.
    /// </remarks>
    public static Metric<Ratio> TrialConversion { get; } = Metric<Ratio>.ByPolicy(
        "trial conversion",
        policy => policy.TrialConversion == TrialConversionBasis.EndedInPeriod ? TrialCohort.ConversionOfEnded : TrialCohort.ConversionOfStarted).Described(new()
        {
            Id = "revenue.trial-conversion", Name = "trial conversion", Good = GoodDirection.Up, Synonyms = ["trial-to-paid conversion rate"],
            Definition = "The share of the trials started in the period that were charged on their first paid day.", Formula = "trials charged / trials started",
            Policies = ["Ledger", "TrialConversion", "PeriodState"], Source = "https://help.chartmogul.com/hc/en-us/articles/115000865205",
        });

    private static FlowMetric<PerYear<Money>> NetNew()
    {
        MovementKind[] kinds = [MovementKind.New, MovementKind.Expansion, MovementKind.Reactivation, MovementKind.Contraction, MovementKind.Churn];
        return kinds.Select(MovementLines.OfLedger).Aggregate((sum, line) => sum + line);
    }

    /// <summary>As <see cref="Arr"/> is; made anew, as the parts of a class are initialised in no fixed order.</summary>
    private static Metric<PerYear<Money>> ClosingArr() => Metric<PerYear<Money>>.ByPolicy("ARR", RefundedRevenue.Closing);

    private static Metric<Ratio> Growth<T>(Metric<T> now, Func<Metric<T>, Metric<T>> earlier)
        where T : struct, IUnit<T> => now.GrowthOver(earlier(now));
}
