namespace RevOps.Metrics;

/// <summary>The spans of days into which the edges of some windows cut time; the first one reaches back for ever.</summary>
internal sealed class TimeSpans
{
    /// <summary>The most days of which each has its span in a table; the days of longer spans are searched for.</summary>
    private const int MostDays = 1 << 18;

    private readonly int[] _edges;
    private readonly int[] _ofDay;

    public TimeSpans(IEnumerable<DateWindow> windows)
    {
        SortedSet<int> edges = [];
        foreach (DateWindow window in windows)
        {
            if (window.From is { } from) edges.Add(DayNumber.Of(from));
            edges.Add(DayNumber.Of(window.To));
        }

        _edges = [.. edges];
        _ofDay = _edges.Length > 0 && (long)_edges[^1] - _edges[0] <= MostDays ? SpansByDay() : [];
    }

    /// <summary>The number of spans that end at some window's edge.</summary>
    public int Count => _edges.Length;

    /// <summary>The span of a day; -1 for a day after all windows.</summary>
    public int Of(int day)
    {
        if (_ofDay.Length > 0)
        {
            if (day < _edges[0]) return 0;
            return day < _edges[^1] ? _ofDay[day - _edges[0]] : -1;
        }

        int index = Array.BinarySearch(_edges, day);
        int span = index >= 0 ? index + 1 : ~index;
        return span < _edges.Length ? span : -1;
    }

    /// <summary>The spans of a window, from the first to the one after the last.</summary>
    public (int First, int End) Of(DateWindow window) =>
        (window.From is { } from ? EdgeOf(DayNumber.Of(from)) + 1 : 0, EdgeOf(DayNumber.Of(window.To)) + 1);

    private int[] SpansByDay()
    {
        int[] ofDay = new int[_edges[^1] - _edges[0]];
        for (int edge = 1; edge < _edges.Length; edge++) Array.Fill(ofDay, edge, _edges[edge - 1] - _edges[0], _edges[edge] - _edges[edge - 1]);
        return ofDay;
    }

    private int EdgeOf(int day) => Array.BinarySearch(_edges, day);
}
