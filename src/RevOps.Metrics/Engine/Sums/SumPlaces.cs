namespace RevOps.Metrics;

/// <summary>Which sums each row is added to, by its cell and its name: a dense number; all that is not asked for has the last one.</summary>
/// <param name="cells">The code of each row's cell; none where all rows are in one.</param>
/// <param name="placeOfCell">Where the places of each code's cell begin; -1 for what is not asked for.</param>
/// <param name="names">The code of each row's name; none where all rows have one.</param>
/// <param name="placeOfName">The place of each name among those of a cell; -1 for what is not asked for.</param>
/// <param name="notAsked">The place of all that is not asked for.</param>
internal sealed class SumPlaces(Codes? cells, int[] placeOfCell, Codes? names, int[] placeOfName, int notAsked)
{
    /// <summary>How many places there are, that of what is not asked for among them.</summary>
    public int Count => notAsked + 1;

    /// <summary>The code of each row's cell; none where all rows are in one.</summary>
    public Codes? Cells => cells;

    /// <summary>The code of each row's name; none where all rows have one.</summary>
    public Codes? Names => names;

    /// <summary>How many pairs of a cell's code and a name's there are: more than an array holds, where both have many.</summary>
    public long Pairs => Math.Max(1L, placeOfCell.Length) * placeOfName.Length;

    /// <summary>A place for each pair of codes, of which there must not be too many, whichever names are asked for; rows whose cell is not have the last one.</summary>
    public SumPlaces ByPairs => new(
        cells, [.. placeOfCell.Select((place, code) => place < 0 ? -1 : code * placeOfName.Length)], names, [.. Enumerable.Range(0, placeOfName.Length)], (int)Pairs);

    /// <summary>The place of a pair of codes; null where it is not asked for.</summary>
    public int? OfPair(int pair)
    {
        (int code, int nameCode) = int.DivRem(pair, placeOfName.Length);
        int cell = cells is null ? 0 : placeOfCell[code], name = names is null ? 0 : placeOfName[nameCode];
        return cell < 0 || name < 0 ? null : cell + name;
    }

    /// <summary>Does something with the places of rows, compiled for the columns that they follow from.</summary>
    /// <param name="use">What to do.</param>
    /// <param name="width">How far apart the places are.</param>
    public TResult With<TResult>(IPlacesUse<TResult> use, int width)
    {
        return (cells, names) switch
        {
            (null, null) => use.Of(default(OnePlace)),
            ({ Narrow: { } codes }, null) => use.Of(new PlacesByOne<byte>(codes, Places(placeOfCell))),
            ({ OfTwoBytes: { } codes }, null) => use.Of(new PlacesByOne<ushort>(codes, Places(placeOfCell))),
            ({ Wide: { } codes }, null) => use.Of(new PlacesByOne<int>(codes, Places(placeOfCell))),
            (null, { Narrow: { } codes }) => use.Of(new PlacesByOne<byte>(codes, Places(placeOfName))),
            ({ Narrow: { } codes }, { Narrow: { } others }) => use.Of(new PlacesByTwo<byte>(codes, others, PlacesOfBoth(), placeOfName.Length)),
            ({ OfTwoBytes: { } codes }, { Narrow: { } others }) => use.Of(new PlacesByTwo<ushort>(codes, others, PlacesOfBoth(), placeOfName.Length)),
            _ => use.Of(new PlacesByAny(cells, placeOfCell, names, placeOfName, notAsked, width)),
        };

        int[] Places(int[] places) => [.. places.Select(place => (place < 0 ? notAsked : place) * width)];

        int[] PlacesOfBoth() => Places([.. from cell in placeOfCell from name in placeOfName select cell < 0 || name < 0 ? -1 : cell + name]);
    }
}

/// <summary>Something to do with the places of rows, whichever columns they follow from.</summary>
internal interface IPlacesUse<out TResult>
{
    /// <summary>Does it.</summary>
    TResult Of<TPlaces>(TPlaces places)
        where TPlaces : struct, IRowPlaces;
}
