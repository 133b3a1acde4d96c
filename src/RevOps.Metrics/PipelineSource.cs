namespace RevOps.Metrics;

/// <summary>From what the pipeline of a past day is known.</summary>
public enum PipelineSource
{
    /// <summary>The deal has a history: what it was on a day is what was known on that day.</summary>
    History,

    /// <summary>The deal has none: its latest values stand for every day, so that it never seems to change.</summary>
    LatestValues,
}
