namespace RevOps.Metrics;

public sealed partial record MetricPolicy
{
    /// <summary>The options set as far as ChartMogul documents its definitions and they differ from ours; near to its figures, not exact.</summary>
    /// <remarks>
    /// <list type="bullet">
    /// <item><see cref="LedgerPolicy.PastDue"/> is <see cref="PastDueRule.Counted"/>: an unpaid subscription counts until it is cancelled,
    /// unless an account chooses a day of churn.</item>
    /// <item><see cref="LedgerPolicy.Free"/> is <see cref="FreeTreatment.Active"/>: who goes from paying to free stays a customer. There who
    /// never paid is none, here one.</item>
    /// <item><see cref="NetChurnReactivation"/> is counted: net MRR churn is after reactivation.</item>
    /// <item><see cref="LifetimeValue"/> is of revenue: LTV there is ARPA over the churn rate, without a margin.</item>
    /// </list>
    /// Known and not to be had: changes within 60 minutes netted, the churn rate of LTV averaged over six months, pauses by billing system. Known to be
    /// as ours: price as the source, churn at the end of service, own reactivation after any gap, exchange rates and their line, customer grain, the churn
    /// rate. All else is not known. Sources: docs/vendors.md; https://help.chartmogul.com/hc/en-us/articles/203359061 (LTV).
    /// </remarks>
    public static MetricPolicy ChartMogulLike { get; } = new()
    {
        Ledger = new() { PastDue = PastDueRule.Counted, Free = FreeTreatment.Active },
        NetChurnReactivation = ReactivationTreatment.Counted,
        LifetimeValue = LifetimeValueBasis.Revenue,
    };

    /// <summary>The options set as far as Stripe Billing documents its definitions and they differ from ours; near to its figures, not exact.</summary>
    /// <remarks>
    /// <list type="bullet">
    /// <item><see cref="LedgerPolicy.ChurnRecognition"/> is <see cref="ChurnRecognition.AtRequest"/>: a subscription cancelled counts no longer.</item>
    /// <item><see cref="LedgerPolicy.PastDue"/> is <see cref="PastDueRule.Counted"/>: past-due subscriptions count until they are cancelled or marked unpaid.</item>
    /// <item><see cref="LedgerPolicy.Netting"/> is <see cref="MovementNetting.EachEvent"/>: an upgrade and a downgrade of one day are both told.</item>
    /// <item><see cref="ChurnDenominator"/> is the customers at the open and the new ones.</item>
    /// <item><see cref="JoinedAndLost"/> is in both, and <see cref="LostAndReturned"/> is counted: every churn of the window is in the rate.</item>
    /// <item><see cref="LifetimeValue"/> is of revenue: there it is revenue per subscriber over the churn rate, without a margin.</item>
    /// <item><see cref="ZeroChurn"/> is a capped lifetime: without churn it takes a churn of 1.67 %, which is one in 60 months.</item>
    /// </list>
    /// Known and not to be had: only discounts without end lower MRR, and the churn rate is of the last 30 days.
    /// Known to be as ours: price as the source, trials and free plans out, own reactivation, FX on its own line, the month's end, customer grain. All else is
    /// not known. Sources: docs/vendors.md; https://support.stripe.com/questions/calculating-subscriber-lifetime-value-in-billing.
    /// </remarks>
    public static MetricPolicy StripeLike { get; } = new()
    {
        Ledger = new() { ChurnRecognition = ChurnRecognition.AtRequest, PastDue = PastDueRule.Counted, Netting = MovementNetting.EachEvent },
        ChurnDenominator = ChurnDenominator.OpeningAndNew,
        JoinedAndLost = JoinedAndLostTreatment.InBoth,
        LostAndReturned = LostAndReturnedTreatment.CountBoth,
        LifetimeValue = LifetimeValueBasis.Revenue,
        ZeroChurn = ZeroChurnTreatment.CappedLifetime,
    };

    /// <summary>The options set as the models of dbt's mrr-playbook reckon and we do not; near to their figures, not exact.</summary>
    /// <remarks>
    /// <list type="bullet">
    /// <item><see cref="PeriodState"/> is <see cref="PeriodState.FirstDay"/>: a customer has in a month what it pays on the first day of it.</item>
    /// <item><see cref="LedgerPolicy.Pauses"/> is <see cref="PauseTreatment.EndsService"/>: a month without a period is churn, the next one reactivation.</item>
    /// <item><see cref="RetentionCohort"/> is the previous period: each month is compared with the one before.</item>
    /// </list>
    /// Known and not to be had: movements there are the difference of two first days, here all that happened between them, so that what came and went is told
    /// on both sides (<see cref="MovementNetting.ByPeriod"/> nets over whole months and is refused with the first day). Known to be as ours: the end of the
    /// period as churn, own reactivation after any gap, no customer at zero, customer grain, kept amounts by customer. It has amounts as given, without
    /// discounts, currencies or a churn rate. Source: docs/vendors.md.
    /// </remarks>
    public static MetricPolicy DbtPlaybookLike { get; } = new()
    {
        Ledger = new() { Pauses = PauseTreatment.EndsService },
        PeriodState = PeriodState.FirstDay,
        RetentionCohort = RetentionCohort.PreviousPeriod,
    };
}
