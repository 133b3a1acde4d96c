using System.Globalization;
using NodaTime;

namespace RevOps.Metrics;

/// <summary>The records of one type while a dataset is built: added one by one, each checked by itself, then once more against the others.</summary>
internal sealed class RecordTable<T>(RecordKind<T> kind, IssueCollector issues)
    where T : class
{
    private readonly List<T> _records = [];
    private readonly List<DataOrigin?> _origins = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly RecordCheck _check = new(issues, kind.Name);
    private int _offered;

    /// <summary>True once records of the type were offered, even if all were left out.</summary>
    public bool IsGiven => _offered > 0;

    public IReadOnlyList<T> Records => _records;

    public bool HasId(string id) => _ids.Contains(id);

    public bool Add(T record, DataOrigin? origin)
    {
        ArgumentNullException.ThrowIfNull(record);
        _offered++;
        string? recordId = kind.Id?.Invoke(record);
        bool lacksId = kind.Id is not null && string.IsNullOrWhiteSpace(recordId);
        _check.Begin(lacksId ? Numbered() : kind.Describe(record), origin);
        kind.Check(record, _check);
        if (!_check.Failed && recordId is not null && !_ids.Add(recordId))
        {
            _check.Error("id.duplicate", "id", $"'{recordId}' stands twice.", "Give each record its own id; the first one is used.");
        }

        if (_check.Failed) return false;
        _records.Add(record);
        _origins.Add(origin);
        return true;
    }

    private string Numbered() => string.Create(CultureInfo.InvariantCulture, $"{kind.Name.Replace('-', ' ')} number {_offered}");

    /// <summary>Runs a further check over every record and leaves out those that fail it.</summary>
    public void CheckAgain(Action<T, RecordCheck> check)
    {
        int kept = 0;
        for (int i = 0; i < _records.Count; i++)
        {
            T record = _records[i];
            _check.Begin(kind.Describe(record), _origins[i]);
            check(record, _check);
            if (_check.Failed)
            {
                if (kind.Id?.Invoke(record) is { } id) _ids.Remove(id);
                continue;
            }

            _records[kept] = record;
            _origins[kept++] = _origins[i];
        }

        _records.RemoveRange(kept, _records.Count - kept);
        _origins.RemoveRange(kept, _origins.Count - kept);
    }

    /// <summary>Ends the build, strict or lenient, over something that is wrong with all records of the type together.</summary>
    public void Refuse(string problem, string field, string message, string remedy) => issues.Refuse(new DataIssue
    {
        Code = $"{kind.Name}.{problem}",
        Severity = DataIssueSeverity.Error,
        Record = string.Create(CultureInfo.InvariantCulture, $"all {_records.Count} of type {kind.Name}"),
        Field = field,
        Message = message,
        Remedy = remedy,
    });

    /// <summary>The records, those with an id in the ordinal order of their ids: the order in which they came must not matter.</summary>
    public ValueList<T> ToValueList() => kind.Id is { } id
        ? ValueList.From(_records.OrderBy(id, StringComparer.Ordinal))
        : ValueList.From(_records);

    /// <summary>The coverage that the records' own dates span: no limits where none has a date, null where there is no record.</summary>
    public Coverage? CoverageFromData()
    {
        LocalDate? first = null, last = null;
        foreach (T record in _records)
        {
            foreach (LocalDate date in kind.Dates(record))
            {
                if (first is null || date < first) first = date;
                if (last is null || date > last) last = date;
            }
        }

        if (first is not { } from || last is not { } to) return _records.Count == 0 ? null : new Coverage(LocalDate.MinIsoValue, To: null, IsDeclared: false);
        return new Coverage(from, kind.RunsOn ? null : to.PlusDays(1), IsDeclared: false);
    }
}
