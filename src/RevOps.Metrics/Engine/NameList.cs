namespace RevOps.Metrics;

/// <summary>The names of a code column: code 0 is "no value", the others are numbered as they come.</summary>
internal sealed class NameList
{
    private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);
    private readonly List<string?> _names = [null];

    public int Count => _names.Count;

    public string? this[int code] => _names[code];

    public int CodeOf(string? name)
    {
        if (string.IsNullOrEmpty(name)) return 0;
        if (_codes.TryGetValue(name, out int code)) return code;
        _names.Add(name);
        return _codes[name] = _names.Count - 1;
    }

    /// <summary>A list whose codes are an enumeration's values plus one.</summary>
    public static NameList OfEnum<TEnum>()
        where TEnum : struct, Enum
    {
        NameList list = new();
        foreach (TEnum value in Enum.GetValues<TEnum>()) list.CodeOf(value.ToString());
        return list;
    }
}
