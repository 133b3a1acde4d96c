namespace RevOps.Metrics.SampleData;

/// <summary>A stream of pseudo-random numbers that is the same on every machine and runtime, for ever.</summary>
/// <remarks>
/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014). <see cref="Random"/> with a seed may change its
/// algorithm between runtimes, and logarithms and powers differ in the last digit between platforms; so sample data is made from these
/// numbers by integer arithmetic, addition, multiplication and comparison only.
/// </remarks>
internal sealed class SampleRandom
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;
    private ulong _state;

    /// <summary>The stream of one thing (a purpose and an index), so that things can be made in any order, or alone.</summary>
    public SampleRandom(long seed, string purpose, long index = 0)
    {
        unchecked
        {
            ulong hash = 0xCBF29CE484222325; // FNV-1a
            foreach (char c in purpose) hash = (hash ^ c) * 0x100000001B3;
            _state = Mix(Mix(Mix((ulong)seed) ^ hash) ^ (ulong)index);
        }
    }

    /// <summary>A number of [0, 1).</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>True with this probability.</summary>
    public bool Chance(double probability) => Unit() < probability;

    /// <summary>A whole number, both ends included.</summary>
    public int Between(int low, int high) => low + (int)(Unit() * (high - low + 1));

    /// <summary>A duration or size around a typical value: from 0.3 to 2.4 times it, 1 on average, more often below than far above.</summary>
    public double Around(double typical) => typical * (0.3 + (1.4 * Unit() * (0.5 + Unit())));

    /// <summary>One of the items, each as likely.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[Between(0, items.Count - 1)];

    /// <summary>One of the items, each as likely as its weight says.</summary>
    public T Pick<T>(IReadOnlyList<T> items, Func<T, double> weight)
    {
        double total = 0;
        foreach (T item in items) total += weight(item);
        double mark = Unit() * total;
        foreach (T item in items)
        {
            mark -= weight(item);
            if (mark < 0) return item;
        }

        return items[^1];
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

    private ulong Next()
    {
        unchecked
        {
            _state += GoldenGamma;
            return Mix(_state);
        }
    }
}
