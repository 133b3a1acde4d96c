namespace RevOps.Metrics;

/// <summary>What is paid back, and by what.</summary>
public enum CacPaybackBasis
{
    /// <summary>The period's acquisition spend, by the gross margin of its new MRR.</summary>
    NewRevenue,

    /// <summary>The cost of acquiring a customer, by the gross margin of what an average customer pays, new or old.</summary>
    PerCustomer,

    /// <summary>The acquisition spend of the period before, by the gross margin of the new MRR.</summary>
    PriorPeriodSpend,

    /// <summary>The period's acquisition spend, by its new MRR.</summary>
    WithoutMargin,
}
