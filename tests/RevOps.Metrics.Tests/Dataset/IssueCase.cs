namespace RevOps.Metrics.Tests;

/// <summary>A record that breaks one rule, and the data issue that must say so.</summary>
/// <param name="Code">The issue's code.</param>
/// <param name="Severity">An error leaves the record out; a warning or a note keeps it.</param>
/// <param name="Record">The record as the issue names it.</param>
/// <param name="Field">The field as the issue names it.</param>
/// <param name="Message">A part of the message: the values at fault.</param>
/// <param name="Records">The records, of which one is at fault.</param>
internal sealed record IssueCase(
    string Code, DataIssueSeverity Severity, string Record, string? Field, string Message, params object[] Records)
{
    private static readonly string[] Shared = ["id.empty", "id.duplicate", "customer.empty", "rate.missing", "amount.too-large", "amount.sum-too-large"];

    /// <summary>The cases of all checks.</summary>
    public static IReadOnlyList<IssueCase> All { get; } =
    [
        .. BillingChecksTests.Cases, .. CostChecksTests.Cases, .. CurrencyChecksTests.Cases, .. CustomerChecksTests.Cases, .. DealChecksTests.Cases,
        .. ForecastChecksTests.Cases, .. LeadChecksTests.Cases, .. SubscriptionChecksTests.Cases, .. TicketChecksTests.Cases,
    ];

    /// <summary>The options that the case needs beside the strictness.</summary>
    public DatasetOptions Options { get; init; } = DatasetOptions.Default;

    /// <summary>The code as the documentation lists it: with a star for the type where many types share it.</summary>
    public string DocumentedCode => Shared.FirstOrDefault(problem => Code.EndsWith("." + problem, StringComparison.Ordinal)) is { } shared
        ? "*." + shared
        : Code;

    /// <summary>True when the records as a whole are refused, strict or lenient.</summary>
    public bool IsRefusal => Code.EndsWith("sum-too-large", StringComparison.Ordinal);

    /// <summary>An error, which leaves the record out.</summary>
    public static IssueCase Error(string code, string record, string field, string message, params object[] records) =>
        new(code, DataIssueSeverity.Error, record, field, message, records);

    /// <summary>A warning, which keeps the record.</summary>
    public static IssueCase Warning(string code, string record, string field, string message, params object[] records) =>
        new(code, DataIssueSeverity.Warning, record, field, message, records);

    /// <summary>A note, which keeps the record.</summary>
    public static IssueCase Note(string code, string record, string field, string message, params object[] records) =>
        new(code, DataIssueSeverity.Note, record, field, message, records);

    /// <summary>The codes of some cases, as theory data.</summary>
    public static TheoryData<string> CodesOf(IEnumerable<IssueCase> cases) => [.. cases.Select(issueCase => issueCase.Code)];

    /// <summary>The issue that the records give rise to.</summary>
    public DataIssue Find()
    {
        List<DataIssue> issues = [];
        try
        {
            Given.Build(Options with { Strictness = Strictness.Lenient, OnIssue = issues.Add }, Records);
        }
        catch (DataIssueException) when (IsRefusal)
        {
            // It is among the issues, as any other.
        }

        return Assert.Single(issues, issue => issue.Code == Code);
    }

    /// <summary>The issue names record, field, fault and remedy; an error stops a strict build and leaves the record out of a lenient one.</summary>
    public void Holds()
    {
        DataIssue issue = Find();
        Assert.Equal(Severity, issue.Severity);
        Assert.Equal(Record, issue.Record);
        Assert.Equal(Field, issue.Field);
        Assert.Contains(Message, issue.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", issue.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", issue.Remedy, StringComparison.Ordinal);

        bool isError = Severity == DataIssueSeverity.Error;
        if (!IsRefusal)
        {
            RevenueDataset lenient = Given.Build(Options with { Strictness = Strictness.Lenient }, Records);
            int implied = Records.OfType<Customer>().Any() ? 0 : lenient.Customers.Count;
            Assert.Equal(Records.Length - (isError ? 1 : 0), Given.RecordsOf(lenient).Count - implied);
        }

        RevenueDataset BuildStrictly() => Given.Build(Options with { Strictness = Strictness.Strict }, Records);
        if (isError) Assert.Equal(issue, Assert.Throws<DataIssueException>(BuildStrictly).Issue);
        else Assert.Equal(Records.Length, Given.RecordsOf(BuildStrictly()).Count(Records.Contains));
    }
}
