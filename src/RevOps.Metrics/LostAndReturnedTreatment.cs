namespace RevOps.Metrics;

/// <summary>What becomes of customers who are lost and return within the period.</summary>
public enum LostAndReturnedTreatment
{
    /// <summary>They were not lost; <see cref="Success.LostAndReturnedCustomers"/> counts them.</summary>
    NetOut,

    /// <summary>They are among the lost, each once.</summary>
    CountBoth,
}
