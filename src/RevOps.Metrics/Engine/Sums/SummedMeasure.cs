namespace RevOps.Metrics;

/// <summary>One of the measures that a pass answers.</summary>
/// <param name="Names">The names that it takes of the group's code column; null where it takes all rows.</param>
/// <param name="Requests">Its windows.</param>
internal sealed record SummedMeasure(CodeIn? Names, IReadOnlyList<(int Request, DateWindow Window)> Requests)
{
    /// <summary>Whether it takes each name of the column, by code; null where it takes all rows.</summary>
    public bool[]? Takes(FactTable table)
    {
        if (Names is not { } condition) return null;
        NameList names = table[condition.Column].Names;
        return [.. Enumerable.Range(0, names.Count).Select(code => names[code] is { } name && condition.Names.Contains(name, StringComparer.Ordinal))];
    }
}
