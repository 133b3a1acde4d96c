namespace RevOps.Metrics;

/// <summary>An engine's answer: for each cell and request a whole number, a histogram, or the largest of some numbers.</summary>
/// <remarks>
/// Tables of disjoint sets of entities merge by addition (<see cref="Merge"/>), which is why a book can be measured in parts. Amounts
/// are in hundredths of the reporting currency's minor unit.
/// </remarks>
public sealed class MeasureTable
{
    private readonly MeasureLayout _layout;
    private readonly CellRows[] _rows;

    /// <summary>An empty table for these requests.</summary>
    public MeasureTable(IReadOnlyList<MeasureRequest> requests)
        : this(new MeasureLayout(requests))
    {
    }

    internal MeasureTable(MeasureLayout layout)
    {
        _layout = layout;
        _rows = [.. Enumerable.Range(0, layout.Groups).Select(_ => new CellRows())];
    }

    /// <summary>What was asked.</summary>
    public IReadOnlyList<MeasureRequest> Requests => _layout.Requests;

    /// <summary>The cells in which any row was found for the requests by these dimensions, in order.</summary>
    public IReadOnlyCollection<Cell> CellsBy(ValueList<Dimension> by) =>
        _layout.GroupBy(by) is { } group ? _rows[group].InOrder : [];

    /// <summary>The number of a cell; zero where no row was found.</summary>
    /// <exception cref="ArgumentException">The request was not asked.</exception>
    public long this[Cell cell, MeasureRequest request] => NumberAt(cell, IndexOf(request));

    /// <summary>The histogram of a cell; empty where no row was found.</summary>
    /// <exception cref="ArgumentException">The request was not asked.</exception>
    public DayHistogram Histogram(Cell cell, MeasureRequest request) => HistogramAt(cell, IndexOf(request));

    /// <summary>The largest numbers of a cell, from the largest down; none where no row was found.</summary>
    /// <exception cref="ArgumentException">The request was not asked.</exception>
    public ValueList<long> Top(Cell cell, MeasureRequest request) => TopAt(cell, IndexOf(request));

    /// <summary>The place of a request among those asked.</summary>
    /// <exception cref="ArgumentException">The request was not asked.</exception>
    internal int IndexOf(MeasureRequest request) => _layout.IndexOf(request);

    /// <summary>The number of a cell for the request at a place.</summary>
    internal long NumberAt(Cell cell, int index) => Find(cell, index)?.Sums[_layout.SlotOf(index)] ?? 0;

    /// <summary>The histogram of a cell for the request at a place.</summary>
    internal DayHistogram HistogramAt(Cell cell, int index) => Find(cell, index)?.Histograms?[_layout.SlotOf(index)] ?? DayHistogram.Empty;

    /// <summary>The largest numbers of a cell for the request at a place.</summary>
    internal ValueList<long> TopAt(Cell cell, int index) => Find(cell, index)?.Tops?[_layout.SlotOf(index)] ?? [];

    /// <summary>The numbers of a cell for all requests by the same dimensions as one, in the order of their slots; for engines that add many.</summary>
    internal long[] NumbersOf(Cell cell, int request) => Row(cell, request).Sums;

    /// <summary>Adds a number to a cell; for engines.</summary>
    /// <exception cref="OverflowException">The sum is too large.</exception>
    public void Add(Cell cell, int request, long amount)
    {
        ref long sum = ref Row(cell, request).Sums[_layout.SlotOf(request)];
        sum += amount;
    }

    /// <summary>Adds a histogram to a cell; for engines.</summary>
    public void Add(Cell cell, int request, DayHistogram histogram)
    {
        MeasureRow row = Row(cell, request);
        row.Histograms ??= new DayHistogram?[row.Sums.Length];
        ref DayHistogram? kept = ref row.Histograms[_layout.SlotOf(request)];
        kept = DayHistogram.Merge(kept ?? DayHistogram.Empty, histogram);
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
        row.Tops ??= new ValueList<long>?[row.Sums.Length];
        ref ValueList<long>? kept = ref row.Tops[_layout.SlotOf(request)];
        kept = [.. (kept ?? []).Concat(numbers).OrderDescending().Take(measure.Count)];
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
                int slot = table._layout.SlotOf(i);
                foreach ((Cell cell, MeasureRow row) in table._rows[table._layout.GroupOf(i)])
                {
                    merged.Add(cell, i, row.Sums[slot]);
                    if (row.Histograms?[slot] is { } histogram) merged.Add(cell, i, histogram);
                    if (row.Tops?[slot] is { } top) merged.Add(cell, i, top);
                }
            }
        }

        return merged;
    }

    private MeasureRow? Find(Cell cell, int request) => _rows[_layout.GroupOf(request)].GetValueOrDefault(cell);

    private MeasureRow Row(Cell cell, int request)
    {
        int group = _layout.GroupOf(request);
        if (!_rows[group].TryGetValue(cell, out MeasureRow? row)) _rows[group].Add(cell, row = new MeasureRow(_layout.SlotsOf(group)));
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
