using System.Runtime.CompilerServices;

namespace RevOps.Metrics;

/// <summary>Chooses the loop over rows that is compiled for the columns of a sum.</summary>
/// <param name="cells">The code of each row's cell; none where all rows are in one.</param>
/// <param name="placeOfCell">Where the sums of each code's cell begin; -1 for what is not asked for.</param>
/// <param name="names">The code of each row's name; none where all rows have one.</param>
/// <param name="placeOfName">Where the sums of each name begin in those of a cell; -1 for what is not asked for.</param>
/// <param name="notAsked">The place of all that is not asked for.</param>
internal sealed class SumLoop(Codes? cells, int[] placeOfCell, Codes? names, int[] placeOfName, int notAsked)
{
    /// <summary>The loop that adds some rows, from a first to the one before the end, to sums by place and span.</summary>
    public Action<Sums, int, int> Over(DayNumbers days, TimeSpans spans, IReadOnlyList<SummedColumn> columns)
    {
        int width = columns.Count;
        return (cells, names) switch
        {
            (null, null) => Loop(default(OnePlace)),
            ({ Narrow: { } codes }, null) => Loop(new PlacesByOne<byte>(codes, Places(placeOfCell))),
            ({ OfTwoBytes: { } codes }, null) => Loop(new PlacesByOne<ushort>(codes, Places(placeOfCell))),
            ({ Wide: { } codes }, null) => Loop(new PlacesByOne<int>(codes, Places(placeOfCell))),
            (null, { Narrow: { } codes }) => Loop(new PlacesByOne<byte>(codes, Places(placeOfName))),
            ({ Narrow: { } codes }, { Narrow: { } others }) => Loop(new PlacesByTwo<byte>(codes, others, PlacesOfBoth(), placeOfName.Length)),
            ({ OfTwoBytes: { } codes }, { Narrow: { } others }) => Loop(new PlacesByTwo<ushort>(codes, others, PlacesOfBoth(), placeOfName.Length)),
            _ => Loop(new PlacesByAny(cells, placeOfCell, names, placeOfName, notAsked)),
        };

        Action<Sums, int, int> Loop<TPlaces>(TPlaces places)
            where TPlaces : struct, IRowPlaces => days.Narrow is { } narrow
                ? LoopBy(places, new SpansByTable(narrow, [.. spans.ByDistance(days).Select(span => span * width)]))
                : LoopBy(places, new SpansBySearch(days, spans, width));

        Action<Sums, int, int> LoopBy<TPlaces, TSpans>(TPlaces places, TSpans spansOfRows)
            where TPlaces : struct, IRowPlaces
            where TSpans : struct, IRowSpans => width == 2 ? First(places, spansOfRows) : (columns[0].Values, columns[0].IsCount) switch
            {
                ({ Wide: { } wide }, false) => Compiled(places, spansOfRows, new SumOfOne<WideValues>(new WideValues(wide))),
                ({ Wide: { } wide }, true) => Compiled(places, spansOfRows, new SumOfOne<OneEachKnown>(new OneEachKnown(wide))),
                ({ Small: { } small }, false) => Compiled(places, spansOfRows, new SumOfOne<SmallValues>(new SmallValues(small))),
                ({ Narrow: { } narrow }, false) => Compiled(places, spansOfRows, new SumOfOne<NarrowValues>(new NarrowValues(narrow))),
                _ => Compiled(places, spansOfRows, new SumOfOne<OneEach>(default)),
            };

        Action<Sums, int, int> First<TPlaces, TSpans>(TPlaces places, TSpans spansOfRows)
            where TPlaces : struct, IRowPlaces
            where TSpans : struct, IRowSpans => columns[0] switch
            {
                { Values.Small: { } small, IsCount: false } => Second(places, spansOfRows, new SmallValues(small)),
                { Values.Narrow: { } narrow, IsCount: false } => Second(places, spansOfRows, new NarrowValues(narrow)),
                _ => Second(places, spansOfRows, default(OneEach)),
            };

        Action<Sums, int, int> Second<TPlaces, TSpans, TFirst>(TPlaces places, TSpans spansOfRows, TFirst first)
            where TPlaces : struct, IRowPlaces
            where TSpans : struct, IRowSpans
            where TFirst : struct, IRowValues => columns[1] switch
            {
                { Values.Small: { } small, IsCount: false } => Compiled(places, spansOfRows, new SumOfBoth<TFirst, SmallValues>(first, new(small))),
                { Values.Narrow: { } narrow, IsCount: false } => Compiled(places, spansOfRows, new SumOfBoth<TFirst, NarrowValues>(first, new(narrow))),
                _ => Compiled(places, spansOfRows, new SumOfBoth<TFirst, OneEach>(first, default)),
            };
    }

    private static Action<Sums, int, int> Compiled<TPlaces, TSpans, TSums>(TPlaces places, TSpans spans, TSums ofRows)
        where TPlaces : struct, IRowPlaces
        where TSpans : struct, IRowSpans
        where TSums : struct, IRowSums => (sums, first, end) => Add(places, spans, ofRows, first, end, sums);

    // A cold question runs it once or twice: compiled in full at once, as the compiler would wait for it to run often.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add<TPlaces, TSpans, TSums>(TPlaces places, TSpans spans, TSums ofRows, int from, int to, Sums sums)
        where TPlaces : struct, IRowPlaces
        where TSpans : struct, IRowSpans
        where TSums : struct, IRowSums
    {
        long[] totals = sums.Totals;
        bool[] seen = sums.Seen;
        if (!places.Has(to) || !spans.Has(to) || !ofRows.Has(to) || totals.Length != seen.Length) throw new InvalidOperationException("A column has fewer rows than its table.");
        nint row = from, end = to;
        for (nint lastOfFour = TSums.HasUnknown ? row : end - 3; row < lastOfFour; row = unchecked(row + 4))
        {
            AddRow(places, spans, ofRows, row, totals, seen);
            AddRow(places, spans, ofRows, unchecked(row + 1), totals, seen);
            AddRow(places, spans, ofRows, unchecked(row + 2), totals, seen);
            AddRow(places, spans, ofRows, unchecked(row + 3), totals, seen);
        }

        for (; row < end; row++)
        {
            if (ofRows.Counts(row)) AddRow(places, spans, ofRows, row, totals, seen);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddRow<TPlaces, TSpans, TSums>(TPlaces places, TSpans spans, TSums ofRows, nint row, long[] totals, bool[] seen)
        where TPlaces : struct, IRowPlaces
        where TSpans : struct, IRowSpans
        where TSums : struct, IRowSums
    {
        nint place = unchecked((nint)(uint)(places[row] + spans[row]));
        seen.At(place) = true;
        ofRows.Add(row, totals, place);
    }

    private int[] Places(int[] places) => [.. places.Select(place => place < 0 ? notAsked : place)];

    private int[] PlacesOfBoth() => Places([.. from cell in placeOfCell from name in placeOfName select cell < 0 || name < 0 ? -1 : cell + name]);
}
