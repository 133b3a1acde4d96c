namespace RevOps.Metrics;

/// <summary>The balances at the edges of spans of an entity that is in one cell all the time, as nearly all are.</summary>
/// <remarks>
/// The balance after a span stands one place behind it, so that the place before all spans is zero. An entity is a few edges at which its balance
/// changes; rules that look at one edge alone need no more (<see cref="EdgeSums"/>), for the others the balance is spread over all edges.
/// </remarks>
internal sealed class EdgeBalances(int spans)
{
    private readonly int[] _edges = new int[spans + 1];
    private readonly long[] _totals = new long[spans + 1], _counts = new long[spans + 1];
    private readonly long[] _total = new long[spans + 1], _counted = new long[spans + 1];
    private int _changes;

    /// <summary>The whole balance at each edge from the first change on.</summary>
    public long[] Total => _total;

    /// <summary>The part of it that counts within windows.</summary>
    public long[] Counted => _counted;

    /// <summary>The first edge after a row.</summary>
    public int FirstEdge => _changes == 0 ? int.MaxValue : _edges[0];

    /// <summary>The last edge at which there is a balance above zero; -1 where there is none at any.</summary>
    public int LastPositive { get; private set; }

    /// <summary>Begins another entity.</summary>
    public void Clear() => (_changes, LastPositive) = (0, -1);

    /// <summary>Adds a row; rows come in the order of their spans.</summary>
    /// <param name="span">The span in which it lies.</param>
    /// <param name="value">What it changes.</param>
    /// <param name="isCounted">Whether it changes the amount at the close of a window that it lies in.</param>
    public void Add(int span, long value, bool isCounted)
    {
        int last = _changes - 1;
        if (last < 0)
        {
            (_edges[0], _totals[0], _counts[0], _changes) = (span + 1, value, isCounted ? value : 0, 1);
        }
        else
        {
            int place = _edges[last] == span + 1 ? last : _changes++;
            _edges[place] = span + 1;
            _totals[place] = _totals[last] + value;
            _counts[place] = _counts[last] + (isCounted ? value : 0);
        }
    }

    /// <summary>Adds the changes to the sums at each edge of a cell.</summary>
    public void AddTo(EdgeSums sums, int cell)
    {
        long before = 0;
        for (int i = 0; i < _changes; i++)
        {
            sums.Add(cell, _edges[i], before, _totals[i]);
            before = _totals[i];
        }
    }

    /// <summary>Spreads the balances over all edges; to be called after the last row.</summary>
    public void Spread()
    {
        if (_changes == 0) return;
        Array.Clear(_total, 0, _edges[0]);
        Array.Clear(_counted, 0, _edges[0]);
        for (int i = 0; i < _changes; i++)
        {
            int edge = _edges[i], end = i + 1 < _changes ? _edges[i + 1] : spans + 1;
            _total.AsSpan(edge, end - edge).Fill(_totals[i]);
            _counted.AsSpan(edge, end - edge).Fill(_counts[i]);
            if (_totals[i] > 0) LastPositive = end - 1;
        }
    }
}
