using System.Numerics;

namespace RevOps.Metrics;

/// <summary>Where the sums of a row's cell and name begin; those of all rows that are not asked for share one place.</summary>
/// <remarks>A type for each kind of columns, so that the loop over the rows is compiled for each.</remarks>
internal interface IRowPlaces
{
    /// <summary>The first place of a row's cell and name.</summary>
    int this[nint row] { get; }

    /// <summary>True where there are so many rows; to be asked once before a loop.</summary>
    bool Has(int rows);
}

/// <summary>All rows are in one cell and have one name.</summary>
internal readonly struct OnePlace : IRowPlaces
{
    public int this[nint row] => 0;

    public bool Has(int rows) => true;
}

/// <summary>The place depends on one code.</summary>
internal readonly struct PlacesByOne<TCode>(TCode[] codes, int[] placeOf) : IRowPlaces
    where TCode : struct, IBinaryInteger<TCode>
{
    public int this[nint row] => placeOf.At(nint.CreateTruncating(codes.At(row)));

    public bool Has(int rows) => rows <= codes.Length && placeOf.Length > 0;
}

/// <summary>The place depends on two codes, for whose combinations there is a table.</summary>
internal readonly struct PlacesByTwo<TCode>(TCode[] cells, byte[] names, int[] placeOf, nint countOfNames) : IRowPlaces
    where TCode : struct, IBinaryInteger<TCode>
{
    public int this[nint row] => placeOf.At(unchecked((nint.CreateTruncating(cells.At(row)) * countOfNames) + names.At(row)));

    public bool Has(int rows) => rows <= cells.Length && rows <= names.Length && placeOf.Length > 0;
}

/// <summary>The place depends on codes of any kind.</summary>
internal readonly struct PlacesByAny(Codes? cells, int[] placeOfCell, Codes? names, int[] placeOfName, int notAsked, int width) : IRowPlaces
{
    public int this[nint row]
    {
        get
        {
            int cell = cells is null ? 0 : placeOfCell[cells[(int)row]], name = names is null ? 0 : placeOfName[names[(int)row]];
            return (cell < 0 || name < 0 ? notAsked : cell + name) * width;
        }
    }

    public bool Has(int rows) => true;
}
