namespace RevOps.Metrics;

/// <summary>Finds the largest balances of entities at the close of windows, in each cell.</summary>
internal sealed class TopSweep : Pass<TopSweep.Largest>
{
    private readonly EntityReader _reader;
    private readonly IReadOnlyList<Cell> _cells;
    private readonly (int Request, int Close)[] _closes;
    private readonly int _most, _spans;

    public TopSweep(FactTable table, CellIndex cells, TopMeasure measure, IReadOnlyList<(int Request, DateWindow Window)> requests, KernelOptions options)
    {
        TimeSpans spans = new(requests.Select(request => request.Window));
        _reader = new(table, cells, (measure.Entity, measure.Balance, measure.Date), spans, new RowFilter(table, measure.Where), new RowFilter(table, []));
        _closes = [.. requests.Select(request => (request.Request, spans.Of(request.Window).End))];
        (_cells, _most, _spans) = (cells.Cells, measure.Count, spans.Count);
        Pieces = options.PiecesOf(table.Rows);
    }

    /// <inheritdoc/>
    protected override int Pieces { get; }

    /// <inheritdoc/>
    protected override int Items => _reader.Rows.Count;

    /// <inheritdoc/>
    protected override Largest NewFound() => new(_cells.Count, _closes.Length, _most);

    /// <inheritdoc/>
    protected override void Read(Largest found, int first, int end)
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
                for (int i = 0; i < _closes.Length; i++)
                {
                    if (balances.At(_closes[i].Close) is > 0 and var balance) found.Add(cell, i, balance);
                }

                continue;
            }

            _reader.Read(entity, history, found.Seen);
            for (int i = 0; i < _closes.Length; i++)
            {
                foreach ((int inCell, long balance) in history.At(_closes[i].Close - 1)) found.Add(inCell, i, balance);
            }
        }
    }

    /// <inheritdoc/>
    protected override void Tell(IReadOnlyList<Largest> found, MeasureTable result)
    {
        foreach (Largest part in found)
        {
            for (int cell = 0; cell < _cells.Count; cell++)
            {
                for (int i = 0; part.Seen[cell] && i < _closes.Length; i++) result.Add(_cells[cell], _closes[i].Request, part.Of(cell, i));
            }
        }
    }

    /// <summary>The largest balances that one thread finds, by cell and close.</summary>
    internal sealed class Largest(int cells, int closes, int most)
    {
        private readonly LargestNumbers?[] _numbers = new LargestNumbers?[cells * closes];

        /// <summary>Which cells have rows.</summary>
        public bool[] Seen { get; } = new bool[cells];

        public void Add(int cell, int close, long balance) => (_numbers[(cell * closes) + close] ??= new LargestNumbers(most)).Add(balance);

        public IEnumerable<long> Of(int cell, int close) => _numbers[(cell * closes) + close]?.Numbers ?? [];
    }
}
