namespace RevOps.Metrics;

/// <summary>Whose going on a stage conversion counts.</summary>
public enum StageConversionBasis
{
    /// <summary>That of the deals that entered the stage in the period, whenever they go on.</summary>
    Cohort,

    /// <summary>That which happens in the period, whenever the deals entered the stage; the rate can pass 1.</summary>
    Flow,
}
