namespace RevOps.Metrics;

/// <summary>Some rules over the same windows, the later of which neither opens nor closes before an earlier one, and where the sums of each are kept.</summary>
/// <remarks>
/// The balance of an entity at the open changes with few of the windows, and so does that at the close: between two of these changes all windows see
/// the same. Such a run of windows is added as a difference, at its first window and with the other sign after its last one.
/// </remarks>
internal sealed class RuleWindows
{
    private readonly EntityRule[] _rules;
    private readonly int[] _slots, _firstByOpen, _firstByClose;
    private readonly int _windows;

    /// <param name="windows">The windows, each from the edge at which it opens to that at which it closes.</param>
    /// <param name="rules">The rules, each with the place of its first sum; after that of its last window one more is kept.</param>
    /// <param name="edges">The last edge.</param>
    public RuleWindows(IReadOnlyList<(int Open, int Close)> windows, IReadOnlyCollection<(EntityRule Rule, int Slot)> rules, int edges)
    {
        (_rules, _slots, _windows) = ([.. rules.Select(rule => rule.Rule)], [.. rules.Select(rule => rule.Slot)], windows.Count);
        (_firstByOpen, _firstByClose) = (FirstFrom([.. windows.Select(window => window.Open)], edges), FirstFrom([.. windows.Select(window => window.Close)], edges));
    }

    /// <summary>Whether a rule can be told from the balances at both edges alone.</summary>
    public static bool CanTell(EntityRule rule) =>
        rule is EntityRule.Joined or EntityRule.Lost or EntityRule.Retained or EntityRule.LostAmount or EntityRule.KeptAmount or EntityRule.RetainedAmount;

    /// <summary>Puts windows into rows of such as follow each other: in each the later one neither opens nor closes before the earlier one.</summary>
    public static IReadOnlyList<List<T>> InRows<T>(IEnumerable<T> windows, Func<T, (int Open, int Close)> edgesOf)
    {
        List<List<T>> rows = [];
        foreach (T window in windows.OrderBy(edgesOf))
        {
            List<T>? row = rows.Find(row => edgesOf(row[^1]).Close <= edgesOf(window).Close);
            if (row is null) rows.Add([window]);
            else row.Add(window);
        }

        return rows;
    }

    /// <summary>Adds what the rules make of an entity to the differences of its cell.</summary>
    public void Tell(EdgeBalances balances, Span<long> differences)
    {
        ReadOnlySpan<EdgeBalance> changes = balances.Changes;
        EdgeBalance open = default, close = default;
        int ofOpen = 0, ofClose = 0;
        // Windows that close before its first row see nothing of an entity.
        for (int first = changes.Length == 0 ? _windows : _firstByClose[changes[0].Edge], end; first < _windows; first = end)
        {
            while (ofClose < changes.Length && _firstByClose[changes[ofClose].Edge] <= first) close = changes[ofClose++];
            while (ofOpen < changes.Length && _firstByOpen[changes[ofOpen].Edge] <= first) open = changes[ofOpen++];
            end = ofClose < changes.Length ? _firstByClose[changes[ofClose].Edge] : _windows;
            if (ofOpen < changes.Length) end = Math.Min(end, _firstByOpen[changes[ofOpen].Edge]);
            if (open.Total <= 0 && close.Total <= 0) continue;
            for (int rule = 0; rule < _rules.Length; rule++)
            {
                long number = NumberOf(_rules[rule], open.Total, close.Total, close.Counted - open.Counted);
                if (number == 0) continue;
                differences[_slots[rule] + first] += number;
                differences[_slots[rule] + end] -= number;
            }
        }
    }

    /// <summary>Turns the differences of a cell into sums.</summary>
    public void Accumulate(Span<long> differences)
    {
        foreach (int slot in _slots)
        {
            for (int place = slot + 1; place < slot + _windows; place++) differences[place] += differences[place - 1];
        }
    }

    /// <summary>What an entity adds.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="open">The balance before the window.</param>
    /// <param name="close">The balance at its end.</param>
    /// <param name="change">What the rows within that count have changed.</param>
    private static long NumberOf(EntityRule rule, long open, long close, long change) => rule switch
    {
        EntityRule.Joined => open <= 0 && close > 0 ? 1 : 0,
        EntityRule.Lost => open > 0 && close <= 0 ? 1 : 0,
        EntityRule.Retained => open > 0 && close > 0 ? 1 : 0,
        EntityRule.LostAmount => open > 0 && close <= 0 ? open : 0,
        EntityRule.KeptAmount => open > 0 && close > 0 ? Math.Min(open, Math.Max(0, open + change)) : 0,
        EntityRule.RetainedAmount => open > 0 && close > 0 ? Math.Max(0, open + change) : 0,
        _ => throw new InvalidOperationException($"{rule} needs more than the balances at both edges."),
    };

    /// <summary>For each edge the first of some windows, in the order of an edge of theirs, that has it or a later one.</summary>
    private static int[] FirstFrom(int[] edgesOfWindows, int edges)
    {
        int[] first = new int[edges + 1];
        for (int edge = 0, window = 0; edge < first.Length; edge++)
        {
            while (window < edgesOfWindows.Length && edgesOfWindows[window] < edge) window++;
            first[edge] = window;
        }

        return first;
    }
}
