namespace RevOps.Metrics;

/// <summary>The rules that one sweep over entities tells, each over its windows, and a place for the sum of each.</summary>
internal sealed class AskedRules
{
    private readonly int _spans;
    private readonly int[] _slotOf;

    /// <param name="asked">Each rule with a window, as the spans from the first to the one after the last, and the request that asks for it.</param>
    /// <param name="spans">How many spans there are.</param>
    /// <param name="layout">Where the answers stand.</param>
    public AskedRules(IEnumerable<(EntityRule Rule, (int First, int End) Window, int Request)> asked, int spans, MeasureLayout layout)
    {
        _spans = spans;
        List<RuleWindows> ofBothEdges = [];
        List<AskedRule> all = [];
        foreach (var alike in asked.GroupBy(one => one.Rule))
        {
            int slot = all.Count;
            if (!RuleWindows.CanTell(alike.Key))
            {
                all.AddRange(alike.Select((one, i) => new AskedRule(one.Rule, one.Window, one.Request, slot + i)));
                continue;
            }

            // The edge before a span has the span's number, and that after it the next one.
            RuleWindows windows = new(alike.Key, alike.Select(one => (one.Window.First, one.Window.End, one.Request)), slot, spans);
            var windowOf = alike.ToDictionary(one => one.Request, one => one.Window);
            all.AddRange(windows.Requests.Select((request, i) => new AskedRule(alike.Key, windowOf[request], request, slot + i)));
            ofBothEdges.Add(windows);
        }

        All = [.. all];
        _slotOf = [.. all.Select(one => layout.SlotOf(one.Request))];
        OfBothEdges = [.. ofBothEdges];
        OfOneEdge = [.. all.Where(one => EdgeSums.CanTell(one.Rule))];
        OfDays = [.. all.Where(one => !EdgeSums.CanTell(one.Rule) && !RuleWindows.CanTell(one.Rule))];
    }

    /// <summary>All of them, each at its place.</summary>
    public AskedRule[] All { get; }

    /// <summary>Those that look at one edge alone.</summary>
    public AskedRule[] OfOneEdge { get; }

    /// <summary>Those that look at the balances at both edges.</summary>
    public RuleWindows[] OfBothEdges { get; }

    /// <summary>Those that need what happened on the days within a window.</summary>
    public AskedRule[] OfDays { get; }

    /// <summary>Room for the sums at each edge; null where no rule needs them.</summary>
    public EdgeSums? NewEdgeSums(int cells) => OfOneEdge.Length == 0 ? null : new EdgeSums(cells, _spans + 1);

    /// <summary>Adds the sums of a cell to the numbers of its requests.</summary>
    /// <param name="numbers">The numbers of the cell in the answer.</param>
    /// <param name="sums">The sums by place.</param>
    /// <param name="edges">The sums at each edge.</param>
    /// <param name="cell">The cell.</param>
    public void AddTo(long[] numbers, ReadOnlySpan<long> sums, EdgeSums? edges, int cell)
    {
        for (int slot = 0; slot < sums.Length; slot++) numbers[_slotOf[slot]] += sums[slot];
        if (edges is null) return;
        (long[] counts, long[] amounts) = edges.Of(cell);
        foreach (AskedRule one in OfOneEdge)
        {
            numbers[_slotOf[one.Slot]] += (one.Rule == EntityRule.OpeningAmount ? amounts : counts)[one.Rule == EntityRule.PositiveAtClose ? one.Window.End : one.Window.First];
        }
    }
}
