namespace RevOps.Metrics;

/// <summary>Suggests ids of the catalogue for one that it does not have.</summary>
internal static class NearestIds
{
    private const int Most = 3;

    /// <summary>The ids nearest to what was asked, the nearest first: by the part after the team, by name and by synonym.</summary>
    public static IEnumerable<string> To(string asked, IEnumerable<Metric> metrics)
    {
        string wanted = Plain(asked), withoutTeam = Plain(asked[(asked.IndexOf('.', StringComparison.Ordinal) + 1)..]);
        var near =
            from definition in metrics.Select(metric => metric.Definition).OfType<MetricDefinition>()
            let names = definition.Synonyms.Select(Plain).Append(Plain(definition.Name)).Append(Plain(definition.Id[(definition.Team.Length + 1)..]))
            let distance = names.Select(name => Distance(withoutTeam, name)).Append(Distance(wanted, Plain(definition.Id))).Min()
            where distance <= Math.Max(2, withoutTeam.Length / 3)
            select (Distance: distance, definition.Id);
        return near.OrderBy(one => one.Distance).ThenBy(one => one.Id, StringComparer.Ordinal).Take(Most).Select(one => one.Id);
    }

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>How many letters must be put in, left out, changed or swapped with their neighbour to make one text of the other; nothing where one begins with the other.</summary>
    private static int Distance(string one, string other)
    {
        if (one.Length >= 3 && (other.StartsWith(one, StringComparison.Ordinal) || other.EndsWith(one, StringComparison.Ordinal))) return one == other ? 0 : 1;
        int[,] edits = new int[one.Length + 1, other.Length + 1];
        for (int i = 0; i <= one.Length; i++) edits[i, 0] = i;
        for (int j = 0; j <= other.Length; j++) edits[0, j] = j;
        for (int i = 1; i <= one.Length; i++)
        {
            for (int j = 1; j <= other.Length; j++)
            {
                int change = one[i - 1] == other[j - 1] ? 0 : 1;
                edits[i, j] = Math.Min(Math.Min(edits[i - 1, j], edits[i, j - 1]) + 1, edits[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) edits[i, j] = Math.Min(edits[i, j], edits[i - 2, j - 2] + 1);
            }
        }

        return edits[one.Length, other.Length];
    }
}
