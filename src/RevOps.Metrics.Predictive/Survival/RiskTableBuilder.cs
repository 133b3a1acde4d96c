using System.Runtime.InteropServices;

namespace RevOps.Metrics.Predictive;

/// <summary>Makes a table of risk for each group: by counting where all times are small whole numbers, such as days, else by sorting.</summary>
/// <remarks>Ten million customers counted by the day never need a sort; both ways give the same table.</remarks>
internal static class RiskTableBuilder
{
    /// <summary>How many places are counted in beside one for every two observations.</summary>
    private const int FreePlaces = 1 << 16;

    public static RiskTable[] Build(SurvivalObservations observations) =>
        LargestWholeTime(observations) is { } largest ? Count(observations, largest) : Sort(observations);

    /// <summary>The largest time where all are whole numbers that are few enough to be counted in; null otherwise.</summary>
    private static int? LargestWholeTime(SurvivalObservations observations)
    {
        double most = ((0.5 * observations.Count) + FreePlaces) / observations.GroupCount;
        int largest = 0;
        foreach (double duration in observations.Durations.Span)
        {
            if (duration > most || duration != (int)duration) return null;
            largest = Math.Max(largest, (int)duration);
        }

        foreach (double entry in observations.Entries.Span)
        {
            if (entry != (int)entry) return null;
        }

        return largest;
    }

    private static RiskTable[] Count(SurvivalObservations observations, int largest)
    {
        ReadOnlySpan<double> durations = observations.Durations.Span, entries = observations.Entries.Span, weights = observations.Weights.Span;
        ReadOnlySpan<bool> hadEvent = observations.Events.Span;
        ReadOnlySpan<int> groupOf = observations.Groups.Span;
        int places = largest + 1;
        double[] events = new double[places * observations.GroupCount], exits = new double[events.Length];
        double[]? entered = entries.IsEmpty ? null : new double[events.Length];
        for (int i = 0; i < durations.Length; i++)
        {
            int start = groupOf.IsEmpty ? 0 : groupOf[i] * places, place = start + (int)durations[i];
            double weight = weights.IsEmpty ? 1 : weights[i];
            exits[place] += weight;
            if (hadEvent[i]) events[place] += weight;
            if (entered is not null && entries[i] > 0) entered[start + (int)entries[i]] += weight;
        }

        RiskTable[] tables = new RiskTable[observations.GroupCount];
        for (int g = 0; g < tables.Length; g++) tables[g] = Dense(g * places, places, events, exits, entered);
        return tables;
    }

    /// <summary>The places of one group at which anything happened.</summary>
    private static RiskTable Dense(int start, int places, double[] events, double[] exits, double[]? entered)
    {
        int[] used = [.. Enumerable.Range(start, places).Where(place => exits[place] > 0 || entered?[place] > 0)];
        double[]? late = entered is null ? null : [.. used.Select(place => entered[place])];
        return new RiskTable(
            [.. used.Select(place => (double)(place - start))], [.. used.Select(place => events[place])], [.. used.Select(place => exits[place])],
            late is null || Array.TrueForAll(late, weight => weight == 0) ? null : late);
    }

    private static RiskTable[] Sort(SurvivalObservations observations)
    {
        RiskTable[] tables = new RiskTable[observations.GroupCount];
        List<int>?[] rows = new List<int>?[tables.Length];
        ReadOnlySpan<int> groupOf = observations.Groups.Span;
        if (!groupOf.IsEmpty)
        {
            for (int i = 0; i < groupOf.Length; i++) (rows[groupOf[i]] ??= []).Add(i);
        }

        for (int g = 0; g < tables.Length; g++) tables[g] = Sort(observations, groupOf.IsEmpty ? null : rows[g] ?? []);
        return tables;
    }

    private static RiskTable Sort(SurvivalObservations observations, List<int>? rows)
    {
        ReadOnlySpan<double> durations = observations.Durations.Span, entries = observations.Entries.Span, weights = observations.Weights.Span;
        ReadOnlySpan<bool> hadEvent = observations.Events.Span;
        ReadOnlySpan<int> taken = CollectionsMarshal.AsSpan(rows);
        int count = rows is null ? durations.Length : rows.Count;
        ulong[] keys = new ulong[count];
        double[]? weightOf = weights.IsEmpty ? null : new double[count];
        ulong[] entryKeys = entries.IsEmpty ? [] : new ulong[count];
        double[]? entryWeights = weightOf is null || entries.IsEmpty ? null : new double[count];
        int kept = 0, late = 0;
        for (int i = 0; i < count; i++)
        {
            int row = rows is null ? i : taken[i];
            // What stands for nobody is not there.
            if (!weights.IsEmpty && weights[row] == 0) continue;
            keys[kept] = Key(durations[row], hadEvent[row] ? 0UL : 1UL);
            if (weightOf is not null) weightOf[kept] = weights[row];
            kept++;
            if (entries.IsEmpty || entries[row] <= 0) continue;
            entryKeys[late] = Key(entries[row], 0);
            if (entryWeights is not null) entryWeights[late] = weights[row];
            late++;
        }

        Array.Resize(ref keys, kept);
        Array.Resize(ref entryKeys, late);
        if (weightOf is not null) Array.Resize(ref weightOf, kept);
        if (entryWeights is not null) Array.Resize(ref entryWeights, late);
        RadixSort.Sort(ref keys, ref weightOf);
        RadixSort.Sort(ref entryKeys, ref entryWeights);
        return Merge(keys, weightOf, entryKeys, entryWeights);
    }

    /// <summary>The bits of a number that is not negative order as the number does; the last one puts events before what is censored.</summary>
    private static ulong Key(double time, ulong last) => (BitConverter.DoubleToUInt64Bits(time + 0.0) << 1) | last;

    private static double Time(ulong key) => BitConverter.UInt64BitsToDouble(key >> 1);

    private static RiskTable Merge(ulong[] keys, double[]? weights, ulong[] entryKeys, double[]? entryWeights)
    {
        int rows = CountTimes(keys, entryKeys);
        double[] times = new double[rows], events = new double[rows], exits = new double[rows];
        double[]? entered = entryKeys.Length == 0 ? null : new double[rows];
        for (int row = 0, i = 0, j = 0; row < rows; row++)
        {
            ulong time = Next(keys, i, entryKeys, j);
            times[row] = Time(time << 1);
            double gone = 0, left = 0, came = 0;
            for (; i < keys.Length && keys[i] >> 1 == time; i++)
            {
                double weight = weights is null ? 1 : weights[i];
                gone += weight;
                if ((keys[i] & 1) == 0) left += weight;
            }

            for (; j < entryKeys.Length && entryKeys[j] >> 1 == time; j++) came += entryWeights is null ? 1 : entryWeights[j];
            (events[row], exits[row]) = (left, gone);
            if (entered is not null) entered[row] = came;
        }

        return new RiskTable(times, events, exits, entered);
    }

    private static int CountTimes(ulong[] keys, ulong[] entryKeys)
    {
        int rows = 0;
        for (int i = 0, j = 0; i < keys.Length || j < entryKeys.Length; rows++)
        {
            ulong time = Next(keys, i, entryKeys, j);
            while (i < keys.Length && keys[i] >> 1 == time) i++;
            while (j < entryKeys.Length && entryKeys[j] >> 1 == time) j++;
        }

        return rows;
    }

    private static ulong Next(ulong[] keys, int i, ulong[] entryKeys, int j) => Math.Min(
        i < keys.Length ? keys[i] >> 1 : ulong.MaxValue, j < entryKeys.Length ? entryKeys[j] >> 1 : ulong.MaxValue);
}
