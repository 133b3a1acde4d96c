namespace RevOps.Metrics;

/// <summary>Names by code, counted from zero as they come; a name that was met before costs no text.</summary>
internal sealed class NameTable
{
    private readonly Dictionary<string, int> _codes;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<string> _names = [];
    private int _last = -1;

    public NameTable()
    {
        _codes = new Dictionary<string, int>(StringComparer.Ordinal);
        _lookup = _codes.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The names by their codes.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>The code of a name; a new one for a new name.</summary>
    public int CodeOf(ReadOnlySpan<char> name)
    {
        // Rows with the same name often come together.
        if (_last >= 0 && name.SequenceEqual(_names[_last])) return _last;
        if (!_lookup.TryGetValue(name, out int code))
        {
            code = _names.Count;
            _names.Add(name.ToString());
            _codes.Add(_names[code], code);
        }

        return _last = code;
    }
}
