namespace RevOps.Metrics;

public static partial class Success
{
    /// <summary>Gross revenue retention (GRR): the share of the cohort's recurring revenue that was kept, before any growth.</summary>
    /// <remarks>
    /// Unit: ratio, from 0 to 1. Formula: sum over the cohort of the lesser of ARR then and ARR now / ARR of the cohort then. The cohort is the
    /// customers of twelve months before the period's close, over those twelve months; by policy those at the end of the previous period, over the
    /// period, or the contracts due in the period (<see cref="GrossRenewalRate"/>). Each customer counts with at most what it paid at the open, so
    /// one's growth never makes good another's loss; by policy each subscription does (a contract due is one by itself), or all together do. Out: new
    /// customers, and what exchange rates did. Who left and is back at the close was kept. Undefined without revenue at the open, for fewer customers
    /// than the policy asks for, and where the subscriptions do not reach back twelve months. Source: https://www.chargebee.com/docs/ (RevenueStory).
    /// </remarks>
    public static Metric<Ratio> GrossRevenueRetention { get; } = Metric<Ratio>.ByPolicy("GRR",
        policy => (policy.RetentionCohort, policy.RetentionCap) switch
        {
            (RetentionCohort.ContractsDue, RetentionCap.OnTheTotal) => ContractCohort.GrossRetentionOnTotal,
            (RetentionCohort.ContractsDue, _) => ContractCohort.GrossRetention,
            (_, RetentionCap.OnTheTotal) => RevenueCohort.By(policy).GrossRetentionOnTotal,
            (_, RetentionCap.PerSubscription) => RevenueCohort.By(policy).GrossRetentionBySubscription,
            _ => RevenueCohort.By(policy).GrossRetention,
        }).Described(new()
        {
            Id = "success.grr", Name = "GRR", Good = GoodDirection.Up,
            Definition = "The share of the recurring revenue of the customers twelve months ago that was kept, before any growth.",
            Formula = "sum over the cohort of the lesser of ARR then and ARR now / ARR of the cohort then",
            Policies = ["Ledger", "RetentionCohort", "RetentionCap", "MinimumCohort", "RenewalGraceDays", "PeriodState"], Source = "https://www.chargebee.com/docs/ (RevenueStory)",
        });

    /// <summary>Net revenue retention (NRR): the recurring revenue of the cohort at the close, as a share of what it was.</summary>
    /// <remarks>
    /// Unit: ratio, above 1 when those who stayed grew by more than was lost. Formula: ARR of the cohort now / ARR of the cohort then. The cohort, its
    /// window and what is undefined are those of <see cref="GrossRevenueRetention"/>. In: expansion, price escalators and ended discounts. Out: new
    /// customers, customers back from before the open, and what exchange rates did. Source: https://www.forentrepreneurs.com/saas-metrics-2/.
    /// </remarks>
    public static Metric<Ratio> NetRevenueRetention { get; } = Metric<Ratio>.ByPolicy("NRR",
        policy => policy.RetentionCohort == RetentionCohort.ContractsDue ? ContractCohort.NetRetention : RevenueCohort.By(policy).NetRetention).Described(new()
        {
            Id = "success.nrr", Name = "NRR", Good = GoodDirection.Up,
            Definition = "The recurring revenue at the close of the customers twelve months ago, as a share of what it was.",
            Formula = "ARR of the cohort now / ARR of the cohort then",
            Policies = ["Ledger", "RetentionCohort", "MinimumCohort", "RenewalGraceDays", "PeriodState"], Source = "https://www.forentrepreneurs.com/saas-metrics-2/",
        });

    /// <summary>Gross revenue churn: the share of the recurring revenue at the open that was lost by the close, before any growth.</summary>
    /// <remarks>
    /// Unit: ratio over the period, from 0 to 1. Formula: 1 - gross revenue retention of the customers at the open over the period itself; not the
    /// sum of the churn movements, which hold what came and went within the period. Source: https://www.forentrepreneurs.com/saas-metrics-2/.
    /// </remarks>
    public static Metric<Ratio> GrossRevenueChurnRate { get; } = Metric<Ratio>.ByPolicy("gross revenue churn rate",
        policy => policy.RetentionCap switch
        {
            RetentionCap.OnTheTotal => RevenueCohort.OfPeriod.GrossChurnOnTotal,
            RetentionCap.PerSubscription => RevenueCohort.OfPeriod.GrossChurnBySubscription,
            _ => RevenueCohort.OfPeriod.GrossChurn,
        }).Described(new()
        {
            Id = "success.gross-revenue-churn-rate", Name = "gross revenue churn rate", Good = GoodDirection.Down,
            Definition = "The share of the recurring revenue at the open that was lost by the close, before any growth.",
            Formula = "(ARR at the open - kept ARR) / ARR at the open", Policies = ["Ledger", "RetentionCap", "PeriodState"],
            Source = "https://www.forentrepreneurs.com/saas-metrics-2/",
        });

    /// <summary>Net revenue churn: the share of the recurring revenue at the open that was lost by the close and not made good by growth.</summary>
    /// <remarks>
    /// Unit: ratio over the period, negative when growth outweighs losses. Formula: 1 - net revenue retention of the customers at the open over the
    /// period itself. Customers back from before the open make nothing good, as they were not there to be lost; by policy they do.
    /// Source: https://help.chartmogul.com/hc/en-us/articles/203359341 (there with reactivation).
    /// </remarks>
    public static Metric<Ratio> NetRevenueChurnRate { get; } = Metric<Ratio>.ByPolicy("net revenue churn rate",
        policy => policy.NetChurnReactivation == ReactivationTreatment.Counted
            ? RevenueCohort.OfPeriod.NetChurnAfterReactivation
            : RevenueCohort.OfPeriod.NetChurn).Described(new()
            {
                Id = "success.net-revenue-churn-rate", Name = "net revenue churn rate", Good = GoodDirection.Down,
                Definition = "The share of the recurring revenue at the open that was lost by the close and not made good by growth.",
                Formula = "(ARR at the open - ARR of the same customers at the close) / ARR at the open", Policies = ["Ledger", "NetChurnReactivation", "PeriodState"],
                Source = "https://help.chartmogul.com/hc/en-us/articles/203359341",
            });
}
