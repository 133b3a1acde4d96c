namespace RevOps.Metrics;

/// <summary>The sums that one thread makes, by cell and place.</summary>
internal sealed class EntitySums(int cells, AskedRules asked)
{
    private readonly int _slots = asked.All.Length;
    private readonly long[] _sums = new long[cells * asked.All.Length];

    /// <summary>The sums at each edge; null where no rule needs them.</summary>
    public EdgeSums? Edges { get; } = asked.NewEdgeSums(cells);

    /// <summary>Which cells have rows.</summary>
    public bool[] Seen { get; } = new bool[cells];

    /// <summary>The sums of a cell.</summary>
    public Span<long> Of(int cell) => _sums.AsSpan(cell * _slots, _slots);
}
