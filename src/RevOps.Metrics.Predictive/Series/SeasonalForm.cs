namespace RevOps.Metrics.Predictive;

/// <summary>How the seasons of a smoothing model act on its level.</summary>
public enum SeasonalForm
{
    /// <summary>No seasons. Written N.</summary>
    None,

    /// <summary>A season adds an amount; the amounts of a year sum to 0. Written A.</summary>
    Additive,

    /// <summary>A season multiplies by a factor; the factors of a year have the mean 1. Written M. Only for values above zero.</summary>
    Multiplicative,
}
