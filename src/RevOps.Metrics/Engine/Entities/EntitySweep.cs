namespace RevOps.Metrics;

/// <summary>Counts entities, or sums their balances, by what each has at the edges of windows.</summary>
/// <remarks>
/// An entity's balance in a cell is the running sum of its rows there; as what moves to another cell leaves the old one, a dimension with one
/// value an entity has the whole balance in one cell at a time, so the cell an entity was in before a window is where its balance was.
/// Measures that differ in their rule alone are told together. Entities stand one after the other, so several threads take some each. One that is
/// in one cell all the time is told from its balances at the edges (<see cref="EdgeBalances"/>), any other, and rules about days within a window,
/// from its history.
/// </remarks>
internal sealed class EntitySweep
{
    /// <summary>The fewest rows that are worth another thread.</summary>
    private const int LeastRows = 1 << 15;

    /// <summary>The most sums of which each thread has its own.</summary>
    private const int MostSums = 1 << 22;

    private readonly CellIndex _cells;
    private readonly TimeSpans _spans;
    private readonly EntityRows _rows;
    private readonly DayNumbers _days;
    private readonly int[]? _spanOf;
    private readonly WholeNumbers _values;
    private readonly RowFilter _filter, _within;

    private EntitySweep(FactTable table, CellIndex cells, (EntityColumn Entity, ValueColumn Balance, DateColumn Date) columns, TimeSpans spans, RowFilter filter, RowFilter within)
    {
        (_cells, _spans, _filter, _within) = (cells, spans, filter, within);
        (_rows, _days, _values) = (table[columns.Entity], table[columns.Date], table[columns.Balance]);
        _spanOf = _days.Narrow is null ? null : spans.ByDistance(_days);
    }

    /// <summary>Counts, or sums balances of, entities by the rules of some measures that are alike in all else.</summary>
    public static void Run(
        FactTable table, CellIndex cells, IReadOnlyList<(EntityMeasure Measure, IReadOnlyList<(int Request, DateWindow Window)> Requests)> measures, MeasureTable result)
    {
        EntityMeasure alike = measures[0].Measure;
        TimeSpans spans = new(measures.SelectMany(measure => measure.Requests).Select(request => request.Window));
        EntitySweep sweep = new(
            table, cells, (alike.Entity, alike.Balance, alike.Date), spans, new RowFilter(table, alike.Where), new RowFilter(table, alike.WithinWhere));
        AskedRules asked = new(from measure in measures from request in measure.Requests select (measure.Measure.Rule, spans.Of(request.Window), request.Request), spans.Count);
        int threads = (long)cells.Cells.Count * asked.Slots > MostSums ? 1 : Math.Clamp(table.Rows / LeastRows, 1, Environment.ProcessorCount);
        (long[] Sums, bool[] Seen)[] parts = [.. Enumerable.Range(0, threads).Select(_ => (new long[cells.Cells.Count * asked.Slots], new bool[cells.Cells.Count]))];
        Split.Run(sweep._rows.Count, threads, (part, first, end) => sweep.Tell(first, end, asked, parts[part].Sums, parts[part].Seen));
        foreach ((long[] sums, bool[] seen) in parts)
        {
            for (int cell = 0; cell < seen.Length; cell++)
            {
                if (seen[cell]) asked.AddTo(result.NumbersOf(cells.Cells[cell], asked.Requests[0]), sums.AsSpan(cell * asked.Slots, asked.Slots));
            }
        }
    }

    /// <summary>The largest balances at the close. All of a cell are gathered first: one number an entity is less than its rows were.</summary>
    public static void Run(FactTable table, CellIndex cells, TopMeasure measure, IReadOnlyList<(int Request, DateWindow Window)> requests, MeasureTable result)
    {
        TimeSpans spans = new(requests.Select(request => request.Window));
        EntitySweep sweep = new(table, cells, (measure.Entity, measure.Balance, measure.Date), spans, new RowFilter(table, measure.Where), new RowFilter(table, []));
        int[] closes = [.. requests.Select(request => spans.Of(request.Window).End - 1)];
        Dictionary<(int Cell, int Index), List<long>> balances = [];
        bool[] seen = new bool[cells.Cells.Count];
        EntityHistory history = new(spans.Count);
        for (int entity = 0; entity < sweep._rows.Count; entity++)
        {
            sweep.Read(entity, history, seen);
            for (int i = 0; i < closes.Length; i++)
            {
                foreach ((int cell, long balance) in history.At(closes[i]))
                {
                    if (!balances.TryGetValue((cell, i), out List<long>? inCell)) balances[(cell, i)] = inCell = [];
                    inCell.Add(balance);
                }
            }
        }

        for (int i = 0; i < closes.Length; i++)
        {
            for (int cell = 0; cell < seen.Length; cell++)
            {
                if (seen[cell]) result.Add(cells.Cells[cell], requests[i].Request, balances.GetValueOrDefault((cell, i)) ?? []);
            }
        }
    }

    /// <summary>Tells the rules of some entities.</summary>
    private void Tell(int first, int end, AskedRules asked, long[] sums, bool[] seen)
    {
        EdgeBalances balances = new(_spans.Count);
        EntityHistory history = new(_spans.Count);
        for (int entity = first; entity < end; entity++)
        {
            bool isInOneCell = TryRead(entity, balances, out int cell);
            if (isInOneCell && cell >= 0)
            {
                seen[cell] = true;
                foreach (RuleWindows rule in asked.OfEdges) rule.Tell(balances, sums.AsSpan(cell * asked.Slots, asked.Slots));
            }

            if (isInOneCell && (cell < 0 || asked.OfDays.Length == 0)) continue;
            Read(entity, history, seen);
            foreach ((EntityRule rule, (int, int) window, int slot) in isInOneCell ? asked.OfDays : asked.All) history.Tell(rule, window, slot, sums, asked.Slots);
        }
    }

    /// <summary>Reads the balances of an entity in one cell, or in none that is asked for; false where it moves between cells.</summary>
    private bool TryRead(int entity, EdgeBalances balances, out int cell)
    {
        cell = -1;
        balances.Clear();
        bool isFirst = true;
        for (int place = _rows.Starts[entity]; place < _rows.Starts[entity + 1]; place++)
        {
            int row = _rows[place], span = SpanOf(row);
            if (span == _spans.Count || !_filter.Takes(row)) continue;
            if (isFirst) (cell, isFirst) = (_cells[row], false);
            else if (_cells[row] != cell) return false;
            balances.Add(span, _values[row], _within.Takes(row));
        }

        balances.End();
        return true;
    }

    /// <summary>Reads the history of an entity, and marks the cells that it has rows in.</summary>
    private void Read(int entity, EntityHistory history, bool[] seen)
    {
        history.Clear();
        for (int place = _rows.Starts[entity]; place < _rows.Starts[entity + 1]; place++)
        {
            int row = _rows[place], span = SpanOf(row);
            if (span == _spans.Count || !_filter.Takes(row)) continue;
            int cell = _cells[row];
            history.Add(cell, _days[row], span, _values[row], _within.Takes(row));
            if (cell >= 0) seen[cell] = true;
        }

        history.End();
    }

    private int SpanOf(int row) => _spanOf is null ? _spans.Of(_days[row]) : _spanOf[_days.Narrow![row]];
}
