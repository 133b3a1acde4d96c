using System.Runtime.ExceptionServices;

namespace RevOps.Metrics;

/// <summary>Work split over threads. What fails in one of them fails as if there were none: the first error is thrown as it is.</summary>
internal static class Split
{
    /// <summary>A thread that is held up costs the others no more than a range.</summary>
    private const int RangesPerThread = 4;

    /// <summary>Runs over all rows in ranges, from a first to the one after the last; a range goes to whichever thread is free.</summary>
    public static void Run(int rows, int threads, Action<int, int> work)
    {
        int ranges = Math.Min(rows, RangesPerThread * threads);
        if (threads == 1) work(0, rows);
        else Each(ranges, threads, range => work(Edge(rows, ranges, range), Edge(rows, ranges, range + 1)));
    }

    /// <summary>Runs over all rows in one range for each thread, each with its number.</summary>
    public static void Run(int rows, int threads, Action<int, int, int> work)
    {
        if (threads == 1) work(0, 0, rows);
        else Each(threads, threads, range => work(range, Edge(rows, threads, range), Edge(rows, threads, range + 1)));
    }

    /// <summary>Runs pieces of work by their numbers, several at once; each goes to whichever thread is free, so none waits for another longer than a piece takes.</summary>
    public static void Each(int pieces, int threads, Action<int> work)
    {
        int taken = -1;
        try
        {
            Parallel.For(0, Math.Min(pieces, threads), new ParallelOptions { MaxDegreeOfParallelism = threads }, (_, state) =>
            {
                while (!state.ShouldExitCurrentIteration && Interlocked.Increment(ref taken) is var piece && piece < pieces) work(piece);
            });
        }
        catch (AggregateException errors)
        {
            ExceptionDispatchInfo.Throw(errors.InnerExceptions[0]);
        }
    }

    /// <summary>Turns each number of a column into another, several ranges at once.</summary>
    public static TTo[] Map<TFrom, TTo>(TFrom[] column, Func<TFrom, TTo> map) => Map(column, column.Length, map);

    /// <summary>The same of the first rows of a column, which may have room behind them.</summary>
    public static TTo[] Map<TFrom, TTo>(TFrom[] column, int rows, Func<TFrom, TTo> map)
    {
        TTo[] mapped = GC.AllocateUninitializedArray<TTo>(rows);
        Run(rows, KernelOptions.Default.ThreadsFor(rows), (first, end) =>
        {
            for (int row = first; row < end; row++) mapped[row] = map(column[row]);
        });
        return mapped;
    }

    /// <summary>Where a range of rows starts, and the one before it ends.</summary>
    public static int Edge(int rows, int ranges, int range) => (int)((long)rows * range / ranges);
}
