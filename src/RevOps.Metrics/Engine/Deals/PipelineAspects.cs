namespace RevOps.Metrics;

/// <summary>What of the states of open deals a question tells apart.</summary>
[Flags]
internal enum PipelineAspects
{
    /// <summary>Only that they are open.</summary>
    None = 0,

    Stage = 1,

    Amount = 2,

    Category = 4,

    ExpectedClose = 8,

    Owner = 16,

    /// <summary>Every change by itself, even one that tells nothing.</summary>
    EachChange = 32,
}
