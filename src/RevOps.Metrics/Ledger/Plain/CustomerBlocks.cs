using System.Buffers;
using System.Numerics;

namespace RevOps.Metrics;

/// <summary>Plain subscriptions brought together by blocks of customers, each small enough for a core's cache, in the order of their numbers.</summary>
/// <remarks>
/// Each thread counts what a range of the rows has of each block, and then writes those rows to places that are known from all counts. So every row has
/// one place, whichever thread wrote it.
/// </remarks>
internal sealed class CustomerBlocks : IDisposable
{
    private readonly PlainSpan[] _spans;
    private readonly int[] _first;
    private readonly int _customers, _shift;

    private CustomerBlocks(PlainSpan[] spans, int[] first, int customers, int shift) => (_spans, _first, _customers, _shift) = (spans, first, customers, shift);

    /// <summary>How many blocks there are.</summary>
    public int Count => _first.Length - 1;

    /// <summary>The subscriptions of a block.</summary>
    public ReadOnlySpan<PlainSpan> this[int block] => _spans.AsSpan(_first[block].._first[block + 1]);

    /// <summary>The customers of a block, from the first to the one after the last.</summary>
    public (int First, int End) CustomersOf(int block) => (block << _shift, (int)Math.Min(_customers, (block + 1L) << _shift));

    /// <summary>Brings the subscriptions that the kernel does not pass over into blocks.</summary>
    public static CustomerBlocks Of(PlainSubscriptions plain, KernelOptions options)
    {
        int customers = plain.IsGeneral.Length, shift = ShiftOf(plain.Count, customers, options.RowsPerBlock);
        int blocks = customers == 0 ? 0 : ((customers - 1) >> shift) + 1, ranges = options.Threads;
        int[][] next = new int[ranges][];
        Split.Each(ranges, ranges, range => next[range] = Counts(plain, range, ranges, blocks, shift));
        int[] first = new int[blocks + 1];
        int placed = 0;
        for (int block = 0; block < blocks; block++)
        {
            first[block] = placed;
            foreach (int[] ofRange in next) (ofRange[block], placed) = (placed, placed + ofRange[block]);
        }

        first[blocks] = placed;
        PlainSpan[] spans = ArrayPool<PlainSpan>.Shared.Rent(placed);
        Split.Each(ranges, ranges, range => Place(plain, range, ranges, next[range], shift, spans));
        return new CustomerBlocks(spans, first, customers, shift);
    }

    public void Dispose() => ArrayPool<PlainSpan>.Shared.Return(_spans);

    /// <summary>A block has a power of two of customers, so that a shift tells it.</summary>
    private static int ShiftOf(int rows, int customers, int rowsPerBlock)
    {
        long perBlock = Math.Max(1, (long)rowsPerBlock * customers / Math.Max(1, rows));
        return Math.Min(30, BitOperations.Log2((ulong)perBlock));
    }

    private static int[] Counts(PlainSubscriptions plain, int range, int ranges, int blocks, int shift)
    {
        int[] counts = new int[blocks];
        (int first, int end) = (Split.Edge(plain.Count, ranges, range), Split.Edge(plain.Count, ranges, range + 1));
        ReadOnlySpan<int> customer = plain.Customer.AsSpan(first..end);
        ReadOnlySpan<long> amount = plain.Amount.AsSpan(first..end);
        for (int i = 0; i < customer.Length; i++)
        {
            if (amount[i] != PlainSubscriptions.NotHere) counts[customer[i] >> shift]++;
        }

        return counts;
    }

    private static void Place(PlainSubscriptions plain, int range, int ranges, int[] next, int shift, PlainSpan[] spans)
    {
        (int first, int end) = (Split.Edge(plain.Count, ranges, range), Split.Edge(plain.Count, ranges, range + 1));
        ReadOnlySpan<int> customer = plain.Customer.AsSpan(first..end), from = plain.From.AsSpan(first..end), to = plain.To.AsSpan(first..end);
        ReadOnlySpan<long> amount = plain.Amount.AsSpan(first..end);
        for (int i = 0; i < customer.Length; i++)
        {
            if (amount[i] != PlainSubscriptions.NotHere) spans[next[customer[i] >> shift]++] = new PlainSpan(customer[i], first + i, from[i], to[i], amount[i]);
        }
    }
}
