namespace RevOps.Metrics.Predictive;

/// <summary>Sorts whole-number keys, with the weight of each, by eleven bits at a time.</summary>
/// <remarks>For ten million keys about three times as fast as the framework's sort by comparison, and keys that are equal keep their order. The arrays given are room to work in.</remarks>
internal static class RadixSort
{
    private const int Bits = 11, Digits = 1 << Bits, Passes = 6;

    /// <summary>Fewer keys than this are sorted faster by comparing them.</summary>
    private const int Few = 1 << 12;

    public static void Sort(ref ulong[] keys, ref double[]? weights)
    {
        if (keys.Length < Few)
        {
            SortFew(ref keys, ref weights);
            return;
        }

        int[] counts = Count(keys);
        ulong[] sorted = new ulong[keys.Length];
        double[]? sortedWeights = weights is null ? null : new double[keys.Length];
        for (int pass = 0; pass < Passes; pass++)
        {
            Span<int> places = counts.AsSpan(pass * Digits, Digits);
            // All keys have the same digit: the pass would change nothing.
            if (places.Contains(keys.Length)) continue;
            int next = 0;
            foreach (ref int place in places) (place, next) = (next, next + place);
            Scatter(keys, weights, sorted, sortedWeights, places, pass * Bits);
            (keys, sorted) = (sorted, keys);
            (weights, sortedWeights) = (sortedWeights, weights);
        }
    }

    private static int[] Count(ulong[] keys)
    {
        int[] counts = new int[Passes * Digits];
        foreach (ulong key in keys)
        {
            for (int pass = 0; pass < Passes; pass++) counts[(pass * Digits) + Digit(key, pass * Bits)]++;
        }

        return counts;
    }

    private static void Scatter(ulong[] keys, double[]? weights, ulong[] sorted, double[]? sortedWeights, Span<int> places, int shift)
    {
        for (int i = 0; i < keys.Length; i++)
        {
            int place = places[Digit(keys[i], shift)]++;
            sorted[place] = keys[i];
            if (weights is not null) sortedWeights![place] = weights[i];
        }
    }

    private static int Digit(ulong key, int shift) => (int)((key >> shift) & (Digits - 1));

    private static void SortFew(ref ulong[] keys, ref double[]? weights)
    {
        if (weights is null)
        {
            Array.Sort(keys);
            return;
        }

        // Equal keys keep their order here too, so that sums of weights do not depend on how many there are.
        int[] order = [.. Enumerable.Range(0, keys.Length)];
        ulong[] by = keys;
        double[] weightOf = weights;
        Array.Sort(order, (a, b) => by[a] != by[b] ? by[a].CompareTo(by[b]) : a.CompareTo(b));
        keys = [.. order.Select(i => by[i])];
        weights = [.. order.Select(i => weightOf[i])];
    }
}
