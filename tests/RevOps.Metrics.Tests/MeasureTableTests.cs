using NodaTime;

namespace RevOps.Metrics.Tests;

public sealed class MeasureTableTests
{
    private static readonly DateWindow Window = DateWindow.Before(new LocalDate(2026, 2, 1));
    private static readonly ValueList<Dimension> BySegment = [Dimensions.Segment];
    private static readonly MeasureRequest Arr = new(new SumMeasure("ARR", Movements.Amount, Movements.On), Window) { By = BySegment };
    private static readonly MeasureRequest Cycle = new(new HistogramMeasure("cycle", Deals.CycleDays, Deals.ClosedOn), Window) { By = BySegment };

    private static MeasureTable Table(Cell cell, long amount, int days)
    {
        MeasureTable table = new([Arr, Cycle]);
        table.Add(cell, 0, amount);
        table.Add(cell, 1, DayHistogram.From([KeyValuePair.Create(days, 1L)]));
        return table;
    }

    [Fact]
    public void Numbers_of_a_cell_add_up_and_a_cell_without_rows_is_zero()
    {
        MeasureTable table = Table(Cell.Of("SMB"), 100, 5);
        table.Add(Cell.Of("SMB"), 0, -30);
        Assert.Equal(70, table[Cell.Of("SMB"), Arr]);
        Assert.Equal(0, table[Cell.Of("Enterprise"), Arr]);
        Assert.Equal(0, table.Histogram(Cell.Of("Enterprise"), Cycle).Count);
    }

    [Fact]
    public void Merging_adds_cell_by_cell()
    {
        MeasureTable merged = MeasureTable.Merge(MeasureTable.Merge(Table(Cell.Of("SMB"), 100, 5), Table(Cell.Of("SMB"), 20, 7)), Table(Cell.Of("Enterprise"), 3, 9));
        Assert.Equal([Cell.Of("Enterprise"), Cell.Of("SMB")], merged.CellsBy(BySegment));
        Assert.Equal(120, merged[Cell.Of("SMB"), Arr]);
        Assert.Equal(6, merged.Histogram(Cell.Of("SMB"), Cycle).Percentile(0.5m));
        Assert.Equal(3, merged[Cell.Of("Enterprise"), Arr]);
    }

    [Fact]
    public void Merging_keeps_as_many_of_the_largest_as_were_asked_for()
    {
        MeasureRequest two = new(new TopMeasure("largest", Movements.Customer, Movements.Amount, Movements.On, Count: 2), Window);
        MeasureTable first = new([two]), second = new([two]);
        first.Add(Cell.Total, 0, [5L, 90L]);
        second.Add(Cell.Total, 0, [30L, 20L, 10L]);
        Assert.Equal([30, 20], second.Top(Cell.Total, two));
        Assert.Equal([90, 30], MeasureTable.Merge(first, second).Top(Cell.Total, two));
        Assert.Empty(first.Top(Cell.Of("SMB"), two));
    }

    [Fact]
    public void The_largest_of_numbers_belong_to_a_measure_that_asks_for_them() =>
        Assert.Contains("'ARR' does not ask for the largest", Assert.Throws<ArgumentException>(() => new MeasureTable([Arr]).Add(Cell.Total, 0, [1L])).Message, StringComparison.Ordinal);

    [Fact]
    public void What_was_not_asked_cannot_be_read()
    {
        MeasureRequest other = Arr with { Window = DateWindow.Before(new LocalDate(2026, 3, 1)) };
        ArgumentException exception = Assert.Throws<ArgumentException>(() => Table(Cell.Total, 1, 1)[Cell.Total, other]);
        Assert.Contains("'ARR' was not asked for this window", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Table(Cell.Total, 1, 1)[Cell.Of("no rows"), other]);
        Assert.Throws<ArgumentException>(() => Table(Cell.Total, 1, 1).Histogram(Cell.Of("no rows"), other));
    }

    [Fact]
    public void Tables_of_other_requests_do_not_merge() =>
        Assert.Throws<ArgumentException>(() => MeasureTable.Merge(new MeasureTable([Arr]), new MeasureTable([Cycle])));

    [Fact]
    public void Cells_are_in_ordinal_order_with_those_without_a_value_last()
    {
        MeasureTable table = new([Arr]);
        foreach (string? name in (string?[])["b", null, "a", "B"]) table.Add(Cell.Of(name), 0, 1);
        Assert.Equal(["B", "a", "b", null], table.CellsBy(BySegment).Select(cell => cell.Values[0]));
    }
}
