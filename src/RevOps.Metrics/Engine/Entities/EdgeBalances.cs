namespace RevOps.Metrics;

/// <summary>The balances at the edges of spans of an entity that is in one cell all the time, as nearly all are: the few edges at which they change.</summary>
/// <remarks>The balance after a span stands at the edge after it, so that at the edge before all spans it is zero.</remarks>
internal sealed class EdgeBalances(int spans)
{
    private readonly EdgeBalance[] _changes = new EdgeBalance[spans + 1];
    private int _count;

    /// <summary>The balances from each edge on at which they change, in the order of the edges.</summary>
    public ReadOnlySpan<EdgeBalance> Changes => _changes.AsSpan(0, _count);

    /// <summary>Begins another entity.</summary>
    public void Clear() => _count = 0;

    /// <summary>Adds a row; rows come in the order of their spans.</summary>
    /// <param name="span">The span in which it lies.</param>
    /// <param name="value">What it changes.</param>
    /// <param name="isCounted">Whether it changes the amount at the close of a window that it lies in.</param>
    public void Add(int span, long value, bool isCounted)
    {
        EdgeBalance last = _count == 0 ? default : _changes[_count - 1];
        // No edge is 0 but the one before all spans.
        if (last.Edge != span + 1) _count++;
        _changes[_count - 1] = new EdgeBalance(span + 1, last.Total + value, last.Counted + (isCounted ? value : 0));
    }

    /// <summary>The whole balance at an edge.</summary>
    public long At(int edge)
    {
        int change = _count - 1;
        while (change >= 0 && _changes[change].Edge > edge) change--;
        return change < 0 ? 0 : _changes[change].Total;
    }

    /// <summary>Adds the changes to the sums at each edge of a cell.</summary>
    public void AddTo(EdgeSums sums, int cell)
    {
        long before = 0;
        foreach (EdgeBalance change in Changes)
        {
            sums.Add(cell, change.Edge, before, change.Total);
            before = change.Total;
        }
    }
}
