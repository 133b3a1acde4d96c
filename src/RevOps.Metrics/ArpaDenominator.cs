namespace RevOps.Metrics;

/// <summary>By which customers ARPA is told.</summary>
public enum ArpaDenominator
{
    /// <summary>Those at the close.</summary>
    Closing,

    /// <summary>The mean of those at the open and at the close.</summary>
    Average,
}
