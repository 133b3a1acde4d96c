namespace RevOps.Metrics.Predictive;

/// <summary>The stages by number, in the order in which they are first met; the first is that without a name.</summary>
internal sealed class StageNumbers
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string?> _names = [null];

    public int Count => _names.Count;

    public string? this[int stage] => _names[stage];

    public int Of(string? name)
    {
        if (name is null) return 0;
        if (_numbers.TryGetValue(name, out int number)) return number;
        _numbers[name] = _names.Count;
        _names.Add(name);
        return _names.Count - 1;
    }
}
