using RevOps.Metrics.Csv;

namespace RevOps.Metrics.Tests;

public sealed class CsvLookupTests
{
    [Fact]
    public void Values_are_found_by_their_keys()
    {
        IReadOnlyDictionary<string, string> regions = Read("Sales Agent,manager,region\nAnn,Zed,East\nBob,Zed,\nAnn,Yan,East\n");
        Assert.Equal([KeyValuePair.Create("Ann", "East")], regions);
    }

    [Fact]
    public void A_key_with_two_values_keeps_the_first_and_is_reported()
    {
        List<DataIssue> issues = [];
        Assert.Equal("East", Read("sales_agent,region\nAnn,East\nAnn,West\n", issues.Add)["Ann"]);
        Assert.Equal("teams.csv line 3: sales_agent 'Ann' has the region \"West\", and \"East\" in an earlier row.", $"{issues[0].Origin}: {issues[0].Message}");
        Assert.Throws<DataIssueException>(() => Read("sales_agent,region\nAnn,East\nAnn,West\n"));
    }

    [Fact]
    public void A_missing_column_is_reported() => Assert.Equal("csv.column.missing", Assert.Throws<DataIssueException>(() => Read("agent,region\n")).Issue.Code);

    private static IReadOnlyDictionary<string, string> Read(string text, Action<DataIssue>? onIssue = null)
    {
        using StringReader reader = new(text);
        return CsvLookup.Read(reader, "teams.csv", key: "sales_agent", value: "region", onIssue: onIssue);
    }
}
