namespace RevOps.Metrics;

/// <summary>Counts entities by their balance at the edges of windows.</summary>
/// <remarks>
/// An entity's balance in a cell is the running sum of its rows there; as what moves to another cell leaves the old one, a dimension with one
/// value an entity has the whole balance in one cell at a time, so the cell an entity was in before a window is where its balance was.
/// Rows that the question leaves out (cell -1) still say that an entity was not lost: it only went elsewhere.
/// </remarks>
internal static class EntitySweep
{
    public static void Run(
        FactTable table, CellIndex cells, EntityMeasure measure, TimeSpans spans, RowFilter filter,
        IReadOnlyList<(int Request, DateWindow Window)> requests, MeasureTable result)
    {
        int[] entities = table[measure.Entity], days = table[measure.Date];
        long[] values = table[measure.Balance];
        long[,] counts = new long[cells.Cells.Count, requests.Count];
        bool[] seen = new bool[cells.Cells.Count];
        Dictionary<int, long[]> balances = [];
        for (int start = 0, end; start < entities.Length; start = end)
        {
            balances.Clear();
            for (end = start; end < entities.Length && entities[end] == entities[start]; end++)
            {
                int cell = cells.OfRow[end], span = spans.Of(days[end]);
                if (span < 0 || !filter.Takes(end)) continue;
                if (!balances.TryGetValue(cell, out long[]? inCell)) balances[cell] = inCell = new long[spans.Count];
                inCell[span] += values[end];
                if (cell >= 0) seen[cell] = true;
            }

            foreach (long[] inCell in balances.Values)
            {
                for (int span = 1; span < inCell.Length; span++) inCell[span] += inCell[span - 1];
            }

            for (int i = 0; i < requests.Count; i++) Count(balances, measure.Rule, spans.Of(requests[i].Window), i, counts);
        }

        for (int i = 0; i < requests.Count; i++)
        {
            for (int cell = 0; cell < seen.Length; cell++)
            {
                if (seen[cell]) result.Add(cells.Cells[cell], requests[i].Request, counts[cell, i]);
            }
        }
    }

    private static void Count(Dictionary<int, long[]> balances, EntityRule rule, (int First, int End) window, int request, long[,] counts)
    {
        // A window open to the left has nothing before it: its opening balance is that of the span before the first, which is zero.
        int open = window.First - 1, close = window.End - 1;
        if (rule == EntityRule.Lost && balances.Values.Any(balance => balance[close] > 0)) return;
        int edge = rule == EntityRule.PositiveAtClose ? close : open;
        if (edge < 0) return;
        foreach ((int cell, long[] balance) in balances)
        {
            if (cell >= 0 && balance[edge] > 0) counts[cell, request]++;
        }
    }
}
