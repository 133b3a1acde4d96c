namespace RevOps.Metrics;

/// <summary>Work on many rows, split into one range for each thread.</summary>
internal static class Split
{
    /// <summary>Below so many rows a thread costs more than it saves.</summary>
    private const int LeastRows = 4096;

    /// <summary>Runs over all rows, from a first to the one after the last, several ranges at once.</summary>
    public static void Run(int rows, int threads, Action<int, int> work) => Run(rows, threads, (_, first, end) => work(first, end));

    /// <summary>The same, each range with its number.</summary>
    public static void Run(int rows, int threads, Action<int, int, int> work)
    {
        if (threads == 1 || rows < LeastRows) work(0, 0, rows);
        else Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, range => work(range, Edge(rows, threads, range), Edge(rows, threads, range + 1)));
    }

    /// <summary>Where a range of rows starts, and the one before it ends.</summary>
    public static int Edge(int rows, int ranges, int range) => (int)((long)rows * range / ranges);
}
