namespace RevOps.Metrics.Csv;

/// <summary>How the columns of somebody else's file lead to ours.</summary>
/// <remarks>
/// <para>Each method gives a new mapping with one thing added, so a mapping reads as a list:</para>
/// <code>
/// CsvMapping deals = new CsvMapping { File = "sales_pipeline.csv" }
///     .Rename("opportunity_id", to: "id")
///     .Rename("deal_stage", to: "stage")
///     .Rename("deal_stage", to: "outcome")
///     .Replace("outcome", ("Won", "won"), ("Lost", "lost"), ("Engaging", "open"))
///     .Constant("currency", "USD");
/// </code>
/// <para>Headers and column names are compared without regard to case, underscores, spaces and hyphens. A column of the file
/// may feed several of ours; a column of ours has one source.</para>
/// </remarks>
public sealed class CsvMapping
{
    private readonly List<(string Header, string Column)> _renames;
    private readonly Dictionary<string, string> _constants;
    private readonly Dictionary<string, string> _defaults;
    private readonly Dictionary<string, Dictionary<string, string>> _replacements;
    private readonly List<string> _ignored;

    /// <summary>A mapping that changes nothing yet.</summary>
    public CsvMapping()
    {
        _renames = [];
        _constants = new(HeaderName.Comparer);
        _defaults = new(HeaderName.Comparer);
        _replacements = new(HeaderName.Comparer);
        _ignored = [];
    }

    private CsvMapping(CsvMapping other)
    {
        File = other.File;
        _renames = [.. other._renames];
        _constants = new(other._constants, HeaderName.Comparer);
        _defaults = new(other._defaults, HeaderName.Comparer);
        _replacements = new(HeaderName.Comparer);
        foreach ((string column, Dictionary<string, string> values) in other._replacements) _replacements[column] = new(values, StringComparer.Ordinal);
        _ignored = [.. other._ignored];
    }

    /// <summary>The name of the file in a folder; null where it has our own name.</summary>
    public string? File { get; init; }

    internal static CsvMapping None { get; } = new();

    internal IReadOnlyList<(string Header, string Column)> Renames => _renames;

    internal IReadOnlyDictionary<string, string> Constants => _constants;

    internal IReadOnlyDictionary<string, string> Defaults => _defaults;

    /// <summary>Every column of ours that the mapping speaks of.</summary>
    internal IEnumerable<string> Columns =>
        _renames.Select(rename => rename.Column).Concat(_constants.Keys).Concat(_defaults.Keys).Concat(_replacements.Keys);

    /// <summary>Reads our column <paramref name="to"/> from the file's column <paramref name="header"/>.</summary>
    public CsvMapping Rename(string header, string to)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(header);
        ArgumentException.ThrowIfNullOrWhiteSpace(to);
        CsvMapping changed = new(this);
        changed._renames.Add((header, to));
        return changed;
    }

    /// <summary>Gives our column the same value in every row, whatever the file says.</summary>
    public CsvMapping Constant(string column, string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(column);
        ArgumentNullException.ThrowIfNull(value);
        CsvMapping changed = new(this);
        changed._constants[column] = value;
        return changed;
    }

    /// <summary>Gives our column a value in the rows where its cell is empty or the column is not there.</summary>
    public CsvMapping Default(string column, string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(column);
        ArgumentNullException.ThrowIfNull(value);
        CsvMapping changed = new(this);
        changed._defaults[column] = value;
        return changed;
    }

    /// <summary>Replaces whole cells of our column: "GTXPro" becomes "GTX Pro". Upper and lower case differ.</summary>
    /// <remarks>
    /// Every replaced text is a note, <c>csv.value.mapped</c>, among the data issues, so that a report can say what was changed.
    /// In a column with a closed list of words (outcome, type, category) a replacement is a translation, changes nothing, and is not noted.
    /// </remarks>
    public CsvMapping Replace(string column, params (string From, string To)[] values)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(column);
        ArgumentNullException.ThrowIfNull(values);
        CsvMapping changed = new(this);
        if (!changed._replacements.TryGetValue(column, out Dictionary<string, string>? replacements))
        {
            changed._replacements[column] = replacements = new(StringComparer.Ordinal);
        }

        foreach ((string from, string to) in values) replacements[from] = to;
        return changed;
    }

    /// <summary>Says that columns of the file are left out on purpose; without it they are named in a note.</summary>
    public CsvMapping Ignore(params string[] headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        CsvMapping changed = new(this);
        changed._ignored.AddRange(headers);
        return changed;
    }

    internal IReadOnlyDictionary<string, string>? ReplacementsOf(string column) => _replacements.GetValueOrDefault(column);

    internal bool Ignores(string header) => _ignored.Contains(header, HeaderName.Comparer);
}
