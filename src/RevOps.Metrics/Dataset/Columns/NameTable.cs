namespace RevOps.Metrics;

/// <summary>Names by code, counted from zero as they come; a name that was met before costs no text.</summary>
internal sealed class NameTable
{
    /// <summary>The code of no name.</summary>
    public const int None = TextPlaces.None;

    private readonly PackedTexts _names = new();
    private readonly TextPlaces _places;
    private int _last = -1;
    private int[] _inOrder = [];

    public NameTable() => _places = new TextPlaces(_names);

    public int Count => _names.Count;

    /// <summary>The name with a code; a new text each time.</summary>
    public string this[int code] => _names[code];

    /// <summary>The codes in the ordinal order of their names.</summary>
    public ReadOnlySpan<int> InOrder()
    {
        if (_inOrder.Length < Count)
        {
            _inOrder = [.. Enumerable.Range(0, Count)];
            _names.Sort(_inOrder);
        }

        return _inOrder;
    }

    /// <summary>Compares the name with a code with another one by the ordinal order.</summary>
    public int Compare(int code, ReadOnlySpan<char> other) => _names.Compare(code, other);

    /// <summary>The code of a name; a new one for a new name.</summary>
    public int CodeOf(ReadOnlySpan<char> name)
    {
        // Rows with the same name often come together.
        if (_last >= 0 && _names.Compare(_last, name) == 0) return _last;
        _places.TryAdd(name, out _last);
        return _last;
    }

    /// <summary>The code of a name of which the hash is known; a new one for a new name.</summary>
    public int CodeOf(ReadOnlySpan<char> name, int hash)
    {
        _places.TryAdd(name, hash, out int code);
        return code;
    }

    /// <inheritdoc cref="TextPlaces.Guess"/>
    public void GuessCodes(ReadOnlySpan<int> hashes, Span<int> codes) => _places.Guess(hashes, codes);

    /// <summary>True where a code is that of a name.</summary>
    public bool IsCodeOf(int code, ReadOnlySpan<char> name) => code != None && _names.Compare(code, name) == 0;

    /// <summary>The names by their codes.</summary>
    public string[] ToArray()
    {
        string[] names = new string[Count];
        for (int code = 0; code < names.Length; code++) names[code] = _names[code];
        return names;
    }
}
