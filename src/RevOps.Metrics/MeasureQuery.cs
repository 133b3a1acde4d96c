namespace RevOps.Metrics;

/// <summary>A question to an engine: measures over windows, by dimensions, for some cells, under one ledger policy and in one currency.</summary>
public sealed record MeasureQuery
{
    /// <summary>What is asked.</summary>
    public required IReadOnlyList<MeasureRequest> Requests { get; init; }

    /// <summary>The dimensions whose values make the cells; none for one total.</summary>
    public ValueList<Dimension> By { get; init; } = [];

    /// <summary>The rows taken: for each dimension, those with one of its values.</summary>
    public ValueList<DimensionFilter> Where { get; init; } = [];

    /// <summary>What a movement of recurring revenue is.</summary>
    public LedgerPolicy Ledger { get; init; } = LedgerPolicy.Default;
}

/// <summary>A measure over a window.</summary>
/// <param name="Measure">What is measured.</param>
/// <param name="Window">The days.</param>
public sealed record MeasureRequest(Measure Measure, DateWindow Window);

/// <summary>A restriction to some values of a dimension.</summary>
/// <param name="Dimension">The dimension.</param>
/// <param name="Values">The values taken; null among them stands for rows without a value.</param>
public sealed record DimensionFilter(Dimension Dimension, ValueList<string?> Values);
