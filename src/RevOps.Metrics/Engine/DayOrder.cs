using System.Numerics;
using System.Runtime.CompilerServices;

namespace RevOps.Metrics;

/// <summary>The rows of a table in the order of a column of days, piece by piece: each piece has its rows, so few that what is read of them stays in a core's cache.</summary>
/// <remarks>
/// Made for questions that are asked again: the rows of one day stand together, so that a sum needs no look at the day of each. What is read of the
/// rows is brought into the order once.
/// </remarks>
internal sealed class DayOrder
{
    private readonly DayPiece[] _pieces;
    private readonly ushort[] _rows;
    private readonly int _threads;
    private readonly ConditionalWeakTable<WholeNumbers, WholeNumbers> _numbers = [];
    private readonly ConditionalWeakTable<WholeNumbers, ConditionalWeakTable<WholeNumbers, long[]>> _pairs = [];

    /// <param name="days">The days of the rows, which must be narrow.</param>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="options">How the kernels work.</param>
    public DayOrder(DayNumbers days, int rows, KernelOptions options)
    {
        int ofPiece = Math.Min(options.RowsPerThread, ushort.MaxValue + 1);
        _rows = GC.AllocateUninitializedArray<ushort>(rows);
        _pieces = new DayPiece[(rows + ofPiece - 1) / ofPiece];
        _threads = Math.Min(options.Threads, Math.Max(1, _pieces.Length));
        ushort[] distances = days.Narrow ?? throw new ArgumentException("The days are too far apart.", nameof(days));
        Split.Run(_pieces.Length, _threads, (from, to) =>
        {
            int[] next = new int[days.Distances];
            for (int piece = from; piece < to; piece++)
            {
                int first = piece * ofPiece;
                _pieces[piece] = Sort(distances, next, first, Math.Min(rows, first + ofPiece), _rows);
            }
        });
    }

    /// <summary>The pieces.</summary>
    public IReadOnlyList<DayPiece> Pieces => _pieces;

    /// <summary>Numbers of four bytes at most in this order, made once for as long as the column is kept.</summary>
    public WholeNumbers InOrder(WholeNumbers numbers) => _numbers.GetValue(
        numbers, column => column.Small is { } small ? new WholeNumbers(InOrder(small)) : new WholeNumbers(InOrder(column.Narrow!)));

    /// <summary>Two columns of numbers of four bytes at most in this order, those of a row together: the first one in the lower half. Made once as well.</summary>
    public long[] InPairs(WholeNumbers first, WholeNumbers second) => _pairs.GetOrCreateValue(first).GetValue(second, column =>
    {
        long[] pairs = GC.AllocateUninitializedArray<long>(_rows.Length);
        Split.Each(_pieces.Length, _threads, piece => Pair(first, column, _pieces[piece], _rows, pairs));
        return pairs;
    });

    /// <summary>The places of rows in this order.</summary>
    public TCode[] InOrder<TPlaces, TCode>(TPlaces places)
        where TPlaces : struct, IRowPlaces
        where TCode : struct, IBinaryInteger<TCode>
    {
        if (!places.Has(_rows.Length)) throw new InvalidOperationException("A column has fewer rows than its table.");
        TCode[] ordered = GC.AllocateUninitializedArray<TCode>(_rows.Length);
        Split.Each(_pieces.Length, _threads, piece => Order(places, _pieces[piece], _rows, ordered));
        return ordered;
    }

    private T[] InOrder<T>(T[] column)
        where T : struct
    {
        if (column.Length < _rows.Length) throw new InvalidOperationException("A column has fewer rows than its table.");
        T[] ordered = GC.AllocateUninitializedArray<T>(_rows.Length);
        Split.Each(_pieces.Length, _threads, piece => Order(column, _pieces[piece], _rows, ordered));
        return ordered;
    }

    /// <summary>Sorts a piece by counting, which keeps the order of the rows of one day.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static DayPiece Sort(ushort[] distances, int[] next, int first, int end, ushort[] rows)
    {
        Array.Clear(next);
        for (int row = first; row < end; row++) next.At(distances.At(row))++;
        int different = next.Length - next.AsSpan().Count(0), place = first, run = 0;
        ushort[] days = new ushort[different];
        int[] starts = new int[different + 1];
        for (int day = 0; day < next.Length; day++)
        {
            if (next[day] == 0) continue;
            (days[run], starts[run]) = ((ushort)day, place);
            run++;
            (next[day], place) = (place, place + next[day]);
        }

        starts[run] = place;
        for (int row = first; row < end; row++) rows.At(next.At(distances.At(row))++) = unchecked((ushort)(row - first));
        return new DayPiece(days, starts);
    }

    private static void Pair(WholeNumbers first, WholeNumbers second, DayPiece piece, ushort[] rows, long[] pairs)
    {
        for (int place = piece.First; place < piece.End; place++)
        {
            int row = piece.First + rows[place];
            pairs[place] = (second[row] << 32) | unchecked((uint)first[row]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Order<T>(T[] column, DayPiece piece, ushort[] rows, T[] ordered)
        where T : struct
    {
        nint first = piece.First, end = piece.End;
        for (nint place = first; place < end; place++) ordered.At(place) = column.At(unchecked(first + rows.At(place)));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Order<TPlaces, TCode>(TPlaces places, DayPiece piece, ushort[] rows, TCode[] ordered)
        where TPlaces : struct, IRowPlaces
        where TCode : struct, IBinaryInteger<TCode>
    {
        nint first = piece.First, end = piece.End;
        for (nint place = first; place < end; place++) ordered.At(place) = TCode.CreateTruncating(places[unchecked(first + rows.At(place))]);
    }
}

/// <summary>A piece of the rows of a table in the order of days.</summary>
/// <param name="Days">Its different days, as distances.</param>
/// <param name="Starts">Where the rows of each day start; one more, where the last ones end.</param>
internal sealed record DayPiece(ushort[] Days, int[] Starts)
{
    /// <summary>Its first place.</summary>
    public int First => Starts[0];

    /// <summary>The place after its last.</summary>
    public int End => Starts[^1];
}
