namespace RevOps.Metrics;

/// <summary>Counts entities, or sums their balances, by what each has at the edges of windows.</summary>
/// <remarks>
/// An entity's balance in a cell is the running sum of its rows there; as what moves to another cell leaves the old one, a dimension with one
/// value an entity has the whole balance in one cell at a time, so the cell an entity was in before a window is where its balance was.
/// Measures that differ in their rule alone are told together. Entities stand one after the other, so several threads take some each. One that is
/// in one cell all the time is told from its balances at the edges (<see cref="EdgeBalances"/>), any other, and rules about days within a window,
/// from its history (<see cref="EntityHistory"/>).
/// </remarks>
internal sealed class EntitySweep : Pass<EntitySums>
{
    /// <summary>The most sums of which each thread has its own.</summary>
    private const int MostSums = 1 << 22;

    private readonly EntityReader _reader;
    private readonly AskedRules _asked;
    private readonly IReadOnlyList<Cell> _cells;
    private readonly int _spans;

    /// <summary>A sweep for some measures that are alike in all but their rules.</summary>
    public EntitySweep(
        FactTable table, CellIndex cells, IReadOnlyList<(EntityMeasure Measure, IReadOnlyList<(int Request, DateWindow Window)> Requests)> measures, MeasureLayout layout,
        KernelOptions options)
    {
        EntityMeasure alike = measures[0].Measure;
        TimeSpans spans = new(measures.SelectMany(measure => measure.Requests).Select(request => request.Window));
        _reader = new(table, cells, (alike.Entity, alike.Balance, alike.Date), spans, new RowFilter(table, alike.Where), new RowFilter(table, alike.WithinWhere));
        _asked = new(from measure in measures from request in measure.Requests select (measure.Measure.Rule, spans.Of(request.Window), request.Request), spans.Count, layout);
        (_cells, _spans) = (cells.Cells, spans.Count);
        Pieces = _cells.Count * (long)(_asked.Places + (2 * _spans)) > MostSums ? 1 : options.PiecesOf(table.Rows);
    }

    /// <inheritdoc/>
    protected override int Pieces { get; }

    /// <inheritdoc/>
    protected override int Items => _reader.Rows.Count;

    /// <inheritdoc/>
    protected override EntitySums NewFound() => new(_cells.Count, _asked);

    /// <inheritdoc/>
    protected override void Tell(IReadOnlyList<EntitySums> found, MeasureTable result)
    {
        foreach (EntitySums part in found)
        {
            for (int cell = 0; cell < part.Seen.Length; cell++)
            {
                if (part.Seen[cell]) _asked.AddTo(result.NumbersOf(_cells[cell], _asked.All[0].Request), part.Of(cell), part.Edges, cell);
            }
        }
    }

    /// <summary>Tells the rules of some entities.</summary>
    protected override void Read(EntitySums found, int first, int end)
    {
        EdgeBalances balances = new(_spans);
        EntityHistory history = new(_spans);
        for (int entity = first; entity < end; entity++)
        {
            int cell = _reader.Read(entity, balances);
            if (cell == -1) continue;
            if (cell >= 0)
            {
                found.Seen[cell] = true;
                if (found.Edges is { } edges) balances.AddTo(edges, cell);
                foreach (RuleWindows rules in _asked.OfBothEdges) rules.Tell(balances, found.Of(cell));
                if (_asked.OfDays.Length == 0) continue;
            }

            _reader.Read(entity, history, found.Seen);
            foreach (AskedRule one in cell >= 0 ? _asked.OfDays : _asked.All) history.Tell(one, found);
        }
    }
}
