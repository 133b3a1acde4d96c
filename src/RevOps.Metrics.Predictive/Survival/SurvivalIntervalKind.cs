namespace RevOps.Metrics.Predictive;

/// <summary>The scale on which an interval for a survival probability is made before it is turned back.</summary>
/// <remarks>
/// They are <c>conf.type</c> of the R package survival. The same data give different intervals: R takes the logarithm by default, SAS, Stata and
/// lifelines the log-log.
/// </remarks>
public enum SurvivalIntervalKind
{
    /// <summary>exp(ln S ± z se / S), cut off at 1.</summary>
    Log,

    /// <summary>S^exp(± z se / (S ln S)): never leaves 0 to 1, and keeps its level best in small groups. It does not exist while nobody has left.</summary>
    LogLog,

    /// <summary>S ± z se, cut off at 0 and 1.</summary>
    Plain,
}
