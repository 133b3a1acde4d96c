namespace RevOps.Metrics;

/// <summary>How the rate of one length becomes the rate of a month.</summary>
public enum RateScaling
{
    /// <summary>The monthly rate that gives it when it holds in every month: 1 - (1 - c)^(1/m).</summary>
    ConstantHazard,

    /// <summary>The rate divided by the months.</summary>
    Simple,
}
