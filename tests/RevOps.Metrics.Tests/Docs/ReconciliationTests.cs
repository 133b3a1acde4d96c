namespace RevOps.Metrics.Tests;

/// <summary>docs/reconciliation.md walks through what docs/reconciliation.cs prints.</summary>
/// <remarks>What the program prints is compared with docs/expected/reconciliation.txt by .ci/run; what stands there, with the page, here.</remarks>
public class ReconciliationTests
{
    private static readonly string Page = Read("docs", "reconciliation.md");

    [Fact]
    public void The_page_has_all_that_its_program_prints_in_the_same_order() =>
        Assert.Equal(Read("docs", "expected", "reconciliation.txt"), $"{string.Join("\n\n", BlocksOf("text"))}\n");

    [Fact]
    public void The_code_of_the_page_stands_in_its_program()
    {
        string program = Flat(Read("docs", "reconciliation.cs"));
        Assert.All(BlocksOf("csharp"), block => Assert.Contains(Flat(block), program, StringComparison.Ordinal));
        Assert.NotEmpty(BlocksOf("csharp"));
    }

    private static string[] BlocksOf(string language) =>
        [.. Page.Split($"```{language}\n").Skip(1).Select(rest => rest[..rest.IndexOf("\n```", StringComparison.Ordinal)])];

    /// <summary>Without the layout: a page has shorter lines than a program.</summary>
    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Read(params string[] path) =>
        File.ReadAllText(Path.Combine([ReferenceFolder.Repository, .. path])).ReplaceLineEndings("\n");
}
