using System.Runtime.CompilerServices;

namespace RevOps.Metrics;

/// <summary>Chooses the loop over rows that is compiled for the columns of a sum.</summary>
/// <param name="days">The day of each row.</param>
/// <param name="spans">The spans of time that are summed.</param>
/// <param name="columns">What is summed.</param>
internal sealed class SumLoop(DayNumbers days, TimeSpans spans, IReadOnlyList<SummedColumn> columns) : IPlacesUse<Action<Sums, int, int>>
{
    /// <summary>The loop that adds some rows, from a first to the one before the end, to sums by place and span.</summary>
    public Action<Sums, int, int> Of<TPlaces>(TPlaces places)
        where TPlaces : struct, IRowPlaces => days.Narrow is { } narrow
            ? Of(places, new SpansByTable(narrow, [.. spans.ByDistance(days).Select(span => span * columns.Count)]))
            : Of(places, new SpansBySearch(days, spans, columns.Count));

    private Action<Sums, int, int> Of<TPlaces, TSpans>(TPlaces places, TSpans spansOfRows)
        where TPlaces : struct, IRowPlaces
        where TSpans : struct, IRowSpans => new LoopOfColumns<TPlaces, TSpans>(places, spansOfRows).Of(columns);

    /// <summary>Chooses the loop once places and spans are known.</summary>
    private sealed class LoopOfColumns<TPlaces, TSpans>(TPlaces places, TSpans spans)
        where TPlaces : struct, IRowPlaces
        where TSpans : struct, IRowSpans
    {
        /// <param name="columns">What is summed: one column, or two of which all rows are known.</param>
        public Action<Sums, int, int> Of(IReadOnlyList<SummedColumn> columns) => columns.Count == 2 ? OfFirst(columns) : (columns[0].Values, columns[0].IsCount) switch
        {
            ({ Wide: { } wide }, false) => Of(new SumOfOne<WideValues>(new WideValues(wide))),
            ({ Wide: { } wide }, true) => Of(new SumOfOne<OneEachKnown>(new OneEachKnown(wide))),
            ({ Small: { } small }, false) => Of(new SumOfOne<SmallValues>(new SmallValues(small))),
            ({ Narrow: { } narrow }, false) => Of(new SumOfOne<NarrowValues>(new NarrowValues(narrow))),
            _ => Of(new SumOfOne<OneEach>(default)),
        };

        private Action<Sums, int, int> OfFirst(IReadOnlyList<SummedColumn> columns) => columns[0] switch
        {
            { Values.Small: { } small, IsCount: false } => OfSecond(columns[1], new SmallValues(small)),
            { Values.Narrow: { } narrow, IsCount: false } => OfSecond(columns[1], new NarrowValues(narrow)),
            _ => OfSecond(columns[1], default(OneEach)),
        };

        private Action<Sums, int, int> OfSecond<TFirst>(SummedColumn column, TFirst first)
            where TFirst : struct, IRowValues => column switch
            {
                { Values.Small: { } small, IsCount: false } => Of(new SumOfBoth<TFirst, SmallValues>(first, new(small))),
                { Values.Narrow: { } narrow, IsCount: false } => Of(new SumOfBoth<TFirst, NarrowValues>(first, new(narrow))),
                _ => Of(new SumOfBoth<TFirst, OneEach>(first, default)),
            };

        private Action<Sums, int, int> Of<TSums>(TSums ofRows)
            where TSums : struct, IRowSums => (sums, first, end) => Add(places, spans, ofRows, first, end, sums);
    }

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
}
