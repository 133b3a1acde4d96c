using System.Diagnostics.CodeAnalysis;

namespace RevOps.Metrics.Csv;

/// <summary>A file's header, matched with a layout: where each of our columns gets its cells.</summary>
internal sealed class CsvHeader
{
    private readonly CsvLayout _layout;
    private readonly CsvMapping _mapping;
    private readonly string[] _headers;
    private readonly List<(string Code, DataIssueSeverity Severity, string? Field, string Message, string Remedy)> _problems = [];
    private readonly Dictionary<CsvColumn, CsvSource> _sources = [];
    private readonly List<(string Name, TextColumn Column)> _attributes = [];

    public CsvHeader(CsvLayout layout, CsvMapping mapping, string[] headers, char delimiter)
    {
        (_layout, _mapping, _headers) = (layout, mapping, headers);
        RefuseUnknownTargets(mapping);
        BindHeaders();
        BindConstants();
        FindMissing(delimiter);
    }

    public IReadOnlyList<(string Name, TextColumn Column)> Attributes => _attributes;

    public int Count => _headers.Length;

    /// <summary>Which of the file's columns are read.</summary>
    public bool[] IsRead => [.. Enumerable.Range(0, Count).Select(index => _sources.Values.Any(source => source.Index == index && source.Constant is null))];

    /// <summary>The columns found whose meaning depends on <see cref="CsvOptions.EndDates"/>.</summary>
    public IReadOnlyList<string> EndDates => [.. _sources.Keys.Where(column => column.IsEndDate).Select(column => column.Name)];

    public bool TryGetSource(CsvColumn column, [NotNullWhen(true)] out CsvSource? source) => _sources.TryGetValue(column, out source);

    /// <summary>Reports what is wrong with the header; false when the file cannot be read with it.</summary>
    public bool Report(DataOrigin origin, Action<DataIssue> report)
    {
        foreach ((string code, DataIssueSeverity severity, string? field, string message, string remedy) in _problems)
        {
            report(new DataIssue { Code = code, Severity = severity, Record = "header", Field = field, Message = message, Remedy = remedy, Origin = origin });
        }

        return _problems.TrueForAll(problem => problem.Severity != DataIssueSeverity.Error);
    }

    private static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"\"{name}\""));

    private void RefuseUnknownTargets(CsvMapping mapping)
    {
        foreach (string column in mapping.Columns)
        {
            if (FindColumn(column) is null && !IsAttribute(column))
            {
                throw new ArgumentException(
                    $"The mapping speaks of a column \"{column}\", which {_layout.FileName} does not have: its columns are {string.Join(", ", _layout.Columns.Select(known => known.Name))}"
                    + (_layout.TakesAttributes ? $" and any {CsvLayout.AttributePrefix}name." : "."),
                    nameof(mapping));
            }
        }
    }

    private void BindHeaders()
    {
        List<string> unknown = [];
        for (int i = 0; i < _headers.Length; i++)
        {
            string header = _headers[i];
            string[] targets = [.. _mapping.Renames.Where(rename => HeaderName.Comparer.Equals(rename.Header, header)).Select(rename => rename.Column)];
            if (targets.Length > 0)
            {
                foreach (string target in targets) Bind(target, i);
            }
            else if (!_mapping.Ignores(header) && !string.IsNullOrWhiteSpace(header))
            {
                if (_mapping.Renames.Any(rename => HeaderName.Comparer.Equals(rename.Column, header))) unknown.Add(header);
                else if (FindColumn(header) is not null || IsAttribute(header)) Bind(header, i);
                else unknown.Add(header);
            }
        }

        if (unknown.Count > 0)
        {
            _problems.Add(("csv.column.unknown", DataIssueSeverity.Note, null, $"the columns {Quoted(unknown)} are not read.",
                $"Lead them to a column of {_layout.FileName} with CsvMapping.Rename, or say CsvMapping.Ignore."));
        }
    }

    private void Bind(string name, int index)
    {
        CsvColumn column = FindColumn(name) ?? AttributeColumn(name);
        CsvSource source = new(index, _headers[index], null, _mapping.Defaults.GetValueOrDefault(name), _mapping.ReplacementsOf(name));
        if (_sources.TryAdd(column, source)) return;
        _problems.Add(("csv.column.duplicate", DataIssueSeverity.Error, column.Name,
            $"two columns of the file are {column.Name}: {Quoted([_sources[column].Header, _headers[index]])}.",
            "Rename or remove one of them, or name the right one with CsvMapping.Rename."));
    }

    private void BindConstants()
    {
        foreach ((string name, string value) in _mapping.Constants)
        {
            CsvColumn column = FindColumn(name) ?? AttributeColumn(name);
            _sources[column] = new CsvSource(-1, column.Name, value, null, null);
        }

        foreach ((string name, string value) in _mapping.Defaults)
        {
            CsvColumn column = FindColumn(name) ?? AttributeColumn(name);
            _sources.TryAdd(column, new CsvSource(-1, column.Name, null, value, null));
        }
    }

    private void FindMissing(char delimiter)
    {
        string found = $"The header is {Quoted(_headers)}.";
        foreach ((string header, string column) in _mapping.Renames)
        {
            if (_headers.Contains(header, HeaderName.Comparer)) continue;
            _problems.Add(("csv.column.missing", DataIssueSeverity.Error, column,
                $"there is no column \"{header}\", which the mapping reads {column} from. {found}",
                $"Correct the mapping or the header.{DelimiterHint(delimiter)}"));
        }

        foreach (CsvColumn column in _layout.Columns.Where(column => column.Required && !_sources.ContainsKey(column)))
        {
            if (_mapping.Renames.Any(rename => HeaderName.Comparer.Equals(rename.Column, column.Name))) continue;
            _problems.Add(("csv.column.missing", DataIssueSeverity.Error, column.Name, $"there is no column {column.Name} ({column.Description}) {found}",
                "Add the column, or lead one of the file's to it with CsvMapping.Rename, or give all rows one value with CsvMapping.Constant."
                + DelimiterHint(delimiter)));
        }
    }

    /// <summary>A header of one cell that holds another common delimiter was most likely cut at the wrong character.</summary>
    private string DelimiterHint(char delimiter)
    {
        if (_headers.Length != 1) return "";
        char[] others = [.. ";\t|,".Where(other => other != delimiter && _headers[0].Contains(other))];
        if (others.Length == 0) return "";
        string name = others[0] == '\t' ? "a tab ('\\t')" : $"'{others[0]}'";
        return $" Most likely the delimiter is not '{(delimiter == '\t' ? "\\t" : delimiter)}' but {name}: set CsvOptions.Delimiter.";
    }

    private CsvColumn? FindColumn(string name) => _layout.Columns.FirstOrDefault(column => HeaderName.Comparer.Equals(column.Name, name));

    private bool IsAttribute(string name) =>
        _layout.TakesAttributes && name.StartsWith(CsvLayout.AttributePrefix, StringComparison.OrdinalIgnoreCase) && name.Length > CsvLayout.AttributePrefix.Length;

    private TextColumn AttributeColumn(string header)
    {
        string name = header[CsvLayout.AttributePrefix.Length..].Trim();
        foreach ((string known, TextColumn existing) in _attributes)
        {
            if (HeaderName.Comparer.Equals(known, name)) return existing;
        }

        TextColumn column = new(header, "An attribute.");
        _attributes.Add((name, column));
        return column;
    }
}
