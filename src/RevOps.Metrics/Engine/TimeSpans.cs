namespace RevOps.Metrics;

/// <summary>The spans of days into which the edges of some windows cut time; the first one reaches back for ever.</summary>
internal sealed class TimeSpans
{
    private readonly int[] _edges;

    public TimeSpans(IEnumerable<DateWindow> windows)
    {
        HashSet<int> edges = [];
        foreach (DateWindow window in windows)
        {
            if (window.From is { } from) edges.Add(DayNumber.Of(from));
            edges.Add(DayNumber.Of(window.To));
        }

        _edges = [.. edges];
        Array.Sort(_edges);
    }

    /// <summary>The number of spans that end at some window's edge.</summary>
    public int Count => _edges.Length;

    /// <summary>The span of a day; <see cref="Count"/> for a day after all windows.</summary>
    public int Of(int day)
    {
        int index = Array.BinarySearch(_edges, day);
        return index >= 0 ? index + 1 : ~index;
    }

    /// <summary>The spans of a window, from the first to the one after the last.</summary>
    public (int First, int End) Of(DateWindow window) =>
        (window.From is { } from ? EdgeOf(DayNumber.Of(from)) + 1 : 0, EdgeOf(DayNumber.Of(window.To)) + 1);

    /// <summary>The span of each distance of a column's narrow days; <see cref="Count"/> for days after all windows.</summary>
    public int[] ByDistance(DayNumbers days)
    {
        int[] spanOf = new int[days.Distances];
        int known = spanOf.Length - 1, first = 0;
        for (int span = 0; span < Count && first < known; span++)
        {
            // The span reaches to the edge, without it; distance 0 is before all edges.
            long distance = Math.Clamp((long)_edges[span] - days.DayOf(1) + 1, 1, known);
            Array.Fill(spanOf, span, first, (int)distance - first);
            first = (int)distance;
        }

        Array.Fill(spanOf, Count, first, spanOf.Length - first);
        return spanOf;
    }

    private int EdgeOf(int day) => Array.BinarySearch(_edges, day);
}
