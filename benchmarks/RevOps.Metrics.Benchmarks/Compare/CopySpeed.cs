using System.Diagnostics;

namespace RevOps.Metrics.Benchmarks.Compare;

/// <summary>How fast this machine copies memory: nothing that reads so many bytes once can be expected to be faster.</summary>
internal static class CopySpeed
{
    private const int Bytes = 256 << 20;

    /// <summary>Long enough to find a moment in which nothing else uses the memory.</summary>
    private static readonly TimeSpan Tries = TimeSpan.FromSeconds(1);

    /// <summary>Bytes copied in a second by so many threads together, the best of many tries; each byte is read and written, and counted once.</summary>
    public static double Measure(int threads)
    {
        byte[][] from = new byte[threads][], to = new byte[threads][];
        for (int i = 0; i < threads; i++) (from[i], to[i]) = (Filled(Bytes / threads), Filled(Bytes / threads));
        double best = 0;
        long begin = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begin) < Tries)
        {
            long start = Stopwatch.GetTimestamp();
            Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, i => Buffer.BlockCopy(from[i], 0, to[i], 0, from[i].Length));
            best = Math.Max(best, Bytes / Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return best;
    }

    private static byte[] Filled(int length)
    {
        byte[] bytes = new byte[length];
        Array.Fill(bytes, (byte)1);
        return bytes;
    }
}
