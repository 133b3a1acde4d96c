namespace RevOps.Metrics.Benchmarks.Workloads;

/// <summary>A stream of pseudo-random whole numbers that is the same on every machine and runtime: SplitMix64 (Steele, Lea and Flood, 2014).</summary>
/// <remarks>One for each table and purpose, so that a table can change without changing the others.</remarks>
internal sealed class SeededStream
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;
    private ulong _state;

    public SeededStream(int seed, int purpose) => _state = unchecked(Mix((ulong)seed) ^ Mix((ulong)purpose * GoldenGamma));

    /// <summary>A whole number from 0 up to, and without, a limit.</summary>
    public int Below(int limit)
    {
        unchecked
        {
            _state += GoldenGamma;
            return (int)Math.BigMul(Mix(_state), (ulong)limit, out _);
        }
    }

    /// <summary>True so many times in a hundred.</summary>
    public bool Percent(int share) => Below(100) < share;

    /// <summary>The numbers from 0 up to a count in a random order.</summary>
    public int[] Shuffle(int count)
    {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) order[i] = i;
        for (int i = count - 1; i > 0; i--)
        {
            int other = Below(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }

        return order;
    }

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
