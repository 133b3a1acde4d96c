namespace RevOps.Metrics;

/// <summary>Which changes are one movement.</summary>
public enum MovementNetting
{
    /// <summary>All of one day.</summary>
    ByDay,

    /// <summary>All of one period of <see cref="LedgerPolicy.FixedGrain"/>, dated on its last day.</summary>
    ByPeriod,

    /// <summary>None: each subscription's change is a movement; of one day, what is added comes before what is dropped.</summary>
    EachEvent,
}
