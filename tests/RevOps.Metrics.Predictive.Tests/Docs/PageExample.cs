using System.Runtime.CompilerServices;
using RevOps.Metrics.Tests;

namespace RevOps.Metrics.Predictive.Tests;

/// <summary>Holds the example of a page to the code of a test: the lines between "the page begins" and "the page ends".</summary>
internal static class PageExample
{
    public static void IsIn(string page, [CallerFilePath] string testFile = "")
    {
        string file = Directory.GetFiles(Path.Combine(ReferenceFolder.Repository, "tests"), Path.GetFileName(testFile), SearchOption.AllDirectories).Single();
        string[] lines =
        [
            .. File.ReadAllLines(file)
                .SkipWhile(line => !line.EndsWith("// the page begins", StringComparison.Ordinal)).Skip(1)
                .TakeWhile(line => !line.EndsWith("// the page ends", StringComparison.Ordinal)),
        ];
        int margin = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);
        string code = string.Join('\n', lines.Select(line => line.Length > margin ? line[margin..] : ""));
        string text = File.ReadAllText(Path.Combine(ReferenceFolder.Repository, "docs", page));
        Assert.True(text.Contains($"```csharp\n{code}\n```", StringComparison.Ordinal), $"docs/{page} needs this example:\n{code}");
    }
}
