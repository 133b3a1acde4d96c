namespace RevOps.Metrics;

public static partial class Revenue
{
    private const string Dunning = "https://rekko.io/glossary/revenue-recovery-rate";

    /// <summary>Recovered MRR: of the MRR past due at the open, what was paid or credited in full by the close.</summary>
    /// <remarks>
    /// Unit: money per month, with what each subscription charged at the open. Formula: sum of MRR past due at the open whose invoices are settled by
    /// the close. Recovered, lost and what is past due still (or paused by then) are the MRR past due at the open; what fell due within the period and
    /// was paid in it is none of them.
    /// </remarks>
    public static Metric<PerMonth<Money>> RecoveredMrr { get; } = PastDueFrom(RevenueStateEnd.Settled).Described(new()
    {
        Id = "revenue.recovered-mrr", Name = "recovered MRR", Good = GoodDirection.Up,
        Definition = "Of the MRR past due at the open, what was paid or credited in full by the close.",
        Formula = "sum of MRR past due at the open whose invoices are settled by the close", Policies = ["Ledger", "PeriodState"], Source = Dunning,
    });

    /// <summary>Of the MRR past due at the open, what stopped by the close without being paid: the service ended, or was churned by policy.</summary>
    /// <remarks>
    /// Unit: money per month. Formula: sum of MRR past due at the open that no longer counts at the close. By default automatic collection churns 30
    /// days after the due day (<see cref="PastDueRule"/>); what is paid after that is a reactivation, and stays lost here.
    /// </remarks>
    public static Metric<PerMonth<Money>> LostPastDueMrr { get; } = PastDueFrom(RevenueStateEnd.Stopped).Described(new()
    {
        Id = "revenue.lost-past-due-mrr", Name = "lost past-due MRR", Good = GoodDirection.Down,
        Definition = "Of the MRR past due at the open, what stopped by the close without being paid.",
        Formula = "sum of MRR past due at the open that no longer counts at the close", Policies = ["Ledger", "PeriodState"],
        Source = "https://help.chartmogul.com/article/303-handling-past-due-subscriptions",
    });

    /// <summary>Past-due recovery rate: the share of the MRR past due at the open that was recovered by the close.</summary>
    /// <remarks>
    /// Unit: ratio, from 0 to 1. Formula: recovered MRR / MRR past due at the open. Undefined where nothing was past due.
    /// Source: https://rekko.io/glossary/revenue-recovery-rate.
    /// </remarks>
    public static Metric<Ratio> PastDueRecoveryRate { get; } = ShareOfPastDue(RecoveredMrr).Described(new()
    {
        Id = "revenue.past-due-recovery-rate", Name = "past-due recovery rate", Good = GoodDirection.Up, Synonyms = ["recovery rate", "dunning recovery rate"],
        Definition = "The share of the MRR past due at the open that was recovered by the close.", Formula = "recovered MRR / MRR past due at the open",
        Policies = ["Ledger", "PeriodState"], Source = Dunning,
    });

    /// <summary>Past-due loss rate: the share of the MRR past due at the open that was lost by the close.</summary>
    /// <remarks>
    /// Unit: ratio, from 0 to 1; with the recovery rate it is 1 once all is decided. Formula: lost past-due MRR / MRR past due at the open. Undefined
    /// where nothing was past due.
    /// </remarks>
    public static Metric<Ratio> PastDueLossRate { get; } = ShareOfPastDue(LostPastDueMrr).Described(new()
    {
        Id = "revenue.past-due-loss-rate", Name = "past-due loss rate", Good = GoodDirection.Down,
        Definition = "The share of the MRR past due at the open that was lost by the close.", Formula = "lost past-due MRR / MRR past due at the open",
        Policies = ["Ledger", "PeriodState"], Source = "Defined here: what the past-due recovery rate leaves once all is decided",
    });

    private static Metric<PerMonth<Money>> PastDueFrom(RevenueStateEnd end) =>
        Measures.Balances(RevenueStates.Spell, RevenueStates.Amount, on: RevenueStates.On)
            .Where(RevenueStates.State.Is(nameof(RevenueState.PastDue)), RevenueStates.EndedBy.Is(end.ToString())).Sum(EntityRule.LostAmount).PerMonth();

    private static Metric<Ratio> ShareOfPastDue(Metric<PerMonth<Money>> part) => MetricArithmetic.Apply<Ratio>(
        $"share of {part}",
        [part, new Metric<PerYear<Money>>("past due", MeasureExpression.Opening(RecurringMeasures.Standing(RevenueState.PastDue))).PerMonth().Named("MRR past due at the open")],
        (v, _) => v[1] == 0 ? null : v[0] / v[1], _ => "no MRR was past due at the open");
}
