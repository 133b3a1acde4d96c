namespace RevOps.Metrics;

/// <summary>What the forecast of a category adds up.</summary>
public enum CategoryRollUp
{
    /// <summary>The category and all that is surer: commit is closed + commit, best case is those + most likely + best case; the open pipeline is all that is open.</summary>
    Cumulative,

    /// <summary>The category alone.</summary>
    SingleCategory,
}
