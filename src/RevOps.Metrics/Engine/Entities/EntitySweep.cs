namespace RevOps.Metrics;

/// <summary>Counts entities, or sums their balances, by what each has at the edges of windows.</summary>
/// <remarks>
/// An entity's balance in a cell is the running sum of its rows there; as what moves to another cell leaves the old one, a dimension with one
/// value an entity has the whole balance in one cell at a time, so the cell an entity was in before a window is where its balance was.
/// Measures that differ in their rule alone are told together. Entities stand one after the other, so several threads take some each. One that is
/// in one cell all the time is told from its balances at the edges (<see cref="EdgeBalances"/>), any other, and rules about days within a window,
/// from its history (<see cref="EntityHistory"/>).
/// </remarks>
internal sealed class EntitySweep
{
    /// <summary>The most sums of which each thread has its own.</summary>
    private const int MostSums = 1 << 22;

    private readonly EntityReader _reader;
    private readonly AskedRules _asked;
    private readonly KernelOptions _options;
    private readonly IReadOnlyList<Cell> _cells;
    private readonly int _rows, _spans;

    /// <summary>A sweep for some measures that are alike in all but their rules.</summary>
    public EntitySweep(
        FactTable table, CellIndex cells, IReadOnlyList<(EntityMeasure Measure, IReadOnlyList<(int Request, DateWindow Window)> Requests)> measures, MeasureLayout layout,
        KernelOptions options)
    {
        _options = options;
        EntityMeasure alike = measures[0].Measure;
        TimeSpans spans = new(measures.SelectMany(measure => measure.Requests).Select(request => request.Window));
        _reader = new(table, cells, (alike.Entity, alike.Balance, alike.Date), spans, new RowFilter(table, alike.Where), new RowFilter(table, alike.WithinWhere));
        _asked = new(from measure in measures from request in measure.Requests select (measure.Measure.Rule, spans.Of(request.Window), request.Request), spans.Count, layout);
        (_cells, _rows, _spans) = (cells.Cells, table.Rows, spans.Count);
    }

    /// <summary>True where the sweep is short enough that it is better run beside others than split.</summary>
    public bool IsSmall => _options.ThreadsFor(_rows) == 1 && Places <= MostSums;

    private long Places => _cells.Count * (long)(_asked.Places + (2 * _spans));

    /// <summary>Tells all entities; the returned step adds what was told to the answer.</summary>
    public Action<MeasureTable> Run()
    {
        int threads = Places > MostSums ? 1 : _options.ThreadsFor(_rows);
        // Made by each thread itself, or what one writes would stand beside what another reads.
        EntitySums[] parts = new EntitySums[threads];
        Split.Run(_reader.Rows.Count, threads, (part, first, end) => Tell(first, end, parts[part] = new EntitySums(_cells.Count, _asked)));
        return result =>
        {
            foreach (EntitySums part in parts)
            {
                for (int cell = 0; cell < part.Seen.Length; cell++)
                {
                    if (part.Seen[cell]) _asked.AddTo(result.NumbersOf(_cells[cell], _asked.All[0].Request), part.Of(cell), part.Edges, cell);
                }
            }
        };
    }

    /// <summary>Tells the rules of some entities.</summary>
    private void Tell(int first, int end, EntitySums sums)
    {
        EdgeBalances balances = new(_spans);
        EntityHistory history = new(_spans);
        for (int entity = first; entity < end; entity++)
        {
            int cell = _reader.Read(entity, balances);
            if (cell == -1) continue;
            if (cell >= 0)
            {
                sums.Seen[cell] = true;
                if (sums.Edges is { } edges) balances.AddTo(edges, cell);
                foreach (RuleWindows rules in _asked.OfBothEdges) rules.Tell(balances, sums.Of(cell));
                if (_asked.OfDays.Length == 0) continue;
            }

            _reader.Read(entity, history, sums.Seen);
            foreach (AskedRule one in cell >= 0 ? _asked.OfDays : _asked.All) history.Tell(one, sums);
        }
    }
}
