namespace RevOps.Metrics;

/// <summary>Which trials the trial conversion is told of.</summary>
public enum TrialConversionBasis
{
    /// <summary>Those that began in the period, whenever they ended; undefined while some of them still run.</summary>
    StartedInPeriod,

    /// <summary>Those that ended in the period, whenever they began.</summary>
    EndedInPeriod,
}
