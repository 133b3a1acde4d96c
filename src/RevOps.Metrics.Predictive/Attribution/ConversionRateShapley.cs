using System.Numerics;

namespace RevOps.Metrics.Predictive;

/// <summary>Shapley's value of each set of channels that paths have, with sets worth their conversion rates.</summary>
internal sealed class ConversionRateShapley() : AttributionModel("Shapley by conversion rate")
{
    /// <summary>The most channels of one set: all its subsets are looked at.</summary>
    private const int MostChannels = 16;

    internal override void Share(IReadOnlyList<TouchPath> paths, CreditSheet credits, CancellationToken cancellationToken)
    {
        // Channels are told apart in the order of their names and sets by their channels, so that the order of paths does not matter.
        Dictionary<string, (string[] Channels, double Conversions, double Nulls, double Value)> sets = new(StringComparer.Ordinal);
        foreach (TouchPath path in paths)
        {
            string[] channels = [.. path.Channels.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            (_, double conversions, double nulls, double value) = sets.GetValueOrDefault(KeyOf(channels));
            sets[KeyOf(channels)] = (channels, conversions + path.Conversions, nulls + path.Nulls, value + path.Value);
        }

        foreach ((string[] channels, double conversions, _, double value) in sets.Values.Where(set => set.Conversions > 0))
        {
            cancellationToken.ThrowIfCancellationRequested();
            credits.Share(channels, Values(channels, key => sets.TryGetValue(key, out var set) && set.Conversions > 0 ? set.Conversions / (set.Conversions + set.Nulls) : 0), conversions, value);
        }
    }

    /// <summary>Each channel's value in the game of one set: over all subsets without it, what it adds, weighted by how many orders of joining pass through the subset.</summary>
    private static double[] Values(string[] channels, Func<string, double> worth)
    {
        int count = channels.Length;
        if (count > MostChannels)
        {
            throw new ArgumentException(
                $"The path of {string.Join(", ", channels)} has {count} different channels: Shapley by conversion rate looks at all their subsets, and takes up to {MostChannels}. Group channels, or take {nameof(Shapley)}.",
                nameof(channels));
        }

        double[] worths = new double[1 << count], weights = new double[count], values = new double[count];
        for (int subset = 1; subset < worths.Length; subset++) worths[subset] = worth(KeyOf(channels.Where((_, i) => (subset & (1 << i)) != 0)));
        weights[0] = 1.0 / count;
        for (int size = 1; size < count; size++) weights[size] = weights[size - 1] * size / (count - size);
        for (int subset = 0; subset < worths.Length; subset++)
        {
            for (int i = 0; i < count; i++)
            {
                if ((subset & (1 << i)) == 0) values[i] += weights[BitOperations.PopCount((uint)subset)] * (worths[subset | (1 << i)] - worths[subset]);
            }
        }

        return values;
    }

    /// <summary>The names with their lengths, so that no two sets have one key.</summary>
    private static string KeyOf(IEnumerable<string> channels) => string.Concat(channels.Select(channel => FormattableString.Invariant($"{channel.Length}:{channel}")));
}
