using System.Runtime.CompilerServices;
using RevOps.Metrics.Tests;

namespace RevOps.Metrics.Predictive.Tests;

/// <summary>Holds the examples of a page to the code of a test: the lines between each "the page begins" and "the page ends".</summary>
internal static class PageExample
{
    /// <summary>Fails unless the page has each example of the test's file; one that writes to a text writes to the console there.</summary>
    public static void IsIn(string page, [CallerFilePath] string testFile = "")
    {
        string file = Directory.GetFiles(Path.Combine(ReferenceFolder.Repository, "tests"), Path.GetFileName(testFile), SearchOption.AllDirectories).Single();
        string[] parts = [.. File.ReadAllText(file).Split("// the page begins\n").Skip(1)];
        Assert.NotEmpty(parts);
        Assert.All(parts, part => Holds(page, "csharp", CodeOf(part.Split("// the page ends")[0])));
    }

    /// <summary>Fails unless the page shows what the example prints.</summary>
    public static void Prints(string page, string output) => Holds(page, "text", output.TrimEnd('\n'));

    private static void Holds(string page, string language, string block)
    {
        string text = File.ReadAllText(Path.Combine(ReferenceFolder.Repository, "docs", page));
        Assert.True(text.Contains($"```{language}\n{block}\n```", StringComparison.Ordinal), $"docs/{page} needs this:\n{block}");
    }

    private static string CodeOf(string source)
    {
        string[] lines = source.TrimEnd().Split('\n');
        int margin = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length > margin ? line[margin..].Replace("output.", "Console.", StringComparison.Ordinal) : ""));
    }
}
