namespace RevOps.Metrics.Predictive;

/// <summary>Adds up many rows on several threads, with the same result to the last bit on one.</summary>
/// <remarks>The rows are cut into parts of fixed size, and the sums of the parts are added in their order, whoever made them.</remarks>
internal static class OrderedSum
{
    /// <summary>Adds the rows from one (in) to another (out) to the sums.</summary>
    public delegate void Part(int from, int to, Span<double> sums);

    private const int RowsPerPart = 4096;

    /// <summary>Adds all rows to the totals.</summary>
    public static void Add(int rows, Part part, Span<double> totals, int? threads, CancellationToken cancellationToken)
    {
        if (rows <= RowsPerPart || threads == 1)
        {
            AddInTurn(rows, part, totals, cancellationToken);
            return;
        }

        int parts = (rows + RowsPerPart - 1) / RowsPerPart;
        int width = totals.Length;
        double[] sums = new double[parts * width];
        ParallelOptions options = new() { MaxDegreeOfParallelism = threads ?? -1, CancellationToken = cancellationToken };
        Parallel.For(0, parts, options, i => part(i * RowsPerPart, Math.Min(rows, (i + 1) * RowsPerPart), sums.AsSpan(i * width, width)));
        for (int i = 0; i < sums.Length; i++) totals[i % width] += sums[i];
    }

    private static void AddInTurn(int rows, Part part, Span<double> totals, CancellationToken cancellationToken)
    {
        Span<double> sums = stackalloc double[totals.Length];
        for (int from = 0; from < rows; from += RowsPerPart)
        {
            cancellationToken.ThrowIfCancellationRequested();
            sums.Clear();
            part(from, Math.Min(rows, from + RowsPerPart), sums);
            for (int i = 0; i < sums.Length; i++) totals[i] += sums[i];
        }
    }
}
