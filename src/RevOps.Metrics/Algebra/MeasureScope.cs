namespace RevOps.Metrics;

/// <summary>By which dimensions and over which rows a part of a formula asks its measures.</summary>
internal sealed record MeasureScope(ValueList<Dimension> By, ValueList<DimensionFilter> Where)
{
    /// <summary>All rows in one.</summary>
    public static MeasureScope Everything { get; } = new([], []);

    /// <summary>True for a total that is repeated in every cell and under every filter.</summary>
    public bool IsTotal { get; private init; }

    /// <summary>All rows in one, in the place of another scope.</summary>
    public static MeasureScope Total { get; } = Everything with { IsTotal = true };

    public MeasureScope Filtered(DimensionFilter filter) => this with { Where = [.. Where, filter] };

    public MeasureScope SplitBy(Dimension dimension) => this with { By = [.. By, dimension] };

    /// <summary>The dimensions of which all rows of a cell have one value, with that value.</summary>
    public IReadOnlyList<(Dimension Dimension, string? Value)> ValuesIn(Cell cell) =>
    [
        .. By.Zip(cell.Values), .. Where.Where(filter => filter.Values.Count == 1).Select(filter => (filter.Dimension, filter.Values[0])),
    ];

    public MeasureRequest Of(MeasureRequest request) => request with { By = By, Where = Where };
}
