using System.Runtime.CompilerServices;

namespace RevOps.Metrics;

/// <summary>Adds a row to the sums of its place.</summary>
/// <remarks>A type for each kind of columns, so that the loop over the rows is compiled for each.</remarks>
internal interface IRowSums
{
    /// <summary>How many columns there are, whose sums stand side by side.</summary>
    static abstract int Columns { get; }

    /// <summary>Whether some rows may not be counted at all.</summary>
    static abstract bool HasUnknown { get; }

    /// <summary>Whether a row is counted.</summary>
    bool Counts(nint row);

    /// <summary>Adds a row that is counted.</summary>
    void Add(nint row, long[] totals, nint place);

    /// <inheritdoc cref="IRowPlaces.Has(int)"/>
    bool Has(int rows);
}

/// <summary>The sums of one column.</summary>
internal readonly struct SumOfOne<TValues>(TValues values) : IRowSums
    where TValues : struct, IRowValues
{
    public static int Columns => 1;

    public static bool HasUnknown => TValues.HasUnknown;

    public bool Counts(nint row) => !TValues.HasUnknown || values[row] != FactTable.NoValue;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(nint row, long[] totals, nint place)
    {
        // The number is read first: then the processor adds it where the total stands.
        long value = values[row];
        if (TValues.HasUnknown) totals.At(place) += value;
        else
        {
            unchecked
            {
                totals.At(place) += value;
            }
        }
    }

    public bool Has(int rows) => values.Has(rows);
}

/// <summary>The sums of two columns of which all rows are known, side by side.</summary>
internal readonly struct SumOfBoth<TFirst, TSecond>(TFirst first, TSecond second) : IRowSums
    where TFirst : struct, IRowValues
    where TSecond : struct, IRowValues
{
    public static int Columns => 2;

    public static bool HasUnknown => false;

    public bool Counts(nint row) => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(nint row, long[] totals, nint place)
    {
        unchecked
        {
            // The numbers are read first: then the processor adds them where the totals stand.
            long one = first[row], other = second[row];
            totals.At(place) += one;
            totals.At(place + 1) += other;
        }
    }

    public bool Has(int rows) => first.Has(rows) && second.Has(rows);
}
