namespace RevOps.Metrics;

/// <summary>Over which window, and of whom, the customer churn rate is told, so that contracts of a year do not hide in a monthly rate.</summary>
public enum ChurnWindow
{
    /// <summary>The customers of the period, over the period itself.</summary>
    Period,

    /// <summary>The customers of 365 days before the period's close, over those days, whatever the period's length; a rate of twelve months.</summary>
    TrailingYear,

    /// <summary>
    /// The contracts due in the period: those lost, of those lost or renewed. A rate by contract and not by time, so no monthly rate follows from it.
    /// </summary>
    ContractsDue,
}
