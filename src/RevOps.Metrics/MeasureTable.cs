namespace RevOps.Metrics;

/// <summary>An engine's answer: for each cell and request a whole number, a histogram, or the largest of some numbers.</summary>
/// <remarks>
/// Tables of disjoint sets of entities merge by addition (<see cref="Merge"/>), which is why a book can be measured in parts. Amounts
/// are in hundredths of the reporting currency's minor unit.
/// </remarks>
public sealed class MeasureTable
{
    private readonly Dictionary<MeasureRequest, int> _index;
    private readonly Dictionary<ValueList<Dimension>, SortedDictionary<Cell, MeasureRow>> _rows = [];

    /// <summary>An empty table for these requests.</summary>
    public MeasureTable(IReadOnlyList<MeasureRequest> requests)
    {
        Requests = requests;
        _index = new Dictionary<MeasureRequest, int>(requests.Count);
        for (int i = 0; i < requests.Count; i++)
        {
            _index[requests[i]] = i;
            _rows.TryAdd(requests[i].By, new SortedDictionary<Cell, MeasureRow>(Cell.Order));
        }
    }

    /// <summary>What was asked.</summary>
    public IReadOnlyList<MeasureRequest> Requests { get; }

    /// <summary>The cells in which any row was found for the requests by these dimensions, in order.</summary>
    public IReadOnlyCollection<Cell> CellsBy(ValueList<Dimension> by) =>
        _rows.TryGetValue(by, out SortedDictionary<Cell, MeasureRow>? rows) ? rows.Keys : [];

    /// <summary>The number of a cell; zero where no row was found.</summary>
    /// <exception cref="ArgumentException">The request was not asked.</exception>
    public long this[Cell cell, MeasureRequest request]
    {
        get
        {
            int index = IndexOf(request);
            return _rows[request.By].TryGetValue(cell, out MeasureRow? row) ? row.Sums[index] : 0;
        }
    }

    /// <summary>The histogram of a cell; empty where no row was found.</summary>
    /// <exception cref="ArgumentException">The request was not asked.</exception>
    public DayHistogram Histogram(Cell cell, MeasureRequest request)
    {
        int index = IndexOf(request);
        return (_rows[request.By].TryGetValue(cell, out MeasureRow? row) ? row.Histograms[index] : null) ?? DayHistogram.Empty;
    }

    /// <summary>The largest numbers of a cell, from the largest down; none where no row was found.</summary>
    /// <exception cref="ArgumentException">The request was not asked.</exception>
    public ValueList<long> Top(Cell cell, MeasureRequest request)
    {
        int index = IndexOf(request);
        return (_rows[request.By].TryGetValue(cell, out MeasureRow? row) ? row.Tops[index] : null) ?? [];
    }

    /// <summary>Adds a number to a cell; for engines.</summary>
    public void Add(Cell cell, int request, long amount) => Row(cell, request).Sums[request] += amount;

    /// <summary>Adds a histogram to a cell; for engines.</summary>
    public void Add(Cell cell, int request, DayHistogram histogram)
    {
        MeasureRow row = Row(cell, request);
        row.Histograms[request] = DayHistogram.Merge(row.Histograms[request] ?? DayHistogram.Empty, histogram);
    }

    /// <summary>Adds numbers to a cell of which the largest are kept, as many as the measure asks for; for engines.</summary>
    /// <exception cref="ArgumentException">The request is of a measure of another kind.</exception>
    public void Add(Cell cell, int request, IEnumerable<long> numbers)
    {
        if (Requests[request].Measure is not TopMeasure measure)
        {
            throw new ArgumentException($"'{Requests[request].Measure}' does not ask for the largest numbers: add one number.", nameof(numbers));
        }

        MeasureRow row = Row(cell, request);
        row.Tops[request] = [.. (row.Tops[request] ?? []).Concat(numbers).OrderDescending().Take(measure.Count)];
    }

    /// <summary>The sum of two tables of the same requests.</summary>
    /// <exception cref="ArgumentException">The requests differ.</exception>
    public static MeasureTable Merge(MeasureTable first, MeasureTable second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (!first.Requests.SequenceEqual(second.Requests)) throw new ArgumentException("Only tables of the same requests can be merged.", nameof(second));
        MeasureTable merged = new(first.Requests);
        foreach (MeasureTable table in new[] { first, second })
        {
            for (int i = 0; i < merged.Requests.Count; i++)
            {
                foreach ((Cell cell, MeasureRow row) in table._rows[merged.Requests[i].By])
                {
                    merged.Add(cell, i, row.Sums[i]);
                    if (row.Histograms[i] is { } histogram) merged.Add(cell, i, histogram);
                    if (row.Tops[i] is { } top) merged.Add(cell, i, top);
                }
            }
        }

        return merged;
    }

    private int IndexOf(MeasureRequest request) => _index.TryGetValue(request, out int index)
        ? index
        : throw new ArgumentException($"'{request.Measure}' was not asked for this window.", nameof(request));

    private MeasureRow Row(Cell cell, int request)
    {
        SortedDictionary<Cell, MeasureRow> rows = _rows[Requests[request].By];
        if (!rows.TryGetValue(cell, out MeasureRow? row)) rows[cell] = row = new MeasureRow(Requests.Count);
        return row;
    }

    private sealed class MeasureRow(int requests)
    {
        public long[] Sums { get; } = new long[requests];

        public ValueList<long>?[] Tops { get; } = new ValueList<long>?[requests];

        public DayHistogram?[] Histograms { get; } = new DayHistogram?[requests];
    }
}
