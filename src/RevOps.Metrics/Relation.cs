namespace RevOps.Metrics;

/// <summary>The relations of facts that measures sum over: records made ready for questions, or derived from them.</summary>
public enum Relation
{
    /// <summary>The ledger: one row for each movement of recurring revenue (<see cref="RevOps.Metrics.Movements"/>).</summary>
    Movements,

    /// <summary>One row for each change of recurring revenue beside the ledger (<see cref="RevOps.Metrics.RevenueStates"/>).</summary>
    RevenueStates,

    /// <summary>One row for each deal as it is now (<see cref="RevOps.Metrics.Deals"/>).</summary>
    Deals,

    /// <summary>One row for each change of the open pipeline: a deal comes in, changes, leaves (<see cref="RevOps.Metrics.PipelineMovements"/>).</summary>
    PipelineMovements,

    /// <summary>One row for each time that a deal enters a stage (<see cref="RevOps.Metrics.StageVisits"/>).</summary>
    StageVisits,

    /// <summary>One row for each day of each spend (<see cref="RevOps.Metrics.SpendDays"/>).</summary>
    SpendDays,

    /// <summary>One row for each forecast snapshot, with the days on which it was the latest (<see cref="RevOps.Metrics.Forecasts"/>).</summary>
    Forecasts,

    /// <summary>One row for each figure from the books (<see cref="RevOps.Metrics.Figures"/>).</summary>
    Figures,

    /// <summary>One row for each time that a contract falls due (<see cref="RevOps.Metrics.Renewals"/>).</summary>
    Renewals,

    /// <summary>One row for each forecast snapshot of a quantile (<see cref="RevOps.Metrics.QuantileForecasts"/>).</summary>
    QuantileForecasts,

    /// <summary>One row for each credit note (<see cref="RevOps.Metrics.Credits"/>).</summary>
    Credits,

    /// <summary>One row for each lead with its milestones (<see cref="RevOps.Metrics.Leads"/>).</summary>
    Leads,

    /// <summary>One row for each day of a channel's reach (<see cref="RevOps.Metrics.MarketingActivities"/>).</summary>
    MarketingActivities,

    /// <summary>One row for each change of the open pipeline by expected close (<see cref="RevOps.Metrics.ExpectedCloses"/>).</summary>
    ExpectedCloses,

    /// <summary>One row for each sales representative's share in each deal (<see cref="RevOps.Metrics.DealCredits"/>).</summary>
    DealCredits,

    /// <summary>One row for each day of each quota (<see cref="RevOps.Metrics.QuotaDays"/>).</summary>
    QuotaDays,

    /// <summary>One row for each invoice, and one for each credit note (<see cref="RevOps.Metrics.Invoiced"/>).</summary>
    Invoiced,

    /// <summary>One row for each payment (<see cref="RevOps.Metrics.Payments"/>).</summary>
    Payments,

    /// <summary>One row for each support ticket (<see cref="RevOps.Metrics.Tickets"/>).</summary>
    Tickets,
}
