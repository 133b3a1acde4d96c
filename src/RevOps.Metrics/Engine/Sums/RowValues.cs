namespace RevOps.Metrics;

/// <summary>What each row adds to a sum.</summary>
internal interface IRowValues
{
    /// <summary>What a row adds; <see cref="FactTable.NoValue"/> for a row that is not counted at all.</summary>
    long this[nint row] { get; }

    /// <summary>Whether some rows may not be counted at all. Where none may, what rows add has four bytes, and no sum of a table's rows leaves eight.</summary>
    static abstract bool HasUnknown { get; }

    /// <inheritdoc cref="IRowPlaces.Has(int)"/>
    bool Has(int rows);
}

/// <summary>Each row counts as one.</summary>
internal readonly struct OneEach : IRowValues
{
    public static bool HasUnknown => false;

    public long this[nint row] => 1;

    public bool Has(int rows) => true;
}

/// <summary>Each row whose number is known counts as one.</summary>
internal readonly struct OneEachKnown(long[] values) : IRowValues
{
    public static bool HasUnknown => true;

    public long this[nint row] => values.At(row) == FactTable.NoValue ? FactTable.NoValue : 1;

    public bool Has(int rows) => rows <= values.Length;
}

/// <summary>Each row adds its narrow number.</summary>
internal readonly struct NarrowValues(int[] values) : IRowValues
{
    public static bool HasUnknown => false;

    public long this[nint row] => values.At(row);

    public bool Has(int rows) => rows <= values.Length;
}

/// <summary>Each row adds its number.</summary>
internal readonly struct WideValues(long[] values) : IRowValues
{
    public static bool HasUnknown => true;

    public long this[nint row] => values.At(row);

    public bool Has(int rows) => rows <= values.Length;
}

/// <summary>Each row adds its small number.</summary>
internal readonly struct SmallValues(sbyte[] values) : IRowValues
{
    public static bool HasUnknown => false;

    public long this[nint row] => values.At(row);

    public bool Has(int rows) => rows <= values.Length;
}
