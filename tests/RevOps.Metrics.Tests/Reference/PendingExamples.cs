namespace RevOps.Metrics.Tests.Reference;

/// <summary>The worked examples, or single figures of one, that no test computes yet, each with the reason.</summary>
internal static class PendingExamples
{
    /// <summary>Reasons by id, or by id and figure as in <c>leadgen/ctr</c>; read from <c>pending-worked-examples.txt</c>.</summary>
    public static IReadOnlyDictionary<string, string> Reasons { get; } = File
        .ReadLines(Path.Combine(ReferenceFolder.Repository, "tests", "RevOps.Metrics.Tests", "Reference", "pending-worked-examples.txt"))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split(' ', 2))
        .ToDictionary(parts => parts[0], parts => parts.ElementAtOrDefault(1)?.Trim() ?? "", StringComparer.Ordinal);
}
