using System.Globalization;
using NodaTime;

namespace RevOps.Metrics;

/// <summary>The records of one type while a dataset is built: added one by one, each checked by itself, then once more against the others.</summary>
/// <remarks>
/// Of an id there may be several versions, each recorded on another day. The latest is in force, and only what is in force is checked against
/// the other records. A version that fails is as if it had never been given, so the one before it comes into force.
/// </remarks>
internal sealed class RecordTable<T>(RecordKind<T> kind, IssueCollector issues)
    where T : class
{
    private const int None = -1;

    private readonly List<Version> _versions = [];
    private readonly List<Action<T, RecordCheck>> _checks = [];
    private readonly RecordCheck _check = new(issues, kind.Name);
    private Dictionary<string, int>? _latest = new(StringComparer.Ordinal);
    private List<int>? _inForce;
    private int _offered;

    /// <summary>True once records of the type were offered, even if all were left out.</summary>
    public bool IsGiven => _offered > 0;

    /// <summary>Every version of every record, in the order in which they were added.</summary>
    public IEnumerable<T> Versions => _versions.Select(version => version.Record);

    /// <summary>The records in force, those with an id in the ordinal order of their ids: the order in which they came must not matter.</summary>
    public IEnumerable<T> Records => InForce.Select(number => _versions[number].Record);

    private List<int> InForce => _inForce ??= kind.Id is null ? [.. Enumerable.Range(0, _versions.Count)] : [.. InOrderOfIds()];

    // The number of the latest version of each id: made when asked for where records came in order.
    private Dictionary<string, int> Latest => _latest ??= InForce.ToDictionary(number => kind.Id!(_versions[number].Record)!, StringComparer.Ordinal);

    public bool HasId(string id) => Latest.ContainsKey(id);

    /// <inheritdoc cref="HasId(string)"/>
    public bool HasId(ReadOnlySpan<char> id) => Latest.Count > 0 && Latest.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(id);

    public bool Add(T record, DataOrigin? origin)
    {
        ArgumentNullException.ThrowIfNull(record);
        _offered++;
        string? id = kind.Id?.Invoke(record);
        bool lacksId = kind.Id is not null && string.IsNullOrWhiteSpace(id);
        if (lacksId) _check.Begin(Numbered(), origin);
        else _check.Begin(record, kind, origin);
        kind.Check(record, _check);
        if (_check.Failed) return false;
        if (id is null)
        {
            _versions.Add(new Version(record, origin, None));
            return true;
        }

        if (TryAddVersion(id, record, origin)) return true;
        string version = kind.RecordedOn(record) is { } day ? $", each time recorded on {RecordCheck.Text(day)}" : "";
        _check.Error("id.duplicate", "id", $"'{id}' stands twice{version}.",
            "Give each record its own id, and each version of a record its own recorded on; the first one is used.");
        return false;
    }

    /// <summary>Adds records where there are none, of different ids and in the ordinal order of these, which no rule can be against.</summary>
    public void AddInOrder(T[] records)
    {
        _offered += records.Length;
        _versions.AddRange(records.Select(record => new Version(record, Origin: null, None)));
        _inForce = [.. Enumerable.Range(0, records.Length)];
        _latest = null;
    }

    /// <summary>Counts a record that was offered and is held elsewhere.</summary>
    public void CountElsewhere() => _offered++;

    /// <summary>Takes a record that was counted and checked elsewhere, and whose id no other has.</summary>
    public void TakeOver(T record, DataOrigin? origin)
    {
        TryAddVersion(kind.Id!(record), record, origin);
        _inForce = null;
    }

    private int[] InOrderOfIds()
    {
        string[] ids = [.. Latest.Keys];
        int[] numbers = [.. Latest.Values];
        Array.Sort(ids, numbers, StringComparer.Ordinal);
        return numbers;
    }

    private string Numbered() => string.Create(CultureInfo.InvariantCulture, $"{kind.Name.Replace('-', ' ')} number {_offered}");

    /// <summary>Puts a version in its place among those of its id, which lead from the latest to the earliest; false where there is one of its day.</summary>
    private bool TryAddVersion(string id, T record, DataOrigin? origin)
    {
        LocalDate day = DayOf(record);
        int later = None;
        int earlier = Latest.GetValueOrDefault(id, None);
        while (earlier != None && DayOf(_versions[earlier].Record) > day)
        {
            later = earlier;
            earlier = _versions[earlier].Earlier;
        }

        if (earlier != None && DayOf(_versions[earlier].Record) == day) return false;
        if (later == None) Latest[id] = _versions.Count;
        else _versions[later] = _versions[later] with { Earlier = _versions.Count };
        _versions.Add(new Version(record, origin, earlier));
        return true;
    }

    private LocalDate DayOf(T record) => kind.RecordedOn(record) ?? LocalDate.MinIsoValue;

    /// <summary>Runs a further check over every record in force and leaves out those that fail it.</summary>
    public void CheckAgain(Action<T, RecordCheck> check)
    {
        _checks.Add(check);
        int kept = 0;
        for (int i = 0; i < InForce.Count; i++)
        {
            int latest = InForce[i];
            int number = Passes(latest, check) ? latest : EarlierThatPasses(latest);
            if (number != None) InForce[kept++] = number;
            if (number == latest || kind.Id is not { } id) continue;
            if (number == None) Latest.Remove(id(_versions[latest].Record));
            else Latest[id(_versions[latest].Record)] = number;
        }

        InForce.RemoveRange(kept, InForce.Count - kept);
    }

    /// <summary>The latest earlier version that passes all checks so far; it has not been through any of them.</summary>
    private int EarlierThatPasses(int number)
    {
        do number = _versions[number].Earlier;
        while (number != None && !_checks.TrueForAll(check => Passes(number, check)));
        return number;
    }

    private bool Passes(int number, Action<T, RecordCheck> check)
    {
        Version version = _versions[number];
        _check.Begin(version.Record, kind, version.Origin);
        check(version.Record, _check);
        return !_check.Failed;
    }

    /// <summary>Ends the build, strict or lenient, over something that is wrong with all records of the type together.</summary>
    public void Refuse(string problem, string field, string message, string remedy) => issues.Refuse(kind.Name, InForce.Count, problem, field, message, remedy);

    /// <summary>The records in force, in the order of <see cref="Records"/>.</summary>
    public ValueList<T> ToValueList() => ValueList.From(Records);

    /// <summary>The versions before those in force, by id and then by day.</summary>
    public ValueList<T> Superseded()
    {
        List<T> superseded = [];
        foreach (int latest in InForce)
        {
            int first = superseded.Count;
            for (int number = _versions[latest].Earlier; number != None; number = _versions[number].Earlier) superseded.Add(_versions[number].Record);
            superseded.Reverse(first, superseded.Count - first);
        }

        return ValueList.From(superseded);
    }

    /// <summary>The coverage that the dates of the records in force span: no limits where none has a date, null where there is no record.</summary>
    public Coverage? CoverageFromData()
    {
        LocalDate? first = null, last = null;
        foreach (T record in Records)
        {
            foreach (LocalDate date in kind.Dates(record))
            {
                if (first is null || date < first) first = date;
                if (last is null || date > last) last = date;
            }
        }

        if (first is not { } from || last is not { } to) return InForce.Count == 0 ? null : new Coverage(LocalDate.MinIsoValue, To: null, IsDeclared: false);
        return new Coverage(from, kind.RunsOn ? null : to.PlusDays(1), IsDeclared: false);
    }

    /// <param name="Record">The record as it was given.</param>
    /// <param name="Origin">Where it was read from.</param>
    /// <param name="Earlier">The number of the version before it; <see cref="None"/> for the first.</param>
    private readonly record struct Version(T Record, DataOrigin? Origin, int Earlier);
}
