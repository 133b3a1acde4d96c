namespace RevOps.Metrics;

/// <summary>A restriction to some values of a dimension.</summary>
/// <param name="Dimension">The dimension.</param>
/// <param name="Values">The values taken; null among them stands for rows without a value.</param>
public sealed record DimensionFilter(Dimension Dimension, ValueList<string?> Values)
{
    /// <summary>"segment is SMB or (none)".</summary>
    public override string ToString() => $"{Dimension} is {string.Join(" or ", Values.Select(value => value ?? Cell.NoValue))}";
}
