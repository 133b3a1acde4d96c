namespace RevOps.Metrics.Tests.Reference;

/// <summary>
/// Figures of an example by name: numbers, texts such as a date or a kind of movement, null where there is none, or what comes
/// <see cref="Instead"/>.
/// </summary>
internal sealed class FigureValues() : Dictionary<string, object?>(StringComparer.Ordinal)
{
    /// <summary>The figures of a list, each named by its place, as in <c>retained[0]</c>.</summary>
    public FigureValues AddList(string name, IEnumerable<object?> values)
    {
        foreach ((int place, object? value) in values.Index()) Add($"{name}[{place}]", value);
        return this;
    }
}
