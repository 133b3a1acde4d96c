namespace RevOps.Metrics;

/// <summary>The windows over which one rule is asked, as edges, and where the sums of each are kept.</summary>
internal sealed class RuleWindows
{
    private readonly EntityRule _rule;
    private readonly int[] _open, _close, _firstFrom;
    private readonly int _slot;

    /// <param name="rule">The rule.</param>
    /// <param name="windows">Its windows, each from the edge at which it opens to that at which it closes.</param>
    /// <param name="slot">Where the sums of the first one are kept among those of a cell.</param>
    /// <param name="edges">The last edge.</param>
    public RuleWindows(EntityRule rule, IEnumerable<(int Open, int Close, int Request)> windows, int slot, int edges)
    {
        (_rule, _slot) = (rule, slot);
        (int Open, int Close, int Request)[] ordered = [.. LooksAtOpen(rule) ? windows.OrderBy(window => window.Open) : windows.OrderBy(window => window.Close)];
        (_open, _close) = ([.. ordered.Select(window => window.Open)], [.. ordered.Select(window => window.Close)]);
        Requests = [.. ordered.Select(window => window.Request)];
        int[] key = LooksAtOpen(rule) ? _open : _close;
        // One more than the last edge, for entities that are there at it.
        _firstFrom = new int[edges + 2];
        for (int edge = 0, window = 0; edge < _firstFrom.Length; edge++)
        {
            while (window < key.Length && key[window] < edge) window++;
            _firstFrom[edge] = window;
        }
    }

    /// <summary>The request of each window, in the order of their sums.</summary>
    public int[] Requests { get; }

    /// <summary>Whether a rule can be told from the balances at both edges alone.</summary>
    public static bool CanTell(EntityRule rule) =>
        rule is EntityRule.Joined or EntityRule.Lost or EntityRule.Retained or EntityRule.LostAmount or EntityRule.KeptAmount or EntityRule.RetainedAmount;

    /// <summary>Adds what the rule makes of an entity to the sums of its cell.</summary>
    public void Tell(EdgeBalances balances, Span<long> sumsOfCell)
    {
        if (balances.LastPositive < 0) return;
        // Before its first row, and where it has gone for good, an entity is in no window that looks at that edge.
        int first = _firstFrom[balances.FirstEdge], end = _firstFrom[balances.LastPositive + 1];
        if (first >= end) return;
        Span<long> sums = sumsOfCell[(_slot + first)..(_slot + end)];
        switch (_rule)
        {
            case EntityRule.Joined: Tell<IfJoined>(balances, first, sums); break;
            case EntityRule.Lost: Tell<IfLost>(balances, first, sums); break;
            case EntityRule.Retained: Tell<IfRetained>(balances, first, sums); break;
            case EntityRule.LostAmount: Tell<AmountIfLost>(balances, first, sums); break;
            case EntityRule.KeptAmount: Tell<AmountKept>(balances, first, sums); break;
            case EntityRule.RetainedAmount: Tell<AmountRetained>(balances, first, sums); break;
            default: throw new InvalidOperationException($"{_rule} needs more than the balances at both edges.");
        }
    }

    private void Tell<TRule>(EdgeBalances balances, int first, Span<long> sums)
        where TRule : struct, IEdgeRule
    {
        ReadOnlySpan<int> opens = _open.AsSpan(first, sums.Length), closes = _close.AsSpan(first, sums.Length);
        long[] total = balances.Total, counted = balances.Counted;
        for (int i = 0; i < sums.Length; i++)
        {
            int open = opens[i], close = closes[i];
            sums[i] += TRule.NumberOf(total[open], total[close], counted[close] - counted[open]);
        }
    }

    private static bool LooksAtOpen(EntityRule rule) => rule != EntityRule.Joined;
}
