namespace RevOps.Metrics;

/// <summary>What a suspended service is.</summary>
public enum PauseTreatment
{
    /// <summary>A pair of movements of its own, pause and resume: the customer stays one and pays nothing.</summary>
    Pair,

    /// <summary>Nothing: the price goes on counting.</summary>
    KeepsRevenue,

    /// <summary>An end of service and a start: churn, and what comes back later is shown as any return.</summary>
    EndsService,
}
