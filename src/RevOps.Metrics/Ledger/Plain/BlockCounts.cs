using System.Numerics;
using System.Runtime.CompilerServices;

namespace RevOps.Metrics;

/// <summary>How many subscriptions each block of customers has, from which every one's place among all follows.</summary>
/// <remarks>What a range of the rows has of each block is counted, and later those rows are written to places that are known from all counts.</remarks>
internal sealed class BlockCounts
{
    /// <summary>A thread that is held up costs the others no more than a range.</summary>
    private const int RangesPerThread = 8;

    private readonly int _rows, _customers;
    private readonly int[][] _counts;
    private readonly int[] _first;

    public BlockCounts(PlainSubscriptions plain, KernelOptions options)
    {
        (_rows, _customers) = (plain.Count, plain.IsGeneral.Length);
        Shift = ShiftOf(_rows, _customers, options.RowsPerBlock);
        Blocks = _customers == 0 ? 0 : ((_customers - 1) >> Shift) + 1;
        _counts = new int[options.Threads == 1 ? 1 : RangesPerThread * options.Threads][];
        Split.Each(Ranges, options.Threads, range => _counts[range] = Count(plain.Customer, range));
        _first = new int[Blocks + 1];
        for (int block = 0; block < Blocks; block++) _first[block + 1] = _first[block] + _counts.Sum(ofRange => ofRange[block]);
    }

    /// <summary>A block has a power of two of customers, so that a shift tells it.</summary>
    public int Shift { get; }

    /// <summary>How many blocks there are.</summary>
    public int Blocks { get; }

    /// <summary>How many ranges of rows there are.</summary>
    public int Ranges => _counts.Length;

    /// <summary>The place of the first subscription of a block.</summary>
    public int First(int block) => _first[block];

    /// <summary>The customers of a block, from the first to the one after the last.</summary>
    public (int First, int End) CustomersOf(int block) => (block << Shift, (int)Math.Min(_customers, (block + 1L) << Shift));

    /// <summary>The rows of a range, from the first to the one after the last.</summary>
    public (int First, int End) RowsOf(int range) => (Split.Edge(_rows, Ranges, range), Split.Edge(_rows, Ranges, range + 1));

    /// <summary>Where the first row that a range has of each block goes.</summary>
    public int[] PlacesOf(int range)
    {
        int[] places = new int[Blocks];
        for (int block = 0; block < Blocks; block++)
        {
            places[block] = _first[block];
            for (int before = 0; before < range; before++) places[block] += _counts[before][block];
        }

        return places;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int[] Count(int[] customers, int range)
    {
        int[] counts = new int[Blocks];
        (int first, int end) = RowsOf(range);
        int shift = Shift;
        for (int row = first; row < end; row++) counts.At(customers.At(row) >> shift)++;
        return counts;
    }

    private static int ShiftOf(int rows, int customers, int rowsPerBlock)
    {
        long perBlock = Math.Max(1, (long)rowsPerBlock * customers / Math.Max(1, rows));
        return Math.Min(30, BitOperations.Log2((ulong)perBlock));
    }
}
