namespace RevOps.Metrics.Predictive;

/// <summary>How a smoothing model carries growth into the future.</summary>
public enum TrendForm
{
    /// <summary>No growth: every forecast is the level, times or plus its season. Written N.</summary>
    None,

    /// <summary>Growth by the same amount each period. Written A.</summary>
    Additive,

    /// <summary>Growth that fades: each period's is phi times the last one's. Written Ad.</summary>
    Damped,
}
