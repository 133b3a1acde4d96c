namespace RevOps.Metrics;

/// <summary>Finds the largest balances of entities at the close of windows, in each cell.</summary>
internal sealed class TopSweep
{
    private readonly EntityReader _reader;
    private readonly IReadOnlyList<Cell> _cells;
    private readonly (int Request, int Close)[] _closes;
    private readonly int _most, _spans;

    public TopSweep(FactTable table, CellIndex cells, TopMeasure measure, IReadOnlyList<(int Request, DateWindow Window)> requests)
    {
        TimeSpans spans = new(requests.Select(request => request.Window));
        _reader = new(table, cells, (measure.Entity, measure.Balance, measure.Date), spans, new RowFilter(table, measure.Where), new RowFilter(table, []));
        _closes = [.. requests.Select(request => (request.Request, spans.Of(request.Window).End))];
        (_cells, _most, _spans) = (cells.Cells, measure.Count, spans.Count);
    }

    /// <summary>Looks at all entities; the returned step adds what was found to the answer.</summary>
    public Action<MeasureTable> Run()
    {
        LargestNumbers?[] largest = new LargestNumbers?[_cells.Count * _closes.Length];
        bool[] seen = new bool[_cells.Count];
        EdgeBalances balances = new(_spans);
        EntityHistory history = new(_spans);
        void Add(int cell, int i, long balance) => (largest[(cell * _closes.Length) + i] ??= new LargestNumbers(_most)).Add(balance);
        for (int entity = 0; entity < _reader.Rows.Count; entity++)
        {
            int cell = _reader.Read(entity, balances);
            if (cell == -1) continue;
            if (cell >= 0)
            {
                seen[cell] = true;
                for (int i = 0; i < _closes.Length; i++)
                {
                    if (balances.At(_closes[i].Close) is > 0 and var balance) Add(cell, i, balance);
                }

                continue;
            }

            _reader.Read(entity, history, seen);
            for (int i = 0; i < _closes.Length; i++)
            {
                foreach ((int inCell, long balance) in history.At(_closes[i].Close - 1)) Add(inCell, i, balance);
            }
        }

        return result =>
        {
            for (int cell = 0; cell < _cells.Count; cell++)
            {
                for (int i = 0; seen[cell] && i < _closes.Length; i++) result.Add(_cells[cell], _closes[i].Request, largest[(cell * _closes.Length) + i]?.Numbers ?? []);
            }
        };
    }
}
