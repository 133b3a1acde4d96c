namespace RevOps.Metrics;

/// <summary>How the win rate weighs deals.</summary>
public enum WinRateBasis
{
    /// <summary>Won deals of those closed, each counted as one; no decision is lost.</summary>
    Count,

    /// <summary>Won amount of that closed.</summary>
    Value,
}
