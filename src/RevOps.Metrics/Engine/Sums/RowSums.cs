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

/// <summary>Something to do with what rows add, whichever columns they add.</summary>
internal interface ISumsUse<out TResult>
{
    /// <summary>Does it.</summary>
    TResult Of<TSums>(TSums ofRows)
        where TSums : struct, IRowSums;
}

/// <summary>Chooses what is compiled for the columns of a sum.</summary>
internal static class RowSums
{
    /// <summary>Does something with what rows add.</summary>
    /// <param name="columns">What is summed: one column, or two of which all rows are known.</param>
    /// <param name="use">What to do.</param>
    public static TResult With<TResult>(IReadOnlyList<SummedColumn> columns, ISumsUse<TResult> use) => columns.Count == 2 ? First(columns, use) : (columns[0].Values, columns[0].IsCount) switch
    {
        ({ Wide: { } wide }, false) => use.Of(new SumOfOne<WideValues>(new WideValues(wide))),
        ({ Wide: { } wide }, true) => use.Of(new SumOfOne<OneEachKnown>(new OneEachKnown(wide))),
        ({ Small: { } small }, false) => use.Of(new SumOfOne<SmallValues>(new SmallValues(small))),
        ({ Narrow: { } narrow }, false) => use.Of(new SumOfOne<NarrowValues>(new NarrowValues(narrow))),
        _ => use.Of(new SumOfOne<OneEach>(default)),
    };

    private static TResult First<TResult>(IReadOnlyList<SummedColumn> columns, ISumsUse<TResult> use) => columns[0] switch
    {
        { Values.Small: { } small, IsCount: false } => Second(columns[1], use, new SmallValues(small)),
        { Values.Narrow: { } narrow, IsCount: false } => Second(columns[1], use, new NarrowValues(narrow)),
        _ => Second(columns[1], use, default(OneEach)),
    };

    private static TResult Second<TResult, TFirst>(SummedColumn column, ISumsUse<TResult> use, TFirst first)
        where TFirst : struct, IRowValues => column switch
        {
            { Values.Small: { } small, IsCount: false } => use.Of(new SumOfBoth<TFirst, SmallValues>(first, new(small))),
            { Values.Narrow: { } narrow, IsCount: false } => use.Of(new SumOfBoth<TFirst, NarrowValues>(first, new(narrow))),
            _ => use.Of(new SumOfBoth<TFirst, OneEach>(first, default)),
        };
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
