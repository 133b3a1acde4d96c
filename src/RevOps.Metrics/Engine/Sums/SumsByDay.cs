using System.Numerics;
using System.Runtime.CompilerServices;

namespace RevOps.Metrics;

/// <summary>The sums of a question that is asked again and again: over rows in the order of days, with the place of each row's cell and name beside it.</summary>
/// <remarks>
/// All rows of a span of time stand together in their piece, and their sums in one part of the totals; spans that no window needs are passed over. So a
/// row is one reading of its place, one of its number, and an addition; nothing is looked up. Rows that follow each other are added to four sums in turn:
/// many are of one place, such as all that is not asked for, and an addition would wait for the one before. No sum is kept from one answer to the next.
/// </remarks>
internal sealed class SumsByDay : Pass<long[]>
{
    /// <summary>How many sums the rows of one place and span are added to in turn.</summary>
    private const int Turns = 4;

    /// <summary>The most sums, of which each thread has its own for each turn.</summary>
    private const int MostSums = 1 << 20;

    /// <summary>The most places that two bytes tell.</summary>
    private const int MostPlaces = ushort.MaxValue + 1;

    private readonly SumLayout _layout;
    private readonly Action<long[], int, int> _add;
    private readonly int[] _firstSpan;

    public SumsByDay(FactTable table, SumGroup group, SumLayout layout, KernelOptions options)
    {
        _layout = layout;
        DayOrder order = table.InOrderOf(group.Date, options);
        int[] spanOf = layout.Spans.ByDistance(table[group.Date]);
        (_add, _firstSpan) = layout.Places.Count <= byte.MaxValue + 1 ? Made<byte>() : Made<ushort>();
        Items = Pieces = order.Pieces.Count;

        (Action<long[], int, int> Add, int[] FirstSpan) Made<TCode>()
            where TCode : struct, IBinaryInteger<TCode>
        {
            TCode[] places = layout.Places.With(new PlacesInOrder<TCode>(order), width: 1);
            IReadOnlyList<bool> isNeeded = layout.IsNeeded;
            SpanRun[][] runs = [.. order.Pieces.Select(piece => RunsOf(piece, spanOf, isNeeded))];
            return (Loop(group.Columns, order, new LoopByDay<TCode>(runs, places, layout)), FirstSpanOf(order.Pieces, places, spanOf, layout, options));
        }
    }

    /// <inheritdoc/>
    protected override int Items { get; }

    /// <inheritdoc/>
    protected override int Pieces { get; }

    /// <summary>Whether it can make some sums: those of numbers of four bytes at most, by days that are not too far apart, in not too many places and spans.</summary>
    public static bool CanServe(FactTable table, SumGroup group, SumLayout layout) =>
        group.Columns.All(column => column.IsNarrow) && table[group.Date].Narrow is not null && layout.Places.Count <= MostPlaces && layout.Count <= MostSums;

    /// <inheritdoc/>
    protected override long[] NewFound() => new long[Turns * _layout.Count];

    /// <inheritdoc/>
    protected override void Read(long[] found, int first, int end) => _add(found, first, end);

    /// <inheritdoc/>
    protected override void Tell(IReadOnlyList<long[]> found, MeasureTable result)
    {
        Sums sums = new(_layout.Count);
        int columns = _layout.Columns, ofTurn = _layout.Places.Count * columns;
        for (int place = 0; place < _layout.Places.Count; place++)
        {
            sums.Seen[(place * _layout.Stride) + (_firstSpan[place] * columns)] = true;
            for (int span = 0; span <= _layout.Spans.Count; span++)
            {
                for (int column = 0; column < columns; column++)
                {
                    ref long total = ref sums.Totals[(place * _layout.Stride) + (span * columns) + column];
                    foreach (long[] totals in found)
                    {
                        for (int turn = 0; turn < Turns; turn++) total += totals[(((span * Turns) + turn) * ofTurn) + (place * columns) + column];
                    }
                }
            }
        }

        _layout.Tell(sums, result);
    }

    /// <summary>The loop that adds what is summed, in the order of days.</summary>
    private static Action<long[], int, int> Loop<TCode>(IReadOnlyList<SummedColumn> columns, DayOrder order, LoopByDay<TCode> loop)
        where TCode : struct, IBinaryInteger<TCode> => columns is [{ IsCount: false, Values: { } first }, { IsCount: false, Values: { } second }]
            ? loop.Of(new SumOfPairs(order.InPairs(first, second)))
            : RowSums.With([.. columns.Select(column => column.IsCount || column.Values is null ? column : column with { Values = order.InOrder(column.Values) })], loop);

    /// <summary>Where the rows of each span that some window needs stand in a piece.</summary>
    private static SpanRun[] RunsOf(DayPiece piece, int[] spanOf, IReadOnlyList<bool> isNeeded)
    {
        List<SpanRun> runs = [];
        for (int day = 0, first; day < piece.Days.Length;)
        {
            int span = spanOf[piece.Days[day]];
            first = piece.Starts[day++];
            while (day < piece.Days.Length && spanOf[piece.Days[day]] == span) day++;
            if (isNeeded[span]) runs.Add(new SpanRun(span, first, piece.Starts[day]));
        }

        return [.. runs];
    }

    /// <summary>The first span in which each place has a row; the one after all windows for a place that has none.</summary>
    private static int[] FirstSpanOf<TCode>(IReadOnlyList<DayPiece> pieces, TCode[] places, int[] spanOf, SumLayout layout, KernelOptions options)
        where TCode : struct, IBinaryInteger<TCode>
    {
        int[] first = new int[layout.Places.Count];
        Array.Fill(first, layout.Spans.Count);
        Lock both = new();
        Split.Run(pieces.Count, Math.Max(1, Math.Min(options.Threads, pieces.Count)), (from, to) =>
        {
            int[] own = [.. first];
            for (int piece = from; piece < to; piece++) Find(pieces[piece], places, spanOf, own);
            lock (both)
            {
                for (int place = 0; place < first.Length; place++) first[place] = Math.Min(first[place], own[place]);
            }
        });
        return first;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Find<TCode>(DayPiece piece, TCode[] places, int[] spanOf, int[] first)
        where TCode : struct, IBinaryInteger<TCode>
    {
        for (int run = 0; run < piece.Days.Length; run++)
        {
            int span = spanOf[piece.Days[run]];
            for (int row = piece.Starts[run]; row < piece.Starts[run + 1]; row++)
            {
                ref int known = ref first.At(nint.CreateTruncating(places.At(row)));
                if (span < known) known = span;
            }
        }
    }

    /// <summary>The rows of a piece in one span.</summary>
    private readonly record struct SpanRun(int Span, int First, int End);

    /// <summary>Brings the places of rows into the order of days.</summary>
    private sealed class PlacesInOrder<TCode>(DayOrder order) : IPlacesUse<TCode[]>
        where TCode : struct, IBinaryInteger<TCode>
    {
        public TCode[] Of<TPlaces>(TPlaces places)
            where TPlaces : struct, IRowPlaces => order.InOrder<TPlaces, TCode>(places);
    }

    /// <summary>Chooses the loop that is compiled for what rows add.</summary>
    private sealed class LoopByDay<TCode>(SpanRun[][] runs, TCode[] places, SumLayout layout) : ISumsUse<Action<long[], int, int>>
        where TCode : struct, IBinaryInteger<TCode>
    {
        public Action<long[], int, int> Of<TSums>(TSums ofRows)
            where TSums : struct, IRowSums
        {
            int ofTurn = layout.Places.Count * layout.Columns;
            if (!ofRows.Has(places.Length)) throw new InvalidOperationException("A column has fewer rows than its table.");
            return (totals, first, end) =>
            {
                foreach (SpanRun[] ofPiece in runs.AsSpan(first, end - first))
                {
                    foreach (SpanRun run in ofPiece) AddRows(places, ofRows, totals, run.Span * Turns * ofTurn, ofTurn, run.First, run.End);
                }
            };
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private static void AddRows<TSums>(TCode[] places, TSums ofRows, long[] totals, nint turn, nint ofTurn, int from, int to)
            where TSums : struct, IRowSums
        {
            nint row = from, end = to;
            unchecked
            {
                nint second = turn + ofTurn, third = second + ofTurn, fourth = third + ofTurn;
                for (nint last = end - Unbounded.RowsFetched; row <= last;)
                {
                    places.Fetch(row);
                    ofRows.Fetch(row);
                    for (nint some = row + Unbounded.RowsFetched; row < some; row += Turns)
                    {
                        AddRow(places, ofRows, totals, turn, row);
                        AddRow(places, ofRows, totals, second, row + 1);
                        AddRow(places, ofRows, totals, third, row + 2);
                        AddRow(places, ofRows, totals, fourth, row + 3);
                    }
                }

                for (; row < end; row++) AddRow(places, ofRows, totals, turn, row);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void AddRow<TSums>(TCode[] places, TSums ofRows, long[] totals, nint turn, nint row)
            where TSums : struct, IRowSums => ofRows.Add(row, totals, unchecked(turn + (nint.CreateTruncating(places.At(row)) * TSums.Columns)));
    }
}
