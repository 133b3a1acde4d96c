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
        int[] entities = table[measure.Entity], days = table[measure.Date];
        long[] values = table[measure.Balance];
        RowFilter counted = new(table, measure.WithinWhere);
        long[,] sums = new long[cells.Cells.Count, requests.Count];
        bool[] seen = new bool[cells.Cells.Count];
        EntityHistory history = new(spans.Count);
        for (int start = 0, end; start < entities.Length; start = end)
        {
            history.Clear();
            for (end = start; end < entities.Length && entities[end] == entities[start]; end++)
            {
                int cell = cells.OfRow[end], span = spans.Of(days[end]);
                if (span < 0 || !filter.Takes(end)) continue;
                history.Add(cell, days[end], span, values[end], counted.Takes(end));
                if (cell >= 0) seen[cell] = true;
            }

            history.End();
            for (int i = 0; i < requests.Count; i++) history.Tell(measure.Rule, spans.Of(requests[i].Window), i, sums);
        }

        for (int i = 0; i < requests.Count; i++)
        {
            for (int cell = 0; cell < seen.Length; cell++)
            {
                if (seen[cell]) result.Add(cells.Cells[cell], requests[i].Request, sums[cell, i]);
            }
        }
    }
}
