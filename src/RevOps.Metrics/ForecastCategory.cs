namespace RevOps.Metrics;

/// <summary>How sure a seller is of a deal or an amount, as sales teams roll forecasts up.</summary>
public enum ForecastCategory
{
    /// <summary>Open, without a promise.</summary>
    Pipeline,

    /// <summary>Possible if all goes well.</summary>
    BestCase,

    /// <summary>More likely than not.</summary>
    MostLikely,

    /// <summary>Promised.</summary>
    Commit,

    /// <summary>Already won.</summary>
    Closed,

    /// <summary>Left out of the forecast.</summary>
    Omitted,
}
