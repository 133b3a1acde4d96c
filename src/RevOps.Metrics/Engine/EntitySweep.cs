namespace RevOps.Metrics;

/// <summary>Counts entities, or sums their balances, by what each has at the edges of windows.</summary>
/// <remarks>
/// An entity's balance in a cell is the running sum of its rows there; as what moves to another cell leaves the old one, a dimension with one
/// value an entity has the whole balance in one cell at a time, so the cell an entity was in before a window is where its balance was.
/// </remarks>
internal static class EntitySweep
{
    public static void Run(
        FactTable table, CellIndex cells, EntityMeasure measure, TimeSpans spans, RowFilter filter,
        IReadOnlyList<(int Request, DateWindow Window)> requests, MeasureTable result)
    {
        long[,] sums = new long[cells.Cells.Count, requests.Count];
        bool[] seen = ForEach(table, cells, (measure.Entity, measure.Balance, measure.Date), spans, filter, new RowFilter(table, measure.WithinWhere), history =>
        {
            for (int i = 0; i < requests.Count; i++) history.Tell(measure.Rule, spans.Of(requests[i].Window), i, sums);
        });

        for (int i = 0; i < requests.Count; i++)
        {
            for (int cell = 0; cell < seen.Length; cell++)
            {
                if (seen[cell]) result.Add(cells.Cells[cell], requests[i].Request, sums[cell, i]);
            }
        }
    }

    /// <summary>The largest balances at the close. All of a cell are gathered first: one number an entity is less than its rows were.</summary>
    public static void Run(
        FactTable table, CellIndex cells, TopMeasure measure, TimeSpans spans, RowFilter filter,
        IReadOnlyList<(int Request, DateWindow Window)> requests, MeasureTable result)
    {
        Dictionary<(int Cell, int Index), List<long>> balances = [];
        bool[] seen = ForEach(table, cells, (measure.Entity, measure.Balance, measure.Date), spans, filter, new RowFilter(table, []), history =>
        {
            for (int i = 0; i < requests.Count; i++)
            {
                foreach ((int cell, long balance) in history.At(spans.Of(requests[i].Window).End - 1))
                {
                    if (!balances.TryGetValue((cell, i), out List<long>? inCell)) balances[(cell, i)] = inCell = [];
                    inCell.Add(balance);
                }
            }
        });

        for (int i = 0; i < requests.Count; i++)
        {
            for (int cell = 0; cell < seen.Length; cell++)
            {
                if (seen[cell]) result.Add(cells.Cells[cell], requests[i].Request, balances.GetValueOrDefault((cell, i)) ?? []);
            }
        }
    }

    /// <summary>Tells the history of each entity in turn, and which cells had rows.</summary>
    private static bool[] ForEach(
        FactTable table, CellIndex cells, (EntityColumn Entity, ValueColumn Balance, DateColumn Date) columns, TimeSpans spans,
        RowFilter filter, RowFilter counted, Action<EntityHistory> tell)
    {
        int[] entities = table[columns.Entity], days = table[columns.Date];
        int[]? order = table.OrderBy(columns.Entity);
        long[] values = table[columns.Balance];
        bool[] seen = new bool[cells.Cells.Count];
        EntityHistory history = new(spans.Count);
        for (int start = 0, end; start < entities.Length; start = end)
        {
            history.Clear();
            for (end = start; end < entities.Length && entities[Row(end)] == entities[Row(start)]; end++)
            {
                int row = Row(end), cell = cells.OfRow[row], span = spans.Of(days[row]);
                if (span < 0 || !filter.Takes(row)) continue;
                history.Add(cell, days[row], span, values[row], counted.Takes(row));
                if (cell >= 0) seen[cell] = true;
            }

            history.End();
            tell(history);
        }

        return seen;

        int Row(int place) => order is null ? place : order[place];
    }
}
