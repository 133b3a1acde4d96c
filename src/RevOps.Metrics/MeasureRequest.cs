namespace RevOps.Metrics;

/// <summary>A measure over a window, by dimensions, for some rows.</summary>
/// <param name="Measure">What is measured.</param>
/// <param name="Window">The days.</param>
public sealed record MeasureRequest(Measure Measure, DateWindow Window)
{
    /// <summary>The dimensions whose values make the cells; none for one total.</summary>
    public ValueList<Dimension> By { get; init; } = [];

    /// <summary>The rows taken: for each filter, those with one of its dimension's values that it names.</summary>
    public ValueList<DimensionFilter> Where { get; init; } = [];
}
