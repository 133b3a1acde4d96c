namespace RevOps.Metrics;

/// <summary>Which deals a win rate is of, and how it weighs them.</summary>
public enum WinRateBasis
{
    /// <summary>Won deals of those closed in the period, each counted as one; no decision is lost.</summary>
    Count,

    /// <summary>Won amount of that closed in the period.</summary>
    Value,

    /// <summary>Deals won until today of those created in the period; while some are still open, the rate can rise.</summary>
    CreatedCohort,

    /// <summary>Won deals of those closed in the period with a decision: those lost with the reason "no decision" are left out.</summary>
    WithoutNoDecision,
}
