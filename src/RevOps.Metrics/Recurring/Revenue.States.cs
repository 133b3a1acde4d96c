namespace RevOps.Metrics;

public static partial class Revenue
{
    private const string WhatIsCommitted = "https://www.bvp.com/atlas/cmrr-and-arr";

    /// <summary>Trial MRR: what the trials that run at the close would charge on their first paid day. Apart from MRR, never in it.</summary>
    /// <remarks>Unit: money per month. Formula: sum of the prices of their first paid day.</remarks>
    public static Metric<PerMonth<Money>> TrialMrr { get; } = Standing(RevenueState.Trial, new()
    {
        Id = "revenue.trial-mrr", Name = "trial MRR", Definition = "What the trials that run at the close would charge on their first paid day.",
        Formula = "sum of the prices of their first paid day", Policies = ["Ledger", "PeriodState"],
        Source = "Defined here: what MRR leaves out while trials run",
    });

    /// <summary>Past-due MRR: the MRR at the close of subscriptions with an invoice past due. Inside MRR, unless the policy takes it out.</summary>
    /// <remarks>Unit: money per month. Formula: sum of MRR with an invoice due before the close and not settled.</remarks>
    public static Metric<PerMonth<Money>> PastDueMrr { get; } = Standing(RevenueState.PastDue, new()
    {
        Id = "revenue.past-due-mrr", Name = "past-due MRR", Good = GoodDirection.Down,
        Definition = "The MRR at the close of subscriptions with an invoice past due.", Formula = "sum of MRR with an invoice due before the close and not settled",
        Policies = ["Ledger", "PeriodState"], Source = "https://help.chartmogul.com/article/303-handling-past-due-subscriptions",
    });

    /// <summary>MRR of contracts signed by the close that are not charged yet.</summary>
    /// <remarks>Unit: money per month. Formula: sum of the prices of their first paid day.</remarks>
    public static Metric<PerMonth<Money>> SignedMrr { get; } = Standing(RevenueState.SignedNotStarted, new()
    {
        Id = "revenue.signed-mrr", Name = "signed MRR", Good = GoodDirection.Up,
        Definition = "MRR of contracts signed by the close that are not charged yet.", Formula = "sum of the prices of their first paid day", Policies = ["Ledger", "PeriodState"],
        Source = WhatIsCommitted,
    });

    /// <summary>MRR that steps of price agreed in running and signed contracts are still to add or take off.</summary>
    /// <remarks>Unit: money per month. Formula: sum of the steps after the close.</remarks>
    public static Metric<PerMonth<Money>> ContractedStepMrr { get; } = Standing(RevenueState.ContractedStep, new()
    {
        Id = "revenue.contracted-step-mrr", Name = "contracted step MRR",
        Definition = "MRR that agreed steps of price are still to add or take off.", Formula = "sum of the steps after the close", Policies = ["Ledger", "PeriodState"],
        Source = "https://portfolioiq.ai/databook/committed-annual-recurring-revenue",
    });

    /// <summary>MRR at the close whose end is known: notice was given, or what follows is signed; negative.</summary>
    /// <remarks>Unit: money per month. Formula: - sum of MRR under notice or signed to be followed.</remarks>
    public static Metric<PerMonth<Money>> EndingMrr { get; } = Standing(RevenueState.Ending, new()
    {
        Id = "revenue.ending-mrr", Name = "ending MRR", Good = GoodDirection.Up,
        Definition = "MRR at the close whose end is known.", Formula = "sum of MRR under notice or signed to be followed, negative", Policies = ["Ledger", "PeriodState"],
        Source = WhatIsCommitted,
    });

    /// <summary>Committed MRR (CMRR): MRR with all that is known at the close to come and to go.</summary>
    /// <remarks>
    /// Unit: money per month. Formula: MRR + signed + contracted steps + ending. As of the close of each period, never of the day on which the
    /// question is asked; with records that say when they were recorded, ask <see cref="RevenueDataset.AsOf"/>. A fixed term whose end nobody has
    /// given notice of stays: it is expected to renew. Credit notes never lower it.
    /// Source: https://www.bvp.com/atlas/cmrr-and-arr.
    /// </remarks>
    public static Metric<PerMonth<Money>> CommittedMrr { get; } = (RefundedRevenue.LedgerMrr + SignedMrr + ContractedStepMrr + EndingMrr).Described(new()
    {
        Id = "revenue.committed-mrr", Name = "committed MRR", Good = GoodDirection.Up,
        Definition = "MRR with all that is known at the close to come and to go.", Formula = "MRR + signed MRR + contracted step MRR + ending MRR",
        Policies = ["Ledger", "PeriodState"], Source = WhatIsCommitted,
    });

    /// <summary>MRR that discounts take off the list prices of what is live at the close. Not in MRR: together the two are MRR at list prices.</summary>
    /// <remarks>Unit: money per month. Formula: sum of list price - price, of the discounts that the policy counts.</remarks>
    public static Metric<PerMonth<Money>> DiscountedMrr { get; } = Standing(RevenueState.Discounted, new()
    {
        Id = "revenue.discounted-mrr", Name = "discounted MRR", Good = GoodDirection.Down,
        Definition = "MRR that discounts take off the list prices of what is live at the close.", Formula = "sum of list price - price, of the discounts that the policy counts",
        Policies = ["Ledger", "PeriodState"], Source = "https://www.petavue.com/glossary/discount-rate",
    });

    private static Metric<PerMonth<Money>> Standing(RevenueState state, MetricDefinition definition) =>
        new Metric<PerYear<Money>>(definition.Name, MeasureExpression.Closing(RecurringMeasures.Standing(state))).PerMonth().Described(definition);
}
