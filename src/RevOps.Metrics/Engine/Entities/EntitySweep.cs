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
    /// <summary>The fewest rows that are worth another thread.</summary>
    private const int LeastRows = 1 << 15;

    /// <summary>The most sums of which each thread has its own.</summary>
    private const int MostSums = 1 << 22;

    private readonly EntityReader _reader;
    private readonly int _cells, _spans;

    private EntitySweep(EntityReader reader, int cells, int spans) => (_reader, _cells, _spans) = (reader, cells, spans);

    /// <summary>Counts, or sums balances of, entities by the rules of some measures that are alike in all else.</summary>
    public static void Run(
        FactTable table, CellIndex cells, IReadOnlyList<(EntityMeasure Measure, IReadOnlyList<(int Request, DateWindow Window)> Requests)> measures, MeasureTable result)
    {
        EntityMeasure alike = measures[0].Measure;
        TimeSpans spans = new(measures.SelectMany(measure => measure.Requests).Select(request => request.Window));
        EntityReader reader = new(table, cells, (alike.Entity, alike.Balance, alike.Date), spans, new RowFilter(table, alike.Where), new RowFilter(table, alike.WithinWhere));
        EntitySweep sweep = new(reader, cells.Cells.Count, spans.Count);
        AskedRules asked = new(from measure in measures from request in measure.Requests select (measure.Measure.Rule, spans.Of(request.Window), request.Request), spans.Count);
        int threads = cells.Cells.Count * (long)(asked.All.Length + (2 * spans.Count)) > MostSums ? 1 : Math.Clamp(table.Rows / LeastRows, 1, Environment.ProcessorCount);
        EntitySums[] parts = [.. Enumerable.Range(0, threads).Select(_ => new EntitySums(cells.Cells.Count, asked))];
        Split.Run(reader.Rows.Count, threads, (part, first, end) => sweep.Tell(first, end, asked, parts[part]));
        foreach (EntitySums part in parts)
        {
            for (int cell = 0; cell < part.Seen.Length; cell++)
            {
                if (part.Seen[cell]) asked.AddTo(result.NumbersOf(cells.Cells[cell], asked.All[0].Request), part.Of(cell), part.Edges, cell);
            }
        }
    }

    /// <summary>The largest balances at the close. All of a cell are gathered first: one number an entity is less than its rows were.</summary>
    public static void Run(FactTable table, CellIndex cells, TopMeasure measure, IReadOnlyList<(int Request, DateWindow Window)> requests, MeasureTable result)
    {
        TimeSpans spans = new(requests.Select(request => request.Window));
        EntityReader reader = new(table, cells, (measure.Entity, measure.Balance, measure.Date), spans, new RowFilter(table, measure.Where), new RowFilter(table, []));
        int[] closes = [.. requests.Select(request => spans.Of(request.Window).End - 1)];
        Dictionary<(int Cell, int Index), List<long>> balances = [];
        bool[] seen = new bool[cells.Cells.Count];
        EntityHistory history = new(spans.Count);
        for (int entity = 0; entity < reader.Rows.Count; entity++)
        {
            reader.Read(entity, history, seen);
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
    private void Tell(int first, int end, AskedRules asked, EntitySums sums)
    {
        EdgeBalances balances = new(_spans);
        EntityHistory history = new(_spans);
        bool keepsEdges = asked.OfBothEdges.Length > 0;
        for (int entity = first; entity < end; entity++)
        {
            bool isInOneCell = _reader.TryCellOf(entity, out int cell);
            if (isInOneCell && cell < 0) continue;
            if (isInOneCell)
            {
                sums.Seen[cell] = true;
                _reader.Read(entity, cell, balances, sums.Edges, keepsEdges);
                foreach (RuleWindows rule in asked.OfBothEdges) rule.Tell(balances, sums.Of(cell));
                if (asked.OfDays.Length == 0) continue;
            }

            _reader.Read(entity, history, sums.Seen);
            foreach (AskedRule one in isInOneCell ? asked.OfDays : asked.All) history.Tell(one, sums);
        }
    }
}
