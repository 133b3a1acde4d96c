namespace RevOps.Metrics;

/// <summary>What each row adds to a sum.</summary>
internal interface IRowValues
{
    /// <summary>What a row adds; <see cref="FactTable.NoValue"/> for a row that is not counted at all.</summary>
    long this[int row] { get; }
}

/// <summary>Each row counts as one.</summary>
internal readonly struct OneEach : IRowValues
{
    public long this[int row] => 1;
}

/// <summary>Each row whose number is known counts as one.</summary>
internal readonly struct OneEachKnown(long[] values) : IRowValues
{
    public long this[int row] => values.At(row) == FactTable.NoValue ? FactTable.NoValue : 1;
}

/// <summary>Each row adds its narrow number.</summary>
internal readonly struct NarrowValues(int[] values) : IRowValues
{
    public long this[int row] => values.At(row);
}

/// <summary>Each row adds its number.</summary>
internal readonly struct WideValues(long[] values) : IRowValues
{
    public long this[int row] => values.At(row);
}

/// <summary>Each row adds its small number.</summary>
internal readonly struct SmallValues(sbyte[] values) : IRowValues
{
    public long this[int row] => values.At(row);
}
