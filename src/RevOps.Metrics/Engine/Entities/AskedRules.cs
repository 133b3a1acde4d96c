namespace RevOps.Metrics;

/// <summary>The rules that one sweep over entities tells, each over its windows, and a place for the sum of each.</summary>
internal sealed class AskedRules
{
    private readonly int _spans;
    private readonly int[] _slotOf, _slotOfOneEdge;

    /// <param name="asked">Each rule with a window, as the spans from the first to the one after the last, and the request that asks for it.</param>
    /// <param name="spans">How many spans there are.</param>
    /// <param name="layout">Where the answers stand.</param>
    public AskedRules(IEnumerable<(EntityRule Rule, (int First, int End) Window, int Request)> asked, int spans, MeasureLayout layout)
    {
        _spans = spans;
        List<RuleWindows> ofBothEdges = [];
        List<AskedRule> all = [];
        var rules = asked.GroupBy(one => one.Rule).ToLookup(rule => RuleWindows.CanTell(rule.Key));
        foreach (var one in rules[false].SelectMany(rule => rule)) all.Add(new AskedRule(one.Rule, one.Window, one.Request, Places++));
        // Rules over the same windows are told together. The edge before a span has the span's number, and that after it the next one.
        foreach (var alike in rules[true].GroupBy(rule => WindowsOf(rule)))
        {
            foreach (List<(int First, int End)> windows in RuleWindows.InRows(alike.Key, window => window))
            {
                List<(EntityRule, int)> slots = [];
                foreach (var rule in alike)
                {
                    slots.Add((rule.Key, Places));
                    all.AddRange(from one in rule let place = windows.IndexOf(one.Window) where place >= 0 select new AskedRule(one.Rule, one.Window, one.Request, Places + place));
                    Places += windows.Count + 1;
                }

                ofBothEdges.Add(new RuleWindows(windows, slots, spans));
            }
        }

        All = [.. all];
        _slotOf = [.. all.Select(one => layout.SlotOf(one.Request))];
        OfBothEdges = [.. ofBothEdges];
        OfOneEdge = [.. all.Where(one => EdgeSums.CanTell(one.Rule))];
        _slotOfOneEdge = [.. OfOneEdge.Select(one => layout.SlotOf(one.Request))];
        OfDays = [.. all.Where(one => !EdgeSums.CanTell(one.Rule) && !RuleWindows.CanTell(one.Rule))];
    }

    /// <summary>How many sums a cell has.</summary>
    public int Places { get; }

    /// <summary>All of them.</summary>
    public AskedRule[] All { get; }

    /// <summary>Those that look at one edge alone.</summary>
    public AskedRule[] OfOneEdge { get; }

    /// <summary>Those that look at the balances at both edges.</summary>
    public RuleWindows[] OfBothEdges { get; }

    /// <summary>Those that need what happened on the days within a window.</summary>
    public AskedRule[] OfDays { get; }

    /// <summary>Room for the sums at each edge; null where no rule needs them.</summary>
    public EdgeSums? NewEdgeSums(int cells) => OfOneEdge.Length == 0 ? null : new EdgeSums(cells, _spans + 1);

    private static ValueList<(int First, int End)> WindowsOf(IEnumerable<(EntityRule Rule, (int First, int End) Window, int Request)> asked) =>
        [.. asked.Select(one => one.Window).Distinct().Order()];

    /// <summary>Adds the sums of a cell to the numbers of its requests.</summary>
    /// <param name="numbers">The numbers of the cell in the answer.</param>
    /// <param name="sums">The sums by place; of rules that look at both edges, their differences from one window to the next.</param>
    /// <param name="edges">The sums at each edge.</param>
    /// <param name="cell">The cell.</param>
    public void AddTo(long[] numbers, Span<long> sums, EdgeSums? edges, int cell)
    {
        foreach (RuleWindows rules in OfBothEdges) rules.Accumulate(sums);
        for (int i = 0; i < All.Length; i++) numbers[_slotOf[i]] += sums[All[i].Slot];
        if (edges is null) return;
        (long[] counts, long[] amounts) = edges.Of(cell);
        for (int i = 0; i < OfOneEdge.Length; i++)
        {
            AskedRule one = OfOneEdge[i];
            numbers[_slotOfOneEdge[i]] += (one.Rule == EntityRule.OpeningAmount ? amounts : counts)[one.Rule == EntityRule.PositiveAtClose ? one.Window.End : one.Window.First];
        }
    }
}
