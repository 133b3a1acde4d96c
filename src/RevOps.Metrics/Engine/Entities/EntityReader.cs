namespace RevOps.Metrics;

/// <summary>Reads the rows of entities that count, one entity at a time.</summary>
internal sealed class EntityReader
{
    private readonly CellIndex _cells;
    private readonly TimeSpans _spans;
    private readonly DayNumbers _days;
    private readonly int[]? _spanOf;
    private readonly WholeNumbers _values;
    private readonly RowFilter? _filter, _within;

    public EntityReader(
        FactTable table, CellIndex cells, (EntityColumn Entity, ValueColumn Balance, DateColumn Date) columns, TimeSpans spans, RowFilter filter, RowFilter within)
    {
        (_cells, _spans) = (cells, spans);
        (Rows, _days, _values) = (table[columns.Entity], table[columns.Date], table[columns.Balance]);
        _spanOf = _days.Narrow is null ? null : spans.ByDistance(_days);
        _filter = filter.TakesAll ? null : filter;
        _within = within.TakesAll ? null : within;
    }

    /// <summary>The rows of each entity.</summary>
    public EntityRows Rows { get; }

    /// <summary>The one cell that an entity is in: -1 where it has no row that counts, or none in a cell asked for. False where it moves between cells.</summary>
    public bool TryCellOf(int entity, out int cell)
    {
        cell = -1;
        bool isFirst = true;
        (int start, int end) = Rows.Of(entity);
        for (int place = start; place < end; place++)
        {
            int row = Rows[place];
            if (!Takes(row, out _)) continue;
            if (isFirst) (cell, isFirst) = (_cells[row], false);
            else if (_cells[row] != cell) return false;
        }

        return true;
    }

    /// <summary>Reads the balances of an entity that is in one cell.</summary>
    public void Read(int entity, int cell, EdgeBalances balances, EdgeSums? sums, bool keepsEdges)
    {
        balances.Clear();
        (int start, int end) = Rows.Of(entity);
        for (int place = start; place < end; place++)
        {
            int row = Rows[place];
            if (Takes(row, out int span)) balances.Add(span, _values[row], _within?.Takes(row) ?? true, sums, cell, keepsEdges);
        }

        balances.End(sums, cell, keepsEdges);
    }

    /// <summary>Reads the history of an entity, and marks the cells that it has rows in.</summary>
    public void Read(int entity, EntityHistory history, bool[] seen)
    {
        history.Clear();
        (int start, int end) = Rows.Of(entity);
        for (int place = start; place < end; place++)
        {
            int row = Rows[place];
            if (!Takes(row, out int span)) continue;
            int cell = _cells[row];
            history.Add(cell, _days[row], span, _values[row], _within?.Takes(row) ?? true);
            if (cell >= 0) seen[cell] = true;
        }

        history.End();
    }

    private bool Takes(int row, out int span)
    {
        span = _spanOf is { } spanOf ? spanOf[_days.Narrow![row]] : _spans.Of(_days[row]);
        return span < _spans.Count && _filter?.Takes(row) != false;
    }
}
