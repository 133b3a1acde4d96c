namespace RevOps.Metrics;

/// <summary>How metrics are evaluated: by whose definition, on which assumptions, over which rows.</summary>
public sealed record EvaluationOptions
{
    /// <summary>The default policy, no assumptions, all rows.</summary>
    public static EvaluationOptions Default { get; } = new();

    /// <summary>By whose definition.</summary>
    public MetricPolicy Policy { get; init; } = MetricPolicy.Default;

    /// <summary>The values of assumptions.</summary>
    public Assumptions Assumptions { get; init; } = Assumptions.None;

    /// <summary>The rows taken: for each dimension, those with one of its values.</summary>
    public ValueList<DimensionFilter> Where { get; init; } = [];
}
