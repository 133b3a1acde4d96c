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
        int parts = (rows + RowsPerPart - 1) / RowsPerPart, width = totals.Length;
        double[] sums = new double[parts * width];
        IndependentWork.Do(
            parts, i => part(i * RowsPerPart, Math.Min(rows, (i + 1) * RowsPerPart), sums.AsSpan(i * width, width)), threads, null, cancellationToken);
        for (int i = 0; i < sums.Length; i++) totals[i % width] += sums[i];
    }
}
