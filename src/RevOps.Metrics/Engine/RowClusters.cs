using System.Runtime.CompilerServices;

namespace RevOps.Metrics;

/// <summary>The rows of a table in clusters: those with the same codes stand together, in the order of a column of days.</summary>
/// <remarks>
/// Made for questions that are asked again: a sum over some codes and a span of days is one over rows that stand together, of which nothing need be
/// known but the numbers. The rows of a table keep the order of their days whatever the windows are, so that all questions by the same codes share it. It is
/// sorted by counting: each column that is asked for is brought to where the counts say, in the ranges that were counted.
/// </remarks>
internal sealed class RowClusters
{
    /// <summary>So many places for clusters and days are nothing for a table of any size.</summary>
    private const int FewPlaces = 1 << 16;

    /// <summary>The most places that any table has.</summary>
    private const int MostPlaces = 1 << 24;

    /// <summary>How many places a row is worth.</summary>
    private const int PlacesPerRow = 4;

    private readonly SumPlaces _places;
    private readonly DayNumbers _days;
    private readonly int _rows;
    private readonly int[][] _firsts;
    private readonly ConditionalWeakTable<WholeNumbers, WholeNumbers> _numbers = [];

    /// <param name="places">The codes of rows; those whose cell is not asked for are in no cluster.</param>
    /// <param name="days">The days of the rows, which must be narrow.</param>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="options">How the kernels work.</param>
    public RowClusters(SumPlaces places, DayNumbers days, int rows, KernelOptions options)
    {
        (_places, _days, _rows, Count) = (places.ByPairs, days, rows, (int)places.Pairs);
        int[][] counts = new int[(int)Math.Clamp(rows / PlacesOf(places, days), 1, options.Threads)][];
        _firsts = _places.With(new Counting(this, counts), days.Distances);
        Rows = FirstOf(Count, 0);
    }

    /// <summary>How many clusters there are: one for each pair of codes, whether any row has it or not.</summary>
    public int Count { get; }

    /// <summary>How many rows are in a cluster.</summary>
    public int Rows { get; }

    private ushort[] Distances => _days.Narrow ?? throw new InvalidOperationException("The days are too far apart.");

    /// <summary>Whether rows can be clustered: their days must be narrow, and there must not be many more places for clusters and days than rows.</summary>
    public static bool CanBeOf(SumPlaces places, DayNumbers days, int rows) =>
        days.Narrow is not null && PlacesOf(places, days) <= Math.Clamp((long)PlacesPerRow * rows, FewPlaces, MostPlaces);

    /// <summary>Where the rows of a cluster from a day on begin.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="distance">The day, as a distance; one more than the last for where the next cluster begins.</param>
    public int FirstOf(int cluster, int distance) => _firsts[0][(cluster * _days.Distances) + distance];

    /// <summary>Numbers of four bytes at most in this order, made once for as long as the column is kept.</summary>
    public WholeNumbers InOrder(WholeNumbers numbers) => _numbers.GetValue(numbers, column => column.Small is { } small
        ? new WholeNumbers(_places.With(new Ordering<sbyte>(this, small), _days.Distances))
        : new WholeNumbers(_places.With(new Ordering<int>(this, column.Narrow!), _days.Distances)));

    /// <summary>A place for each cluster and day, and one cluster more for the rows that are in none.</summary>
    private static long PlacesOf(SumPlaces places, DayNumbers days) => (places.Pairs + 1) * days.Distances;

    /// <summary>Counts the rows of each place in each range, and then where the first one goes.</summary>
    private sealed class Counting(RowClusters order, int[][] counts) : IPlacesUse<int[][]>
    {
        public int[][] Of<TPlaces>(TPlaces clusters)
            where TPlaces : struct, IRowPlaces
        {
            ushort[] distances = order.Distances;
            if (!clusters.Has(order._rows) || distances.Length < order._rows) throw new InvalidOperationException("A column has fewer rows than its table.");
            int places = (order.Count + 1) * order._days.Distances;
            Split.Run(order._rows, counts.Length, (range, first, end) => Count(clusters, distances, counts[range] = new int[places], first, end));
            for (int place = 0, next = 0; place < places; place++)
            {
                foreach (int[] ofRange in counts) (ofRange[place], next) = (next, next + ofRange[place]);
            }

            return counts;
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Count<TPlaces>(TPlaces clusters, ushort[] distances, int[] counts, nint first, nint end)
            where TPlaces : struct, IRowPlaces
        {
            for (nint row = first; row < end; row++) counts.At(unchecked((nint)(uint)(clusters[row] + distances.At(row))))++;
        }
    }

    /// <summary>Brings a column into the order.</summary>
    private sealed class Ordering<T>(RowClusters order, T[] column) : IPlacesUse<T[]>
        where T : struct
    {
        public T[] Of<TPlaces>(TPlaces clusters)
            where TPlaces : struct, IRowPlaces
        {
            if (column.Length < order._rows) throw new InvalidOperationException("A column has fewer rows than its table.");
            T[] ordered = GC.AllocateUninitializedArray<T>(order.Rows);
            Split.Run(order._rows, order._firsts.Length, (range, first, end) => Place(clusters, order.Distances, [.. order._firsts[range]], column, ordered, first, end));
            return ordered;
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Place<TPlaces>(TPlaces clusters, ushort[] distances, int[] next, T[] column, T[] ordered, nint first, nint end)
            where TPlaces : struct, IRowPlaces
        {
            for (nint row = first; row < end; row++)
            {
                int place = next.At(unchecked((nint)(uint)(clusters[row] + distances.At(row))))++;
                if ((uint)place < (uint)ordered.Length) ordered[place] = column.At(row);
            }
        }
    }
}
