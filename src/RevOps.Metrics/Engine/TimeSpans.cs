namespace RevOps.Metrics;

/// <summary>The spans of days into which the edges of some windows cut time; the first one reaches back for ever.</summary>
internal sealed class TimeSpans
{
    private readonly int[] _edges;

    public TimeSpans(IEnumerable<DateWindow> windows)
    {
        SortedSet<int> edges = [];
        foreach (DateWindow window in windows)
        {
            if (window.From is { } from) edges.Add(DayNumber.Of(from));
            edges.Add(DayNumber.Of(window.To));
        }

        _edges = [.. edges];
    }

    /// <summary>The number of spans that end at some window's edge.</summary>
    public int Count => _edges.Length;

    /// <summary>The span of a day; -1 for a day after all windows.</summary>
    public int Of(int day)
    {
        int index = Array.BinarySearch(_edges, day);
        int span = index >= 0 ? index + 1 : ~index;
        return span < _edges.Length ? span : -1;
    }

    /// <summary>The spans of a window, from the first to the one after the last.</summary>
    public (int First, int End) Of(DateWindow window) =>
        (window.From is { } from ? EdgeOf(DayNumber.Of(from)) + 1 : 0, EdgeOf(DayNumber.Of(window.To)) + 1);

    private int EdgeOf(int day) => Array.BinarySearch(_edges, day);
}
