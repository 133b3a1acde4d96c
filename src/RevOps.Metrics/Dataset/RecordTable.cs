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

    /// <summary>True once records of the type were offered, even if all were left out.</summary>
    public bool IsGiven { get; private set; }

    public IReadOnlyList<T> Records => _records;

    public bool HasId(string id) => _ids.Contains(id);

    public bool Add(T record, DataOrigin? origin)
    {
        ArgumentNullException.ThrowIfNull(record);
        IsGiven = true;
        _check.Begin(kind.Describe(record), origin);
        kind.Check(record, _check);
        if (!_check.Failed && kind.Id?.Invoke(record) is { } id && !_ids.Add(id))
        {
            _check.Error("id.duplicate", "id", $"'{id}' stands twice.", "Give each record its own id; the first one is used.");
        }

        if (_check.Failed) return false;
        _records.Add(record);
        _origins.Add(origin);
        return true;
    }

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

    /// <summary>The records, those with an id in the ordinal order of their ids: the order in which they came must not matter.</summary>
    public ValueList<T> ToValueList() => kind.Id is { } id
        ? ValueList.From(_records.OrderBy(id, StringComparer.Ordinal))
        : ValueList.From(_records);

    /// <summary>The coverage that the records' own dates span; null without a record that has a date.</summary>
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

        if (first is not { } from || last is not { } to) return null;
        return new Coverage(from, kind.RunsOn ? null : to.PlusDays(1), IsDeclared: false);
    }
}
