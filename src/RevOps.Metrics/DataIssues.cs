using System.Collections;

namespace RevOps.Metrics;

/// <summary>The data issues of a dataset: an exact count for every code, and the first ones of each in full.</summary>
/// <remarks>
/// A file with a million bad rows must not fill the memory with a million messages, so at most <see cref="KeptPerCode"/> issues
/// of a code are kept; <see cref="DatasetOptions.OnIssue"/> is called with every one as it is found.
/// </remarks>
public sealed class DataIssues : IReadOnlyCollection<DataIssue>
{
    /// <summary>How many issues of one code are kept in full.</summary>
    public const int KeptPerCode = 100;

    private readonly SortedDictionary<string, DataIssueSummary> _summaries;
    private readonly List<DataIssue> _kept;

    internal DataIssues(IEnumerable<DataIssueSummary> summaries, IEnumerable<DataIssue> kept)
    {
        _summaries = new SortedDictionary<string, DataIssueSummary>(StringComparer.Ordinal);
        foreach (DataIssueSummary summary in summaries) _summaries.Add(summary.Code, summary);
        _kept = [.. kept];
    }

    /// <summary>The number of issues kept in full; <see cref="Total"/> counts all.</summary>
    public int Count => _kept.Count;

    /// <summary>The number of issues found.</summary>
    public long Total => _summaries.Values.Sum(summary => summary.Count);

    /// <summary>One line for each code: how many, and the first of them.</summary>
    public IReadOnlyCollection<DataIssueSummary> Summaries => _summaries.Values;

    /// <summary>How many issues of this code were found; zero for none.</summary>
    public long CountOf(string code) => _summaries.TryGetValue(code, out DataIssueSummary? summary) ? summary.Count : 0;

    /// <inheritdoc/>
    public IEnumerator<DataIssue> GetEnumerator() => _kept.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A table of the codes with their counts and first example.</summary>
    public override string ToString() =>
        _summaries.Count == 0 ? "no data issues" : TextTable.Format(
            ["issue", "severity", "count", "first"],
            _summaries.Values.Select(s => new[]
            {
                s.Code,
                s.First.Severity.ToString(),
                s.Count.ToString("N0", System.Globalization.CultureInfo.InvariantCulture),
                (s.First.Origin is { } origin ? $"{origin}: " : "") + s.First.Record + ": " + s.First.Message,
            }),
            rightAligned: [2]);
}

/// <summary>The issues of one code.</summary>
/// <param name="Code">The code.</param>
/// <param name="Count">How many there are.</param>
/// <param name="First">The first one found.</param>
public sealed record DataIssueSummary(string Code, long Count, DataIssue First);
