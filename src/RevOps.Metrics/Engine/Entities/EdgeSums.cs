namespace RevOps.Metrics;

/// <summary>How many entities have a balance above zero at each edge, and the sum of their balances, by cell.</summary>
/// <remarks>Kept as changes from edge to edge, so that an entity costs what it changes and not what it lasts.</remarks>
internal sealed class EdgeSums(int cells, int edges)
{
    private readonly long[] _counts = new long[(cells * edges)], _amounts = new long[cells * edges];

    /// <summary>Whether a rule looks at one edge alone.</summary>
    public static bool CanTell(EntityRule rule) => rule is EntityRule.PositiveAtClose or EntityRule.PositiveAtOpen or EntityRule.OpeningAmount;

    /// <summary>An entity's balance changes at an edge, from what was told last.</summary>
    public void Tell(int cell, int edge, ref long told, long balance)
    {
        if (balance == told) return;
        int place = (cell * edges) + edge;
        _counts[place] += (balance > 0 ? 1 : 0) - (told > 0 ? 1 : 0);
        _amounts[place] += Math.Max(balance, 0) - Math.Max(told, 0);
        told = balance;
    }

    /// <summary>Turns the changes of a cell into counts and sums at each edge.</summary>
    public (long[] Counts, long[] Amounts) Of(int cell)
    {
        long[] counts = _counts.AsSpan(cell * edges, edges).ToArray(), amounts = _amounts.AsSpan(cell * edges, edges).ToArray();
        for (int edge = 1; edge < edges; edge++)
        {
            counts[edge] += counts[edge - 1];
            amounts[edge] += amounts[edge - 1];
        }

        return (counts, amounts);
    }
}
