using System.Globalization;
using RevOps.Metrics.Tests;

namespace RevOps.Metrics.Predictive.Tests;

/// <summary>A line of a table of docs/validation.md: what others published beside what is computed now.</summary>
/// <param name="Case">What it is.</param>
/// <param name="Source">Who published it.</param>
/// <param name="Theirs">Their number; null for what they call missing.</param>
/// <param name="Ours">Ours; null where it is undefined.</param>
/// <param name="Tolerance">How far apart they may be, relative to theirs.</param>
internal sealed record ValidationLine(string Case, string Source, double? Theirs, double? Ours, double Tolerance)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"| {Case} | {Source} | {Text(Theirs, "G15")} | {Text(Ours, "G12")} | {Tolerance:0e-0} |");

    /// <summary>Fails unless the page has these lines, and each number of ours is near enough to theirs.</summary>
    public static void Hold(params IReadOnlyList<ValidationLine> lines)
    {
        string page = File.ReadAllText(Path.Combine(ReferenceFolder.Repository, "docs", "validation.md"));
        Assert.All(lines, line => SurvivalReference.Near(line.Theirs, line.Ours, line.Tolerance));
        Assert.True(
            lines.All(line => page.Contains($"{line}\n", StringComparison.Ordinal)), $"docs/validation.md needs these lines:\n{string.Join("\n", lines)}");
    }

    private static string Text(double? number, string format) => number?.ToString(format, CultureInfo.InvariantCulture) ?? "none";
}
