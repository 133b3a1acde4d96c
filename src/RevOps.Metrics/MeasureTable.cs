namespace RevOps.Metrics;

/// <summary>An engine's answer: for each cell and request a whole number, a histogram, or the largest of some numbers.</summary>
/// <remarks>
/// Tables of disjoint sets of entities merge by addition (<see cref="Merge"/>), which is why a book can be measured in parts. Amounts
/// are in hundredths of the reporting currency's minor unit.
/// </remarks>
public sealed class MeasureTable
{
    private readonly Dictionary<MeasureRequest, int> _index;
    private readonly Dictionary<ValueList<Dimension>, CellRows> _rows = [];
    private readonly CellRows[] _ofRequest;

    /// <summary>An empty table for these requests.</summary>
    public MeasureTable(IReadOnlyList<MeasureRequest> requests)
    {
        Requests = requests;
        _index = new Dictionary<MeasureRequest, int>(requests.Count);
        _ofRequest = new CellRows[requests.Count];
        for (int i = 0; i < requests.Count; i++)
        {
            _index[requests[i]] = i;
            if (!_rows.TryGetValue(requests[i].By, out CellRows? rows)) _rows[requests[i].By] = rows = new CellRows();
            _ofRequest[i] = rows;
        }
    }

    /// <summary>What was asked.</summary>
    public IReadOnlyList<MeasureRequest> Requests { get; }

    /// <summary>The cells in which any row was found for the requests by these dimensions, in order.</summary>
    public IReadOnlyCollection<Cell> CellsBy(ValueList<Dimension> by) =>
        _rows.TryGetValue(by, out CellRows? rows) ? rows.InOrder : [];

    /// <summary>The number of a cell; zero where no row was found.</summary>
    /// <exception cref="ArgumentException">The request was not asked.</exception>
    public long this[Cell cell, MeasureRequest request] => NumberAt(cell, IndexOf(request));

    /// <summary>The histogram of a cell; empty where no row was found.</summary>
    /// <exception cref="ArgumentException">The request was not asked.</exception>
    public DayHistogram Histogram(Cell cell, MeasureRequest request)
    {
        int index = IndexOf(request);
        return (_ofRequest[index].TryGetValue(cell, out MeasureRow? row) ? row.Histograms?[index] : null) ?? DayHistogram.Empty;
    }

    /// <summary>The largest numbers of a cell, from the largest down; none where no row was found.</summary>
    /// <exception cref="ArgumentException">The request was not asked.</exception>
    public ValueList<long> Top(Cell cell, MeasureRequest request)
    {
        int index = IndexOf(request);
        return (_ofRequest[index].TryGetValue(cell, out MeasureRow? row) ? row.Tops?[index] : null) ?? [];
    }

    /// <summary>The place of a request among those asked.</summary>
    /// <exception cref="ArgumentException">The request was not asked.</exception>
    internal int IndexOf(MeasureRequest request) => _index.TryGetValue(request, out int index)
        ? index
        : throw new ArgumentException($"'{request.Measure}' was not asked for this window.", nameof(request));

    /// <summary>The number of a cell for the request at a place.</summary>
    internal long NumberAt(Cell cell, int index) => _ofRequest[index].TryGetValue(cell, out MeasureRow? row) ? row.Sums[index] : 0;

    /// <summary>The numbers of a cell for all requests by the same dimensions as one; for engines that add many.</summary>
    internal long[] NumbersOf(Cell cell, int request) => Row(cell, request).Sums;

    /// <summary>Adds a number to a cell; for engines.</summary>
    /// <exception cref="OverflowException">The sum is too large.</exception>
    public void Add(Cell cell, int request, long amount)
    {
        ref long sum = ref Row(cell, request).Sums[request];
        sum += amount;
    }

    /// <summary>Adds a histogram to a cell; for engines.</summary>
    public void Add(Cell cell, int request, DayHistogram histogram)
    {
        MeasureRow row = Row(cell, request);
        row.Histograms ??= new DayHistogram?[Requests.Count];
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
        row.Tops ??= new ValueList<long>?[Requests.Count];
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
                foreach ((Cell cell, MeasureRow row) in table._ofRequest[i])
                {
                    merged.Add(cell, i, row.Sums[i]);
                    if (row.Histograms?[i] is { } histogram) merged.Add(cell, i, histogram);
                    if (row.Tops?[i] is { } top) merged.Add(cell, i, top);
                }
            }
        }

        return merged;
    }

    private MeasureRow Row(Cell cell, int request)
    {
        CellRows rows = _ofRequest[request];
        if (!rows.TryGetValue(cell, out MeasureRow? row)) rows.Add(cell, row = new MeasureRow(Requests.Count));
        return row;
    }

    /// <summary>The rows of some dimensions by their cells.</summary>
    private sealed class CellRows : Dictionary<Cell, MeasureRow>
    {
        private Cell[]? _inOrder;

        /// <summary>The cells in order.</summary>
        public IReadOnlyList<Cell> InOrder => _inOrder?.Length == Count ? _inOrder : _inOrder = [.. Keys.Order(Cell.Order)];
    }

    private sealed class MeasureRow(int requests)
    {
        public long[] Sums { get; } = new long[requests];

        public ValueList<long>?[]? Tops { get; set; }

        public DayHistogram?[]? Histograms { get; set; }
    }
}
