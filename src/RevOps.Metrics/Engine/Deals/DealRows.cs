using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RevOps.Metrics;

/// <summary>Whose the rows of a relation of deals are: those of a deal stand together, in the order of the deals.</summary>
internal sealed class DealRows
{
    private readonly int[]? _first;
    private readonly int _threads;

    private DealRows(int[]? first, int deals, int threads) => (_first, Deals, _threads) = (first, deals, threads);

    /// <summary>The number of deals.</summary>
    public int Deals { get; }

    /// <summary>The number of rows.</summary>
    public int Count => First(Deals);

    /// <summary>One row for each deal.</summary>
    public static DealRows OneEach(int deals) => new(null, deals, 1);

    /// <summary>So many rows for each deal.</summary>
    /// <param name="rowsOf">How many rows each deal has.</param>
    /// <param name="threads">How many threads spread columns over them.</param>
    public static DealRows Of(int[] rowsOf, int threads)
    {
        int[] first = new int[rowsOf.Length + 1];
        for (int deal = 0; deal < rowsOf.Length; deal++) first[deal + 1] = first[deal] + rowsOf[deal];
        return new DealRows(first, rowsOf.Length, threads);
    }

    /// <summary>The first row of a deal; of the deal after the last the row after all.</summary>
    public int First(int deal) => _first is null ? deal : _first[deal];

    /// <inheritdoc cref="Spread{T}(T[])"/>
    public Codes Spread(Codes ofDeals) => ofDeals switch
    {
        { Narrow: { } narrow } => new Codes(Spread(narrow)),
        { OfTwoBytes: { } two } => new Codes(Spread(two)),
        _ => new Codes(Spread(ofDeals.Wide!)),
    };

    /// <inheritdoc cref="Spread{T}(T[])"/>
    public DayNumbers Spread(DayNumbers ofDeals) => ofDeals.Narrow is { } narrow ? ofDeals.With(Spread(narrow)) : ofDeals.With(Spread(ofDeals.Wide!));

    /// <summary>Gives each row the value of its deal.</summary>
    public T[] Spread<T>(T[] ofDeals)
        where T : struct
    {
        if (_first is null) return ofDeals;
        T[] ofRows = GC.AllocateUninitializedArray<T>(Count);
        Split.Run(Deals, _threads, (from, to) => Spread(ofDeals, ofRows, from, to, _first));
        return ofRows;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Spread<T>(T[] ofDeals, T[] ofRows, int from, int to, int[] first)
        where T : struct
    {
        int endOfRange = first[to], end = first[from];
        for (int deal = from; deal < to; deal++)
        {
            int row = end;
            end = first[deal + 1];
            T value = ofDeals[deal];
            // A deal's few rows are written at once, and those of the next ones with them, which then are written over.
            if (row + Vector128<T>.Count <= endOfRange)
            {
                Vector128.Create(value).CopyTo(ofRows, row);
                row += Vector128<T>.Count;
            }

            for (; row < end; row++) ofRows[row] = value;
        }
    }
}
