using System.Globalization;

namespace RevOps.Metrics;

/// <summary>Counts and keeps the data issues while a dataset is built, and stops a strict build at the first error.</summary>
internal sealed class IssueCollector(DatasetOptions options)
{
    private readonly Dictionary<string, (long Count, List<DataIssue> Kept)> _byCode = new(StringComparer.Ordinal);

    public void Add(DataIssue issue)
    {
        options.OnIssue?.Invoke(issue);
        (long count, List<DataIssue> kept) = _byCode.TryGetValue(issue.Code, out var found) ? found : (0, []);
        if (kept.Count < DataIssues.KeptPerCode) kept.Add(issue);
        _byCode[issue.Code] = (count + 1, kept);
        if (issue.Severity == DataIssueSeverity.Error && options.Strictness == Strictness.Strict) throw new DataIssueException(issue);
    }

    /// <summary>Adds an issue with all records of a type together, which ends even a lenient build: no one of them is to blame.</summary>
    public void Refuse(string kind, int records, string problem, string field, string message, string remedy)
    {
        DataIssue issue = new()
        {
            Code = $"{kind}.{problem}",
            Severity = DataIssueSeverity.Error,
            Record = string.Create(CultureInfo.InvariantCulture, $"all {records} of type {kind}"),
            Field = field,
            Message = message,
            Remedy = remedy,
        };
        Add(issue);
        throw new DataIssueException(issue);
    }

    public DataIssues ToDataIssues() => new(
        _byCode.Select(entry => new DataIssueSummary(entry.Key, entry.Value.Count, entry.Value.Kept[0])),
        _byCode.OrderBy(entry => entry.Key, StringComparer.Ordinal).SelectMany(entry => entry.Value.Kept));
}
