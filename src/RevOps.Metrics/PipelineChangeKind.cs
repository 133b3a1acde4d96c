namespace RevOps.Metrics;

/// <summary>What changes the pipeline that is expected to close in a period.</summary>
public enum PipelineChangeKind
{
    /// <summary>A deal is created, with what is known of it at the end of that day.</summary>
    Created,

    /// <summary>A deal is expected to close on another day: its amount leaves the old day and comes to the new one.</summary>
    Moved,

    /// <summary>The amount of a deal changes.</summary>
    Revised,

    /// <summary>A deal is won and leaves the pipeline.</summary>
    Won,

    /// <summary>A deal is lost and leaves the pipeline.</summary>
    Lost,
}
