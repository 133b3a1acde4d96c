using System.Diagnostics;

namespace RevOps.Metrics.Benchmarks.Compare;

/// <summary>How fast this machine copies memory: nothing that reads so many bytes once can be expected to be faster.</summary>
internal static class CopySpeed
{
    private const int Bytes = 256 << 20;

    /// <summary>Bytes copied in a second by so many threads together, the best of some tries; each byte is read and written, and counted once.</summary>
    public static double Measure(int threads)
    {
        byte[][] from = new byte[threads][], to = new byte[threads][];
        for (int i = 0; i < threads; i++) (from[i], to[i]) = (Filled(Bytes / threads), Filled(Bytes / threads));
        double best = 0;
        for (int attempt = 0; attempt < 7; attempt++)
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
