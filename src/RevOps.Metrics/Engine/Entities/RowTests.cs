namespace RevOps.Metrics;

/// <summary>Whether a row counts. A type for each kind of test, so that the loop over rows is compiled for it.</summary>
internal interface IRowTest
{
    /// <summary>True for a row that counts.</summary>
    bool this[int row] { get; }
}

/// <summary>All rows count.</summary>
internal readonly struct AllRows : IRowTest
{
    public bool this[int row] => true;
}

/// <summary>Rows count by a narrow code.</summary>
internal readonly struct RowsByCode(byte[] codes, bool[] taken) : IRowTest
{
    public bool this[int row] => taken.At(codes.At(row));
}

/// <summary>Rows count by conditions of any kind.</summary>
internal readonly struct RowsByFilter(RowFilter filter) : IRowTest
{
    public bool this[int row] => filter.Takes(row);
}
