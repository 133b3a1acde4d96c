namespace RevOps.Metrics;

/// <summary>A restriction to some values of a dimension.</summary>
/// <param name="Dimension">The dimension.</param>
/// <param name="Values">The values taken; null among them stands for rows without a value.</param>
public sealed record DimensionFilter(Dimension Dimension, ValueList<string?> Values);
