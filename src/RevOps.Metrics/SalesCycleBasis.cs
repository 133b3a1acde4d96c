namespace RevOps.Metrics;

/// <summary>Of which deals a sales cycle is told, and from which day it runs.</summary>
public enum SalesCycleBasis
{
    /// <summary>Won deals, from the creation of the deal to its close.</summary>
    WonFromCreated,

    /// <summary>Won deals, from the first touch of the deal's first lead to the deal's close.</summary>
    WonFromLead,

    /// <summary>Won deals, from the day on which sales first qualified a lead of the deal to the deal's close.</summary>
    WonFromQualified,

    /// <summary>Won and lost deals, from the creation of the deal to its close.</summary>
    AllClosed,
}
