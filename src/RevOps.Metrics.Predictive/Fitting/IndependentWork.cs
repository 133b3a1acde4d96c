using System.Runtime.ExceptionServices;

namespace RevOps.Metrics.Predictive;

/// <summary>Pieces of work that do not know of one another, on several threads: the one way in which this package splits work.</summary>
internal static class IndependentWork
{
    /// <summary>Does each piece once. Of several that fail, the first by number is told, as it was thrown, whatever the threads did.</summary>
    /// <param name="count">How many pieces.</param>
    /// <param name="work">Does the piece of a number and writes only what is its own.</param>
    /// <param name="threads">How many threads; null for all processors.</param>
    /// <param name="progress">Told the share that is done.</param>
    /// <param name="cancellationToken">Stops before the next piece.</param>
    public static void Do(int count, Action<int> work, int? threads, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        if (threads is { } asked) ArgumentOutOfRangeException.ThrowIfNegativeOrZero(asked, nameof(threads));
        Lock gate = new();
        int done = 0, failedAt = int.MaxValue;
        ExceptionDispatchInfo? failure = null;
        ParallelOptions options = new() { MaxDegreeOfParallelism = threads ?? Environment.ProcessorCount, CancellationToken = cancellationToken };
        Parallel.For(0, count, options, i =>
        {
            if (i > Volatile.Read(ref failedAt)) return;
            try
            {
                work(i);
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                lock (gate)
                {
                    if (i < failedAt) (failedAt, failure) = (i, ExceptionDispatchInfo.Capture(exception));
                }
            }

            if (progress is null) return;
            lock (gate)
            {
                // A hundred reports are enough, and under the lock they come in order.
                done++;
                if (done == count || done % Math.Max(count / 100, 1) == 0) progress.Report((double)done / count);
            }
        });
        failure?.Throw();
    }
}
