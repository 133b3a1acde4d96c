namespace RevOps.Metrics;

/// <summary>Sums a column, or counts rows, over the windows of several measures in one pass.</summary>
/// <remarks>
/// Each row is added to the sum of its cell, its name in one code column and its span of time (<see cref="SumLayout"/>). So a waterfall of 36 months by
/// segment and kind of movement costs one pass, in which a row is three look-ups and an addition. Pieces of the rows are summed by several threads, each
/// into sums of its own.
/// </remarks>
internal sealed class SumKernel : Pass<Sums>
{
    /// <summary>The most sums of which each thread has its own.</summary>
    private const int MostSums = 1 << 22;

    /// <summary>The most sums of a pass; more cells than that take several.</summary>
    private const int MostSumsOfPass = 1 << 26;

    private readonly FactTable _table;
    private readonly SumGroup _group;
    private readonly SumLayout _layout;
    private readonly KernelOptions _options;
    private readonly Action<Sums, int, int> _add;

    private SumKernel(FactTable table, SumGroup group, SumLayout layout, KernelOptions options)
    {
        (_table, _group, _layout, _options) = (table, group, layout, options);
        _add = layout.Places.With(new SumLoop(table[group.Date], layout.Spans, group.Columns), layout.Stride);
        (Items, Pieces) = (table.Rows, IsLarge ? 1 : options.PiecesOf(table.Rows));
    }

    /// <inheritdoc/>
    public override bool IsLarge => _layout.Count > MostSums;

    /// <inheritdoc/>
    protected override int Items { get; }

    /// <inheritdoc/>
    protected override int Pieces { get; }

    /// <summary>The passes that make the sums of a group: one, where there are not too many.</summary>
    public static IEnumerable<SumKernel> Of(FactTable table, CellIndex cells, SumGroup group, MeasureLayout layout, KernelOptions options)
    {
        var names = group.Split(table);
        TimeSpans spans = new(group.Measures.SelectMany(measure => measure.Requests).Select(request => request.Window));
        int cellsOfPass = Math.Max(1, MostSumsOfPass / Math.Max(1, SumLayout.SumsOfCell(group, names, spans)));
        for (int first = 0; first < cells.Cells.Count; first += cellsOfPass)
        {
            yield return new SumKernel(table, group, new SumLayout(cells, group, names, spans, (first, Math.Min(cells.Cells.Count, first + cellsOfPass)), layout), options);
        }
    }

    /// <summary>By clusters, where there is more than one piece of rows to read.</summary>
    public override Pass ForMany() =>
        Pieces > 1 && ClusteredSums.CanServe(_table, _group, _layout) ? new ClusteredSums(_table, _group, _layout, _options) : this;

    /// <inheritdoc/>
    protected override Sums NewFound() => new(_layout.Count);

    /// <inheritdoc/>
    protected override void Read(Sums found, int first, int end) => _add(found, first, end);

    /// <inheritdoc/>
    protected override void Tell(IReadOnlyList<Sums> found, MeasureTable result)
    {
        Sums sums = found[0];
        foreach (Sums other in found.Skip(1)) sums.Add(other);
        _layout.Tell(sums.Totals, sums.Seen, result);
    }
}
