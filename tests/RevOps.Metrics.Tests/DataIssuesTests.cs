using System.Text.RegularExpressions;
using static RevOps.Metrics.Tests.Given;

namespace RevOps.Metrics.Tests;

public partial class DataIssuesTests
{
    [Fact]
    public void A_hundred_issues_of_a_code_are_kept_all_are_counted_and_all_are_passed_on()
    {
        List<DataIssue> passedOn = [];
        IEnumerable<object> deals = Enumerable.Range(1, 250).Select(i => AWonDeal with { Id = $"D{i:000}", ClosedOn = null });
        DataIssues issues = Build(Lenient with { OnIssue = passedOn.Add }, [ACustomer, .. deals, ALead with { Id = "" }]).Issues;

        Assert.Equal(250, issues.CountOf("deal.closed-on.missing"));
        Assert.Equal(1, issues.CountOf("lead.id.empty"));
        Assert.Equal(0, issues.CountOf("deal.id.empty"));
        Assert.Equal(251, issues.Total);
        Assert.Equal(101, issues.Count);
        Assert.Equal(DataIssues.KeptPerCode, issues.Count(issue => issue.Code == "deal.closed-on.missing"));
        Assert.Equal(251, passedOn.Count);
        Assert.Equal(["deal.closed-on.missing", "lead.id.empty"], issues.Summaries.Select(summary => summary.Code));
        Assert.Equal("deal D001", issues.Summaries.First().First.Record);
        Assert.Equal(passedOn.Where(issue => issue.Code == "deal.closed-on.missing").Take(100), issues.Take(100));
    }

    [Fact]
    public void A_strict_build_passes_the_error_on_before_it_stops()
    {
        List<DataIssue> passedOn = [];
        var error = Assert.Throws<DataIssueException>(() => Build(Strict with { OnIssue = passedOn.Add }, ALead with { Id = "" }));
        Assert.Same(error.Issue, Assert.Single(passedOn));
    }

    [Fact]
    public void As_text_they_are_a_table_of_codes()
    {
        Assert.Equal("no data issues", RevenueDataset.Build().Issues.ToString());
        RevenueDatasetBuilder builder = new(Lenient);
        for (int i = 0; i < 1_000; i++) builder.Add(ALead with { Id = " " }, new DataOrigin("leads.csv", i + 2));
        builder.Add(AWonDeal with { CreatedOn = null });
        builder.Add(ACustomer);
        Assert.Equal(
            """
            issue                    severity  count  first
            ---------------------------------------------------------------------------------------
            deal.created-on.missing  Warning       1  deal D1: it has no creation date.
            lead.id.empty            Error     1,000  leads.csv line 2: lead number 1: it is empty.

            """,
            builder.Build().Issues.ToString());
    }

    [Fact]
    public void An_issue_reads_as_one_line()
    {
        DataIssue issue = new()
        {
            Code = "deal.amount.zero", Severity = DataIssueSeverity.Warning, Record = "deal D7", Field = "amount", Message = "it is zero.", Remedy = "Give it.",
        };
        Assert.Equal("warning deal.amount.zero: deal D7, amount: it is zero. Remedy: Give it.", issue.ToString());
        Assert.Equal(
            "note deal.amount.zero: deals.csv line 12: deal D7: it is zero. Remedy: Give it.",
            (issue with { Severity = DataIssueSeverity.Note, Field = null, Origin = new DataOrigin("deals.csv", 12) }).ToString());
        Assert.Throws<ArgumentNullException>(() => new DataIssueException(null!));
    }

    /// <summary>A problem that stands in the source and in no case would be a rule without a test and without documentation.</summary>
    [Fact]
    public void Every_problem_named_in_the_source_has_a_case()
    {
        string source = Path.Combine(ReferenceFolder.Repository, "src", "RevOps.Metrics");
        string[] files = [.. Directory.GetFiles(Path.Combine(source, "Dataset"), "*Checks.cs"), Path.Combine(source, "RevenueDatasetBuilder.Checks.cs")];
        string[] problems = [.. files.SelectMany(file => Problem().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value).Distinct()];
        Assert.True(problems.Length > 50, "The pattern no longer finds the problems in the source.");
        string[] codes = [.. IssueCase.All.Select(issueCase => issueCase.Code)];
        Assert.All(problems, problem => Assert.Contains(codes, code => $".{code}.".Contains($".{problem}.", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_documentation_lists_every_code()
    {
        const string start = "<!-- issue codes -->\n";
        string path = Path.Combine(ReferenceFolder.Repository, "docs", "dataset.md");
        string text = File.ReadAllText(path);
        int from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        int to = text.IndexOf("<!-- end -->", from, StringComparison.Ordinal);
        string expected = DocumentedCodes();
        if (text[from..to] == expected) return;
        string corrected = Path.Combine(AppContext.BaseDirectory, "dataset.md");
        File.WriteAllText(corrected, text[..from] + expected + text[to..]);
        Assert.Fail($"docs/dataset.md does not list the codes as they are now. The corrected page is {corrected}: copy it over.");
    }

    private static string DocumentedCodes()
    {
        IEnumerable<string> rows = IssueCase.All
            .DistinctBy(issueCase => issueCase.DocumentedCode)
            .OrderBy(issueCase => issueCase.DocumentedCode, StringComparer.Ordinal)
            .Select(issueCase => (issueCase.DocumentedCode, Issue: issueCase.Find()))
            .Select(row => $"| `{row.DocumentedCode}` | {row.Issue.Severity} | {Example(row.Issue)} | {row.Issue.Remedy} |\n");
        return "| code | | for example | remedy |\n|---|---|---|---|\n" + string.Concat(rows);
    }

    private static string Example(DataIssue issue) => $"{issue.Record}{(issue.Field is { } field ? $", {field}" : "")}: {issue.Message}";

    [GeneratedRegex("\"([a-z-]+(?:\\.[a-z-]+)+)\"")]
    private static partial Regex Problem();
}
