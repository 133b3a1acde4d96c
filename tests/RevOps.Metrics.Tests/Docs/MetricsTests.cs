using System.Text;

namespace RevOps.Metrics.Tests;

/// <summary>docs/metrics.md lists the catalogue, one line an entry.</summary>
public sealed class MetricsTests
{
    private static readonly (string Team, string Heading)[] Teams =
    [
        ("marketing", "Marketing"), ("sales", "Sales"), ("success", "Customer success"), ("revenue", "Revenue"), ("unit-economics", "Unit economics"), ("forecast", "Forecast"),
    ];

    /// <summary>Run with REVOPS_WRITE_DOCS=1 to write the page anew.</summary>
    [Fact]
    public void The_page_of_metrics_is_that_of_the_catalogue()
    {
        string path = Path.Combine(ReferenceFolder.Repository, "docs", "metrics.md");
        if (Environment.GetEnvironmentVariable("REVOPS_WRITE_DOCS") == "1") File.WriteAllText(path, Page());
        else Assert.Equal(Page(), File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Every_entry_stands_under_a_team_of_the_page() =>
        Assert.Empty(MetricCatalog.All.Select(metric => metric.Definition!.Team).Except(Teams.Select(team => team.Team), StringComparer.Ordinal));

    private static string Page()
    {
        StringBuilder page = new(
            """
            # The metrics

            Every entry of the catalogue, by team: its name and identifier, its unit, which direction is good, what it is and how it is computed. "By policy" names the
            options of `MetricPolicy` that change it, explained in [policies.md](policies.md). `MetricCatalog.Find("sales.win-rate")` finds an entry by its identifier.
            "Source" is the page or the paper that defines it; "defined here" is what none does, and why it is there.

            This page is generated from the catalogue; a test compares the two.

            """);
        foreach ((string team, string heading) in Teams)
        {
            page.Append("\n## ").Append(heading).Append("\n\n");
            foreach (Metric metric in MetricCatalog.All.Where(metric => metric.Definition!.Team == team)) page.Append(Line(metric)).Append('\n');
        }

        return page.ToString().ReplaceLineEndings("\n");
    }

    private static string Line(Metric metric)
    {
        MetricDefinition definition = metric.Definition!;
        string good = definition.Good switch { GoodDirection.Up => ", more is better", GoodDirection.Down => ", less is better", _ => "" };
        StringBuilder line = new($"- **{definition.Name}** (`{definition.Id}`, {metric.UnitName}{good}): {definition.Definition} Formula: {definition.Formula}.");
        if (definition.Synonyms.Count > 0) line.Append(" Also: ").AppendJoin(", ", definition.Synonyms).Append('.');
        if (definition.Policies.Count > 0) line.Append(" By policy: ").AppendJoin(", ", definition.Policies).Append('.');
        if (definition.Source is { } source) line.Append(' ').Append(Linked(source)).Append('.');
        return line.ToString();
    }

    /// <summary>An address becomes a link, with the note after it; a paper and what is defined here stay words.</summary>
    private static string Linked(string source)
    {
        if (source.StartsWith("Defined here", StringComparison.Ordinal)) return source;
        if (!source.StartsWith("https://", StringComparison.Ordinal)) return $"Source: {source}";
        string[] parts = source.Split(' ', 2);
        return string.Join(' ', [$"[Source]({parts[0]})", .. parts[1..]]);
    }
}
