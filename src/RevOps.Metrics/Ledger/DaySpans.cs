namespace RevOps.Metrics;

/// <summary>A set of days: half-open spans, in order and apart from each other.</summary>
internal sealed class DaySpans
{
    private readonly List<(int From, int To)> _spans = [];

    /// <summary>All days of some spans, which may overlap.</summary>
    public DaySpans(IEnumerable<(int From, int To)> spans)
    {
        foreach ((int from, int to) in spans.Where(span => span.From < span.To).Order())
        {
            if (_spans.Count > 0 && from <= _spans[^1].To) _spans[^1] = (_spans[^1].From, Math.Max(_spans[^1].To, to));
            else _spans.Add((from, to));
        }
    }

    /// <summary>Its days within a span.</summary>
    public IEnumerable<(int From, int To)> Within(int first, int end) =>
        from span in _spans
        let part = (From: Math.Max(span.From, first), To: Math.Min(span.To, end))
        where part.From < part.To
        select part;

    /// <summary>The days of a span that are not its own.</summary>
    public IEnumerable<(int From, int To)> Without(int first, int end)
    {
        foreach ((int taken, int after) in Within(first, end))
        {
            if (first < taken) yield return (first, taken);
            first = after;
        }

        if (first < end) yield return (first, end);
    }
}
