namespace RevOps.Metrics;

/// <summary>Which deals sales metrics count.</summary>
public enum DealScope
{
    /// <summary>First purchases.</summary>
    NewBusiness,

    /// <summary>First purchases, expansions and renewals.</summary>
    AllTypes,
}
