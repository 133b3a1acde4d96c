namespace RevOps.Metrics;

/// <summary>The rules that one sweep over entities tells, each over its windows, and a place for the sum of each.</summary>
internal sealed class AskedRules
{
    /// <param name="asked">Each rule with a window, as the spans from the first to the one after the last, and the request that asks for it.</param>
    /// <param name="spans">How many spans there are.</param>
    public AskedRules(IEnumerable<(EntityRule Rule, (int First, int End) Window, int Request)> asked, int spans)
    {
        List<RuleWindows> ofEdges = [];
        List<int> requests = [];
        List<(EntityRule, (int, int), int)> all = [], ofDays = [];
        foreach (var alike in asked.GroupBy(one => one.Rule))
        {
            // The edge before a span has the span's number, and that after it the next one.
            RuleWindows windows = new(alike.Key, alike.Select(one => (one.Window.First, one.Window.End, one.Request)), requests.Count, spans);
            var windowOf = alike.ToDictionary(one => one.Request, one => one.Window);
            foreach (int request in windows.Requests)
            {
                (RuleWindows.CanTell(alike.Key) ? all : ofDays).Add((alike.Key, windowOf[request], requests.Count));
                requests.Add(request);
            }

            if (RuleWindows.CanTell(alike.Key)) ofEdges.Add(windows);
        }

        (OfEdges, OfDays, All, Requests) = ([.. ofEdges], [.. ofDays], [.. all, .. ofDays], [.. requests]);
    }

    /// <summary>The rules that balances at edges tell.</summary>
    public RuleWindows[] OfEdges { get; }

    /// <summary>The rules, with their windows and places, that need what happened on the days within a window.</summary>
    public (EntityRule Rule, (int First, int End) Window, int Slot)[] OfDays { get; }

    /// <summary>All of them.</summary>
    public (EntityRule Rule, (int First, int End) Window, int Slot)[] All { get; }

    /// <summary>The request of each place.</summary>
    public int[] Requests { get; }

    /// <summary>How many places a cell needs.</summary>
    public int Slots => Requests.Length;

    /// <summary>Adds the sums of a cell to the numbers of its requests.</summary>
    public void AddTo(long[] numbers, ReadOnlySpan<long> sums)
    {
        for (int slot = 0; slot < sums.Length; slot++) numbers[Requests[slot]] += sums[slot];
    }
}
