using System.Collections;

namespace RevOps.Metrics;

/// <summary>The names of a code column: code 0 is "no value", the others are numbered as they come.</summary>
internal sealed class NameList : IEnumerable<string>
{
    private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);
    private readonly List<string?> _names = [null];

    public int Count => _names.Count;

    public string? this[int code] => _names[code];

    /// <summary>The names, without "no value".</summary>
    public IEnumerator<string> GetEnumerator() => _names.OfType<string>().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public int CodeOf(string? name)
    {
        if (string.IsNullOrEmpty(name)) return 0;
        if (_codes.TryGetValue(name, out int code)) return code;
        _names.Add(name);
        return _codes[name] = _names.Count - 1;
    }

    /// <summary>A list of names that are all different: the code of each is its place plus one, and no name is looked up.</summary>
    public static NameList OfDifferent(IEnumerable<string> names)
    {
        NameList list = new();
        list._names.AddRange(names);
        return list;
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
