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
        int[] spanOf = new int[days.Distances], first = FirstDistances(days);
        for (int span = 0; span <= Count; span++) Array.Fill(spanOf, span, first[span], first[span + 1] - first[span]);
        return spanOf;
    }

    /// <summary>The first distance of each span among a column's narrow days, that of the days after all windows, and the one after the last.</summary>
    public int[] FirstDistances(DayNumbers days)
    {
        // A span reaches to its edge, without it; distance 0 is before all edges, and an unknown day after them.
        return [0, .. _edges.Select(edge => (int)Math.Clamp((long)edge - days.DayOf(1) + 1, 1, days.Distances - 1)), days.Distances];
    }

    private int EdgeOf(int day) => Array.BinarySearch(_edges, day);
}
