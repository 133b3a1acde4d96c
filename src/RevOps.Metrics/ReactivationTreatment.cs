namespace RevOps.Metrics;

/// <summary>What becomes of the revenue of customers who come back.</summary>
public enum ReactivationTreatment
{
    /// <summary>It stays apart.</summary>
    Apart,

    /// <summary>It counts as a gain.</summary>
    Counted,
}
