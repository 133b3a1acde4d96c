namespace RevOps.Metrics;

/// <summary>The sums that one thread makes, by cell and place.</summary>
internal sealed class EntitySums(int cells, AskedRules asked)
{
    private readonly int _places = asked.Places;
    private readonly long[] _sums = new long[cells * asked.Places];

    /// <summary>The sums at each edge; null where no rule needs them.</summary>
    public EdgeSums? Edges { get; } = asked.NewEdgeSums(cells);

    /// <summary>Which cells have rows.</summary>
    public bool[] Seen { get; } = new bool[cells];

    /// <summary>The sums of a cell.</summary>
    public Span<long> Of(int cell) => _sums.AsSpan(cell * _places, _places);

    /// <summary>Adds to the sum of a rule in a cell.</summary>
    public void Add(int cell, AskedRule rule, long number)
    {
        Span<long> sums = Of(cell);
        sums[rule.Slot] += number;
        // Of rules that look at both edges, differences from one window to the next are kept.
        if (RuleWindows.CanTell(rule.Rule)) sums[rule.Slot + 1] -= number;
    }
}
