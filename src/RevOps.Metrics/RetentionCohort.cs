namespace RevOps.Metrics;

/// <summary>Whose revenue retention is measured, and over which window.</summary>
public enum RetentionCohort
{
    /// <summary>The customers of twelve months before the period's close, over those twelve months, whatever the period's length.</summary>
    TwelveMonths,

    /// <summary>The customers at the end of the previous period, over the period.</summary>
    PreviousPeriod,

    /// <summary>The contracts due in the period that renewed or were lost, each with what it charged by then and what its renewal does.</summary>
    ContractsDue,
}
