namespace RevOps.Metrics;

/// <summary>One combination of dimension values, in the order of the question's dimensions; without dimensions, the total.</summary>
/// <param name="Values">The values; null for rows that have none.</param>
public sealed record Cell(ValueList<string?> Values)
{
    /// <summary>How a missing value is written.</summary>
    public const string NoValue = "(none)";

    /// <summary>The cell of a question without dimensions.</summary>
    public static Cell Total { get; } = new(ValueList<string?>.Empty);

    /// <summary>A cell of these values.</summary>
    public static Cell Of(params ReadOnlySpan<string?> values) => new(ValueList.Create(values));

    /// <summary>By value, ordinally, from the first dimension to the last; rows without a value come last.</summary>
    public static IComparer<Cell> Order { get; } = Comparer<Cell>.Create(Compare);

    /// <summary>"Enterprise, Paid Search"; "total" without dimensions.</summary>
    public override string ToString() => Values.Count == 0 ? "total" : string.Join(", ", Values.Select(value => value ?? NoValue));

    private static int Compare(Cell first, Cell second)
    {
        for (int i = 0; i < Math.Min(first.Values.Count, second.Values.Count); i++)
        {
            int byValue = (first.Values[i], second.Values[i]) switch
            {
                (null, null) => 0,
                (null, _) => 1,
                (_, null) => -1,
                var (mine, its) => string.CompareOrdinal(mine, its),
            };
            if (byValue != 0) return byValue;
        }

        return first.Values.Count.CompareTo(second.Values.Count);
    }
}
