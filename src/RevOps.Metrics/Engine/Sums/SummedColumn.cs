namespace RevOps.Metrics;

/// <summary>What a pass sums.</summary>
/// <param name="Values">The numbers; of a count, those that must be known, if any.</param>
/// <param name="IsCount">True where rows are counted.</param>
internal readonly record struct SummedColumn(WholeNumbers? Values, bool IsCount)
{
    /// <summary>True where each row adds a number of four bytes at most, and none is left out.</summary>
    public bool IsNarrow => Values is not { Wide: not null };
}
