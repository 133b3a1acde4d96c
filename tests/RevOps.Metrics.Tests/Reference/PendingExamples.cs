namespace RevOps.Metrics.Tests.Reference;

/// <summary>The worked examples, or single figures of one, that no test computes, each with the reason; read from <c>pending-worked-examples.txt</c>.</summary>
internal static class PendingExamples
{
    private const string NotExpressibleSection = "# Not expressible:";

    private static readonly (string Section, string Example, string Reason)[] Lines = [.. Read()];

    /// <summary>Reasons by id, or by id and figure as in <c>leadgen/ctr</c>.</summary>
    public static IReadOnlyDictionary<string, string> Reasons { get; } =
        Lines.ToDictionary(line => line.Example, line => line.Reason, StringComparer.Ordinal);

    /// <summary>The ids of the examples of recurring revenue and retention that no option of a policy expresses.</summary>
    public static IReadOnlySet<string> NotExpressible { get; } = Lines
        .Where(line => line.Section.StartsWith(NotExpressibleSection, StringComparison.Ordinal))
        .Select(line => line.Example.Split('/')[0])
        .ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<(string Section, string Example, string Reason)> Read()
    {
        string section = "";
        foreach (string line in File.ReadLines(Path.Combine(
            ReferenceFolder.Repository, "tests", "RevOps.Metrics.Tests", "Reference", "pending-worked-examples.txt")))
        {
            if (line.StartsWith('#')) section = line;
            if (line.Length == 0 || line[0] == '#') continue;
            string[] parts = line.Split(' ', 2);
            yield return (section, parts[0], parts.ElementAtOrDefault(1)?.Trim() ?? "");
        }
    }
}
