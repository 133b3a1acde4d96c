using MathNet.Numerics.Random;

namespace RevOps.Metrics.Predictive;

/// <summary>The random numbers of one future: a stream of its own, so that futures can be simulated in any order and on any thread.</summary>
internal static class SeededStream
{
    /// <summary>The stream of a future; the seed and its number are mixed by SplitMix64 (Steele, Lea and Flood 2014).</summary>
    public static Xoshiro256StarStar Of(int seed, int path)
    {
        unchecked
        {
            return new Xoshiro256StarStar((int)(Mix(((ulong)(uint)seed << 32) + (uint)path) >> 33), threadSafe: false);
        }
    }

    /// <summary>A number that looks random, the same for the same one.</summary>
    public static ulong Mix(ulong number)
    {
        unchecked
        {
            ulong z = number + 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
