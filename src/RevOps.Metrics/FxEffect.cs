namespace RevOps.Metrics;

/// <summary>Where what exchange rates do to recurring revenue is shown.</summary>
public enum FxEffect
{
    /// <summary>On a line of its own.</summary>
    OwnLine,

    /// <summary>Gains inside expansion, losses inside contraction.</summary>
    InsideMovements,
}
