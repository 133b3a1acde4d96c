namespace RevOps.Metrics;

/// <summary>The balances at the edges of spans of an entity that is in one cell all the time, as nearly all are.</summary>
/// <remarks>
/// The balance after a span stands one place behind it, so that the place before all spans is zero. Rules that look at one edge alone are sums over
/// the edges of what each entity changes there, and need no look at each window (<see cref="EdgeSums"/>); for the others the balances are kept by edge.
/// </remarks>
internal sealed class EdgeBalances(int spans)
{
    private readonly long[] _total = new long[spans + 1], _counted = new long[spans + 1];
    private long _running, _runningCounted, _told;
    private int _filled, _lastEdge;

    /// <summary>The whole balance at each edge; at place 0 that before all spans.</summary>
    public long[] Total => _total;

    /// <summary>The part of it that counts within windows.</summary>
    public long[] Counted => _counted;

    /// <summary>The first edge after a row.</summary>
    public int FirstEdge { get; private set; }

    /// <summary>The last edge at which there is a balance above zero; -1 where there is none at any.</summary>
    public int LastPositive { get; private set; }

    /// <summary>Begins another entity.</summary>
    public void Clear()
    {
        (_running, _runningCounted, _told, _filled, _lastEdge) = (0, 0, 0, 0, 0);
        (FirstEdge, LastPositive) = (int.MaxValue, -1);
    }

    /// <summary>Adds a row; rows come in the order of their spans.</summary>
    /// <param name="span">The span in which it lies.</param>
    /// <param name="value">What it changes.</param>
    /// <param name="isCounted">Whether it changes the amount at the close of a window that it lies in.</param>
    /// <param name="sums">The sums by edge; null where no rule needs them.</param>
    /// <param name="cell">The entity's cell.</param>
    /// <param name="keepsEdges">Whether a rule needs the balance at each edge.</param>
    public void Add(int span, long value, bool isCounted, EdgeSums? sums, int cell, bool keepsEdges)
    {
        int edge = span + 1;
        if (edge != _lastEdge)
        {
            sums?.Tell(cell, _lastEdge, ref _told, _running);
            if (keepsEdges) FillTo(span);
            _lastEdge = edge;
            FirstEdge = Math.Min(FirstEdge, edge);
        }

        _running += value;
        if (isCounted) _runningCounted += value;
    }

    /// <summary>To be called after the last row.</summary>
    public void End(EdgeSums? sums, int cell, bool keepsEdges)
    {
        sums?.Tell(cell, _lastEdge, ref _told, _running);
        if (keepsEdges) FillTo(spans);
    }

    /// <summary>The balance stays as it is until a span.</summary>
    private void FillTo(int span)
    {
        if (_filled > span) return;
        _total.AsSpan(_filled, span + 1 - _filled).Fill(_running);
        _counted.AsSpan(_filled, span + 1 - _filled).Fill(_runningCounted);
        _filled = span + 1;
        if (_running > 0) LastPositive = span;
    }
}
