namespace RevOps.Metrics;

/// <summary>Counts entities, or sums their balances, by what each has at the edges of windows.</summary>
/// <remarks>
/// An entity's balance in a cell is the running sum of its rows there; as what moves to another cell leaves the old one, a dimension with one
/// value an entity has the whole balance in one cell at a time, so the cell an entity was in before a window is where its balance was.
/// Measures that differ in their rule alone are told together. Entities stand one after the other, so several threads take some each.
/// </remarks>
internal sealed class EntitySweep
{
    /// <summary>The fewest rows that are worth another thread.</summary>
    private const int LeastRows = 1 << 15;

    /// <summary>The most sums of which each thread has its own.</summary>
    private const int MostSums = 1 << 22;

    private readonly CellIndex _cells;
    private readonly TimeSpans _spans;
    private readonly int[] _entities, _days;
    private readonly int[]? _order;
    private readonly long[] _values;
    private readonly RowFilter _filter, _within;

    private EntitySweep(FactTable table, CellIndex cells, (EntityColumn Entity, ValueColumn Balance, DateColumn Date) columns, TimeSpans spans, RowFilter filter, RowFilter within)
    {
        (_cells, _spans, _filter, _within) = (cells, spans, filter, within);
        (_entities, _days, _values) = (table[columns.Entity], table[columns.Date], table[columns.Balance]);
        _order = table.OrderBy(columns.Entity);
    }

    /// <summary>Counts, or sums balances of, entities by the rules of some measures that are alike in all else.</summary>
    public static void Run(
        FactTable table, CellIndex cells, IReadOnlyList<(EntityMeasure Measure, IReadOnlyList<(int Request, DateWindow Window)> Requests)> measures, MeasureTable result)
    {
        EntityMeasure alike = measures[0].Measure;
        TimeSpans spans = new(measures.SelectMany(measure => measure.Requests).Select(request => request.Window));
        EntitySweep sweep = new(
            table, cells, (alike.Entity, alike.Balance, alike.Date), spans, new RowFilter(table, alike.Where), new RowFilter(table, alike.WithinWhere));
        (EntityRule Rule, (int First, int End) Window, int Request)[] asked =
        [
            .. from measure in measures from request in measure.Requests select (measure.Measure.Rule, spans.Of(request.Window), request.Request),
        ];
        long places = (long)cells.Cells.Count * asked.Length;
        int[] bounds = sweep.Bounds(places > MostSums ? 1 : Math.Clamp(table.Rows / LeastRows, 1, Environment.ProcessorCount));
        (long[,] Sums, bool[] Seen)[] parts = new (long[,], bool[])[bounds.Length - 1];
        Parallel.For(0, parts.Length, part =>
        {
            long[,] sums = new long[cells.Cells.Count, asked.Length];
            parts[part] = (sums, sweep.ForEach(bounds[part], bounds[part + 1], history =>
            {
                for (int i = 0; i < asked.Length; i++) history.Tell(asked[i].Rule, asked[i].Window, i, sums);
            }));
        });

        foreach ((long[,] sums, bool[] seen) in parts)
        {
            for (int cell = 0; cell < seen.Length; cell++)
            {
                if (!seen[cell]) continue;
                long[] numbers = result.NumbersOf(cells.Cells[cell], asked[0].Request);
                for (int i = 0; i < asked.Length; i++) numbers[asked[i].Request] += sums[cell, i];
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
        bool[] seen = sweep.ForEach(0, table.Rows, history =>
        {
            for (int i = 0; i < closes.Length; i++)
            {
                foreach ((int cell, long balance) in history.At(closes[i]))
                {
                    if (!balances.TryGetValue((cell, i), out List<long>? inCell)) balances[(cell, i)] = inCell = [];
                    inCell.Add(balance);
                }
            }
        });

        for (int i = 0; i < closes.Length; i++)
        {
            for (int cell = 0; cell < seen.Length; cell++)
            {
                if (seen[cell]) result.Add(cells.Cells[cell], requests[i].Request, balances.GetValueOrDefault((cell, i)) ?? []);
            }
        }
    }

    /// <summary>The rows at which parts begin, each with the first row of an entity, and the end of the last.</summary>
    private int[] Bounds(int parts)
    {
        int[] bounds = new int[parts + 1];
        bounds[parts] = _entities.Length;
        for (int part = 1; part < parts; part++)
        {
            int place = Math.Max(bounds[part - 1], (int)((long)_entities.Length * part / parts));
            while (place > bounds[part - 1] && place < _entities.Length && _entities[Row(place)] == _entities[Row(place - 1)]) place++;
            bounds[part] = place;
        }

        return bounds;
    }

    /// <summary>Tells the history of each entity of some rows in turn, and which cells had rows.</summary>
    private bool[] ForEach(int from, int to, Action<EntityHistory> tell)
    {
        bool[] seen = new bool[_cells.Cells.Count];
        EntityHistory history = new(_spans.Count);
        for (int start = from, end; start < to; start = end)
        {
            history.Clear();
            for (end = start; end < to && _entities[Row(end)] == _entities[Row(start)]; end++)
            {
                int row = Row(end), cell = _cells[row], span = _spans.Of(_days[row]);
                if (span < 0 || !_filter.Takes(row)) continue;
                history.Add(cell, _days[row], span, _values[row], _within.Takes(row));
                if (cell >= 0) seen[cell] = true;
            }

            history.End();
            tell(history);
        }

        return seen;
    }

    private int Row(int place) => _order is null ? place : _order[place];
}
