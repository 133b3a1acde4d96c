namespace RevOps.Metrics;

/// <summary>The sums of a question that is asked again and again: over rows in clusters, those of each sum one after the other.</summary>
/// <remarks>Nothing but the numbers is read of a row, and whole vectors of them are added. No sum is kept from one answer to the next.</remarks>
internal sealed class ClusteredSums : Pass<long[]>
{
    /// <summary>The most sums, of which each thread has its own.</summary>
    private const int MostSums = 1 << 20;

    private readonly SumLayout _layout;
    private readonly WholeNumbers?[] _columns;
    private readonly bool[] _seen;
    private readonly int[] _ends;
    private readonly (int First, int Sum)[] _runs;

    public ClusteredSums(FactTable table, SumGroup group, SumLayout layout, KernelOptions options)
    {
        RowClusters clusters = table.ClustersOf(layout.Places, group.Date, options);
        _layout = layout;
        _columns = [.. group.Columns.Select(column => column is { IsCount: false, Values: { } values } ? clusters.InOrder(values) : null)];
        (Items, Pieces) = (clusters.Rows, options.PiecesOf(clusters.Rows));

        _seen = new bool[layout.Count];
        int[] distances = layout.Spans.FirstDistances(table[group.Date]);
        IReadOnlyList<bool> isNeeded = layout.IsNeeded;
        int[] needed = [.. Enumerable.Range(0, layout.Spans.Count).Where(span => isNeeded[span])];
        List<(int First, int End, int Sum)> runs = [];
        for (int cluster = 0; cluster < clusters.Count; cluster++)
        {
            if (layout.Places.OfPair(cluster) is not { } place) continue;
            int sum = place * layout.Stride;
            if (clusters.FirstOf(cluster, 0) < clusters.FirstOf(cluster, distances[layout.Spans.Count])) _seen[sum] = true;
            foreach (int span in needed)
            {
                (int first, int end) = (clusters.FirstOf(cluster, distances[span]), clusters.FirstOf(cluster, distances[span + 1]));
                if (first < end) runs.Add((first, end, sum + (span * layout.Columns)));
            }
        }

        (_ends, _runs) = ([.. runs.Select(run => run.End)], [.. runs.Select(run => (run.First, run.Sum))]);
    }

    /// <inheritdoc/>
    protected override int Items { get; }

    /// <inheritdoc/>
    protected override int Pieces { get; }

    /// <summary>Whether it can make some sums: those of numbers of four bytes at most, of all cells, in not too many places and spans.</summary>
    public static bool CanServe(FactTable table, SumGroup group, SumLayout layout) =>
        group.Columns.All(column => column.IsNarrow) && layout.HasAllCells && layout.Count <= MostSums && RowClusters.CanBeOf(layout.Places, table[group.Date], table.Rows);

    /// <inheritdoc/>
    protected override long[] NewFound() => new long[_layout.Count];

    /// <inheritdoc/>
    protected override void Read(long[] found, int first, int end)
    {
        int last = Array.BinarySearch(_ends, first);
        for (int run = last < 0 ? ~last : last + 1; run < _runs.Length && _runs[run].First < end; run++)
        {
            int from = Math.Max(first, _runs[run].First), to = Math.Min(end, _ends[run]);
            for (int column = 0; column < _columns.Length; column++) found[_runs[run].Sum + column] += _columns[column]?.Sum(from, to) ?? to - from;
        }
    }

    /// <inheritdoc/>
    protected override void Tell(IReadOnlyList<long[]> found, MeasureTable result)
    {
        long[] totals = found[0];
        foreach (long[] others in found.Skip(1))
        {
            for (int sum = 0; sum < totals.Length; sum++) totals[sum] += others[sum];
        }

        _layout.Tell(totals, _seen, result);
    }
}
