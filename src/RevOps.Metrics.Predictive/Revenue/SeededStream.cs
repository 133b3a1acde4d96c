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
            ulong z = ((ulong)(uint)seed << 32) + (uint)path + 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return new Xoshiro256StarStar((int)((z ^ (z >> 31)) >> 33), threadSafe: false);
        }
    }
}
