namespace RevOps.Metrics;

/// <summary>Which customers the cost of keeping customers is divided by.</summary>
public enum RetentionCostPer
{
    /// <summary>Those who were customers at the open and are at the close.</summary>
    RetainedCustomer,

    /// <summary>All customers at the close.</summary>
    ActiveCustomer,

    /// <summary>Those who were customers before the year in which the period ends and are at the close: without this year's joiners.</summary>
    CustomerOfEarlierYears,
}
