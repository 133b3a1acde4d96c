namespace RevOps.Metrics;

/// <summary>The balances of one entity at the end of each span, in each cell and as a whole, and what a rule makes of them.</summary>
/// <remarks>Rows come in the order of their days. One object serves all entities, one after the other.</remarks>
internal sealed class EntityHistory(int spans)
{
    private const int NoCell = -2;

    // One an entity in nearly all cases; the arrays are kept for the next entity.
    private readonly List<InCell> _inCells = [];
    private int _used;
    private readonly long[] _total = new long[spans];
    private readonly long[] _counted = new long[spans];
    private readonly bool[] _wasThere = new bool[spans];
    private readonly int[] _firstCell = new int[spans];
    private readonly bool[] _wasGone = new bool[spans];
    private int _day;
    private int _span;
    private long _running;

    public void Clear()
    {
        for (int i = 0; i < _used; i++) _inCells[i].Clear();
        _used = 0;
        Array.Clear(_wasThere);
        Array.Clear(_total);
        Array.Clear(_counted);
        Array.Clear(_wasGone);
        Array.Fill(_firstCell, NoCell);
        _span = -1;
        _running = 0;
    }

    /// <param name="cell">The row's cell; -1 for rows that the question leaves out, which still say that an entity only went elsewhere.</param>
    /// <param name="day">Its day.</param>
    /// <param name="span">The span of the day.</param>
    /// <param name="value">The change of the balance.</param>
    /// <param name="isCounted">Whether it changes the amount at the close of a window that it lies in.</param>
    public void Add(int cell, int day, int span, long value, bool isCounted)
    {
        if (_span >= 0 && day != _day) EndDay();
        (_day, _span) = (day, span);
        InCell inCell = In(cell);
        inCell.Sums[span] += value;
        inCell.Running += value;
        _running += value;
        _total[span] += value;
        if (isCounted) _counted[span] += value;
    }

    /// <summary>To be called after the last row: turns the changes into balances.</summary>
    public void End()
    {
        if (_span >= 0) EndDay();
        for (int i = 0; i < _used; i++) Accumulate(_inCells[i].Sums);
        Accumulate(_total);
        Accumulate(_counted);
    }

    /// <summary>Adds what the rule makes of the entity over a window to the sums by cell and slot.</summary>
    public void Tell(AskedRule asked, EntitySums sums)
    {
        (EntityRule rule, (int First, int End) window) = (asked.Rule, asked.Window);
        // A window open to the left has nothing before it.
        int open = window.First - 1, close = window.End - 1;
        bool wasThere = open >= 0 && _total[open] > 0, isThere = _total[close] > 0;
        switch (rule)
        {
            case EntityRule.PositiveAtClose or EntityRule.Joined when isThere && !(wasThere && rule == EntityRule.Joined):
                Put(close, 1, asked, sums);
                break;
            case EntityRule.PositiveAtOpen when wasThere:
            case EntityRule.Lost when wasThere && !isThere:
            case EntityRule.Retained when wasThere && isThere:
            case EntityRule.LostAndReturned when wasThere && isThere && _wasGone.AsSpan(window.First..window.End).Contains(true):
                Put(open, 1, asked, sums);
                break;
            case EntityRule.JoinedAndLost when !wasThere && !isThere && FirstCell(window) is >= 0 and var cell:
                sums.Add(cell, asked, 1);
                break;
            case EntityRule.OpeningAmount when wasThere:
            case EntityRule.LostAmount when wasThere && !isThere:
                Put(open, _total[open], asked, sums);
                break;
            case EntityRule.KeptAmount when wasThere && isThere:
                Put(open, Math.Min(_total[open], AmountAtClose(open, close)), asked, sums);
                break;
            case EntityRule.RetainedAmount when wasThere && isThere:
                Put(open, AmountAtClose(open, close), asked, sums);
                break;
            case EntityRule.ReturnedAmount when !wasThere && isThere && _wasThere.AsSpan(0, window.First).Contains(true):
                Put(close, AmountAtClose(open, close), asked, sums);
                break;
        }
    }

    /// <summary>Its balance at the end of a span, in each cell in which it has one.</summary>
    public IEnumerable<(int Cell, long Balance)> At(int edge) =>
        from inCell in _inCells.Take(_used)
        where inCell.Cell >= 0 && inCell.Sums[edge] > 0
        select (inCell.Cell, inCell.Sums[edge]);

    private long AmountAtClose(int open, int close) =>
        Math.Max(0, open < 0 ? _counted[close] : _total[open] + _counted[close] - _counted[open]);

    /// <summary>The cell in which it first had a balance at the end of a day of the window.</summary>
    private int FirstCell((int First, int End) window)
    {
        foreach (int cell in _firstCell.AsSpan(window.First..window.End))
        {
            if (cell != NoCell) return cell;
        }

        return NoCell;
    }

    /// <summary>Into the cells in which it has a balance at an edge: one, where the rule compares edges.</summary>
    private void Put(int edge, long number, AskedRule asked, EntitySums sums)
    {
        for (int i = 0; i < _used; i++)
        {
            InCell inCell = _inCells[i];
            if (inCell.Cell >= 0 && inCell.Sums[edge] > 0) sums.Add(inCell.Cell, asked, number);
        }
    }

    private void EndDay()
    {
        if (_running == 0) _wasGone[_span] = true;
        if (_running <= 0) return;
        _wasThere[_span] = true;
        if (_firstCell[_span] != NoCell) return;
        for (int i = 0; i < _used; i++)
        {
            if (_inCells[i].Running > 0) _firstCell[_span] = _inCells[i].Cell;
        }
    }

    private InCell In(int cell)
    {
        for (int i = 0; i < _used; i++)
        {
            if (_inCells[i].Cell == cell) return _inCells[i];
        }

        if (_used == _inCells.Count) _inCells.Add(new InCell(_total.Length));
        InCell next = _inCells[_used++];
        next.Cell = cell;
        return next;
    }

    private static void Accumulate(long[] changes)
    {
        for (int span = 1; span < changes.Length; span++) changes[span] += changes[span - 1];
    }

    /// <summary>What an entity has in one cell: the changes by span, then the balances at their ends, and the balance so far.</summary>
    private sealed class InCell(int spans)
    {
        public int Cell { get; set; }

        public long Running { get; set; }

        public long[] Sums { get; } = new long[spans];

        public void Clear()
        {
            Running = 0;
            Array.Clear(Sums);
        }
    }
}
