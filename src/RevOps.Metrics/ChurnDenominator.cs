namespace RevOps.Metrics;

/// <summary>What the customer churn rate divides by.</summary>
public enum ChurnDenominator
{
    /// <summary>The customers at the open.</summary>
    Opening,

    /// <summary>The customers at the open, and those who joined and are there at the close.</summary>
    OpeningAndNew,

    /// <summary>The mean of the customers at the open and at the close; the rate can pass 1.</summary>
    Average,

    /// <summary>The customers at the close; the rate can pass 1.</summary>
    Closing,

    /// <summary>The customers 30 days before the close, whatever the period's length; the rate can pass 1.</summary>
    ThirtyDaysAgo,
}
