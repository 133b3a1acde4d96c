using System.Globalization;
using RevOps.Metrics.Tests;

namespace RevOps.Metrics.Predictive.Tests;

/// <summary>A line of a table of docs/validation.md: what others published beside what is computed now.</summary>
/// <param name="Case">What it is.</param>
/// <param name="Source">Who published it.</param>
/// <param name="Theirs">Their numbers as they are printed, with a comma and a space between; "none" for one that they call missing.</param>
/// <param name="Ours">Ours as computed; null where one is undefined.</param>
/// <param name="Apart">How far each of ours may be from theirs: "exact", "1e-9", "1e-9 relative", or "at most 1e-6 relative below".</param>
/// <param name="Format">How ours are printed.</param>
internal sealed record ValidationLine(string Case, string Source, string Theirs, double?[] Ours, string Apart, string Format = "G12")
{
    public ValidationLine(string name, string source, double? theirs, double? ours, string apart)
        : this(name, source, Text(theirs, "G15"), [ours], apart)
    {
    }

    private string Printed => string.Join(", ", Ours.Select(number => Text(number, Format)));

    public override string ToString() => $"| {Case} | {Source} | {Theirs} | {Printed} | {Apart} |";

    /// <summary>Fails unless the part of the page has these lines and no others, and each number of ours is as near to theirs as its line says.</summary>
    public static void Hold(string heading, params IReadOnlyList<ValidationLine> lines)
    {
        string page = File.ReadAllText(Path.Combine(ReferenceFolder.Repository, "docs", "validation.md"));
        string part = page.Split("\n## ").Single(text => text.StartsWith($"{heading}\n", StringComparison.Ordinal));
        string[] expected = ["| case | source | theirs | ours | apart at most |", "| --- | --- | --- | --- | --- |", .. lines.Select(line => $"{line}")];

        Assert.All(lines, line => line.HoldApart());
        Assert.True(
            expected.SequenceEqual(part.Split('\n').Where(line => line.StartsWith('|'))), $"docs/validation.md, {heading}, must have this table:\n{string.Join('\n', expected)}");
    }

    private static string Text(double? number, string format) => number?.ToString(format, CultureInfo.InvariantCulture) ?? "none";

    private void HoldApart()
    {
        string[] theirs = Theirs.Split(", ");
        Assert.Equal(theirs.Length, Ours.Length);
        if (Apart == "exact")
        {
            Assert.Equal(Theirs, Printed);
            return;
        }

        string[] words = Apart.Split(' ');
        bool isRelative = words.Contains("relative"), isBelow = words is ["at", "most", .., "below"];
        double apart = double.Parse(words.Single(word => char.IsDigit(word[0])), CultureInfo.InvariantCulture);
        foreach ((string text, double? ours) in theirs.Zip(Ours))
        {
            double? published = text == "none" ? null : double.Parse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
            double limit = isRelative && published is { } size ? apart * Math.Abs(size) : apart;
            // Both may be missing, but not one of them.
            bool isNear = ours is null ? published is null : published - ours <= limit && (isBelow || ours - published <= limit);
            Assert.True(isNear, string.Create(CultureInfo.InvariantCulture, $"{Case}: {ours:R} is not {text} to {Apart}"));
        }
    }
}
