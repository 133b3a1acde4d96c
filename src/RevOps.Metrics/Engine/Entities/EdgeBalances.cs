namespace RevOps.Metrics;

/// <summary>The balances at the edges of spans of an entity that is in one cell all the time, as nearly all are.</summary>
/// <remarks>
/// The balance after a span stands one place behind it, so that the place before all spans is zero. Where the balances of <see cref="EntityHistory"/>
/// are kept for each cell and each day, these are two numbers a span, filled as the rows come.
/// </remarks>
internal sealed class EdgeBalances(int spans)
{
    private readonly long[] _total = new long[spans + 1], _counted = new long[spans + 1];
    private long _running, _runningCounted;
    private int _filled;

    /// <summary>The whole balance at each edge; at place 0 that before all spans.</summary>
    public long[] Total => _total;

    /// <summary>The part of it that counts within windows.</summary>
    public long[] Counted => _counted;

    /// <summary>The first edge after a row.</summary>
    public int FirstEdge { get; private set; }

    /// <summary>The last edge at which there is a balance above zero; -1 where there is none at any.</summary>
    public int LastPositive { get; private set; }

    public void Clear()
    {
        (_running, _runningCounted, _filled) = (0, 0, 0);
        (FirstEdge, LastPositive) = (int.MaxValue, -1);
    }

    /// <summary>Adds a row; rows come in the order of their spans.</summary>
    public void Add(int span, long value, bool isCounted)
    {
        FillTo(span);
        FirstEdge = Math.Min(FirstEdge, span + 1);
        _running += value;
        if (isCounted) _runningCounted += value;
    }

    /// <summary>To be called after the last row.</summary>
    public void End() => FillTo(spans);

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
