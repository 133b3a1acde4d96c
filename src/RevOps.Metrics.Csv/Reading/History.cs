using NodaTime;
using NodaTime.Text;

namespace RevOps.Metrics.Csv;

/// <summary>The rows of a history, kept until the records that they belong to are read.</summary>
/// <param name="layout">The file they come from.</param>
/// <param name="owner">What their record is called: "subscription".</param>
internal sealed class History<T>(CsvLayout layout, string owner)
{
    private readonly Dictionary<(string OwnerId, LocalDate? RecordedOn), List<(T Value, DataOrigin Origin)>> _rows = [];

    public void Add(string ownerId, LocalDate? recordedOn, T value, DataOrigin origin)
    {
        if (!_rows.TryGetValue((ownerId, recordedOn), out List<(T, DataOrigin)>? rows)) _rows[(ownerId, recordedOn)] = rows = [];
        rows.Add((value, origin));
    }

    /// <summary>True where rows of a version of a record wait for it.</summary>
    public bool Has(ReadOnlySpan<char> ownerId, LocalDate? recordedOn) => _rows.Count > 0 && _rows.ContainsKey((ownerId.ToString(), recordedOn));

    /// <summary>The entries of a version of a record, in the order of the file; they are then no longer kept.</summary>
    public IReadOnlyList<T> Take(string ownerId, LocalDate? recordedOn) =>
        _rows.Count > 0 && _rows.Remove((ownerId, recordedOn), out List<(T Value, DataOrigin Origin)>? rows) ? rows.ConvertAll(row => row.Value) : [];

    /// <summary>Reports the rows that no record has taken, and forgets them.</summary>
    public void ReportOrphans(Action<DataIssue> report)
    {
        foreach (((string ownerId, LocalDate? recordedOn), List<(T Value, DataOrigin Origin)> rows) in _rows)
        {
            string version = recordedOn is { } day ? $" recorded on {LocalDatePattern.Iso.Format(day)}" : "";
            foreach ((_, DataOrigin origin) in rows)
            {
                report(new DataIssue
                {
                    Code = "csv.row.orphan",
                    Severity = DataIssueSeverity.Error,
                    Record = "row",
                    Field = layout.Columns[0].Name,
                    Message = $"no {owner} '{ownerId}'{version} was read after it: it is missing, or its own row was rejected.",
                    Remedy = $"Correct the id (or recorded_on, which must be the {owner}'s), add the {owner}, or read this file before the {owner}s.",
                    Origin = origin,
                });
            }
        }

        _rows.Clear();
    }
}
