using RevOps.Metrics.Csv;

namespace RevOps.Metrics.Tests;

public sealed class LayoutDocumentationTests
{
    private const string Marker = "<!-- The tables below are generated from the layouts; a test compares them. -->\n";

    /// <summary>Run with REVOPS_WRITE_DOCS=1 to write the tables anew.</summary>
    [Fact]
    public void The_tables_of_the_documentation_are_those_of_the_layouts()
    {
        string path = Path.Combine(ReferenceFolder.Repository, "docs", "csv.md");
        string text = File.ReadAllText(path);
        int tables = text.IndexOf(Marker, StringComparison.Ordinal) + Marker.Length;
        string expected = $"\n{LayoutDocumentation.Markdown()}";
        if (Environment.GetEnvironmentVariable("REVOPS_WRITE_DOCS") == "1") File.WriteAllText(path, text[..tables] + expected);
        else Assert.Equal(expected, text[tables..]);
    }

    [Fact]
    public void Every_kind_of_file_has_a_layout_of_its_own()
    {
        Assert.Equal(Enum.GetValues<CsvFile>(), CsvLayouts.All.Select(layout => layout.File!.Value).Order());
        Assert.Equal(CsvLayouts.All.Count, CsvLayouts.All.DistinctBy(layout => layout.FileName).Count());
        Assert.All(CsvLayouts.All, layout => Assert.Equal(layout.Columns.Count, layout.Columns.DistinctBy(column => column.Name, HeaderName.Comparer).Count()));
    }
}
