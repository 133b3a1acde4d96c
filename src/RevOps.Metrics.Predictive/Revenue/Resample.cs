namespace RevOps.Metrics.Predictive;

/// <summary>A sample with replacement from a list, drawn anew in each future (the bootstrap of Efron, 1979) without being written down: a mixing of a key and a place tells who is there.</summary>
internal readonly struct Resample(Random random)
{
    private readonly ulong _key = (ulong)random.NextInt64();

    /// <summary>One of the sample, drawn at random.</summary>
    public T Draw<T>(T[] from, Random random)
    {
        // Equal places give equal draws all through the future: that is what makes it one sample.
        ulong place = (ulong)random.Next(from.Length);
        return from[(int)(SeededStream.Mix(unchecked(_key + place)) % (ulong)from.Length)];
    }
}
