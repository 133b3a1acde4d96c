namespace RevOps.Metrics;

/// <summary>What a contract with agreed steps of price counts.</summary>
public enum RampTreatment
{
    /// <summary>The step in force; later steps are contracted expansion when they come.</summary>
    CurrentStep,

    /// <summary>The average over all days of the first price and its contracted steps, from the first day; where their end is not known, the step in force.</summary>
    AverageOverTerm,
}
