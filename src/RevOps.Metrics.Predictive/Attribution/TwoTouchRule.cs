namespace RevOps.Metrics.Predictive;

/// <summary>What becomes of the middle's share on a path of two touches, where nobody is between.</summary>
public enum TwoTouchRule
{
    /// <summary>The shares of the first and the last are scaled up to the whole: 50 % and 30 % become 5/8 and 3/8.</summary>
    Renormalize,

    /// <summary>Each takes half of it: 50 % and 30 % become 60 % and 40 %.</summary>
    SplitMiddle,
}
