using FsCheck.Fluent;
using NodaTime;

namespace RevOps.Metrics.Tests;

/// <summary>The sweep beside histograms of the rows one by one, for days that lie close together and for those that do not.</summary>
public sealed class HistogramSweepTests
{
    private static readonly LocalDate First = new(2024, 1, 1);

    private sealed record Row(int Day, long Days, int Product, int Kind);

    [Fact]
    public void Histograms_are_those_of_the_rows_one_by_one() => Law.Holds(Gen.Choose(0, int.MaxValue - 1).Select(Draw), Holds, cases: 500);

    [Theory]
    [InlineData(300)]
    [InlineData(2_000_000)]
    public void Histograms_of_many_rows_do_not_depend_on_threads(int range)
    {
        Random random = new(7);

        Assert.True(Holds([.. Enumerable.Range(0, 200_000).Select(_ => DrawRow(random, 5, 700, range))]));
    }

    [Fact]
    public void Days_beyond_those_that_a_histogram_can_hold_are_an_error() =>
        Assert.Throws<OverflowException>(() => Holds([new(DayNumber.Of(First), 1L << 40, 1, 1), new(DayNumber.Of(First), 1, 1, 1)]));

    private static Row[] Draw(int seed)
    {
        Random random = new(seed);
        int products = random.Next(3) == 0 ? 400 : random.Next(1, 6), days = random.Next(3) == 0 ? 200_000 : 700, range = random.Next(2) == 0 ? 20 : 1_500_000_000;
        return [.. Enumerable.Range(0, random.Next(0, 60)).Select(_ => DrawRow(random, products, days, range))];
    }

    private static Row DrawRow(Random random, int products, int days, int range) => new(
        random.Next(12) switch
        {
            0 => FactTable.NoDay,
            1 => FactTable.SinceEver,
            _ => DayNumber.Of(First) + random.Next(-days, days),
        },
        random.Next(15) == 0 ? FactTable.NoValue : random.Next(-range / 4, range),
        random.Next(products),
        random.Next(3));

    private static bool Holds(Row[] rows)
    {
        FactTable table = new(rows.Length);
        table.Add(Deals.ClosedOn, [.. rows.Select(row => row.Day)]);
        table.Add(Deals.CycleDays, [.. rows.Select(row => row.Days)]);
        table.Add(Deals.Product, [.. rows.Select(row => row.Product)], Names(400));
        table.Add(Deals.Outcome, [.. rows.Select(row => row.Kind)], Names(3));
        HistogramMeasure all = new("days", Deals.CycleDays, Deals.ClosedOn);
        Measure[] measures = [all, all with { Where = [new CodeIn(Deals.Outcome, ["1"])] }];
        DateWindow[] windows = [new(null, First), new(First, First.PlusDays(100)), new(First.PlusDays(50), First.PlusDays(300)), new(null, First.PlusDays(400))];
        foreach (ValueList<Dimension> by in (ValueList<Dimension>[])[[], [Dimensions.Product]])
        {
            foreach (Measure measure in measures)
            {
                MeasureRequest[] requests = [.. windows.Select(window => new MeasureRequest(measure, window) { By = by })];
                MeasureTable result = new(requests);
                HistogramSweep sweep = new(
                    table, CellIndex.Of(table, Relation.Deals, by, []), (HistogramMeasure)measure, [.. requests.Select((request, i) => (i, request.Window))],
                    new KernelOptions(Threads: 3, RowsPerBlock: 1, RowsPerThread: 5));
                Pass.Run([sweep], result, threads: 3, default);
                foreach (MeasureRequest request in requests) RequireSame(rows, request, result);
            }
        }

        return true;
    }

    private static void RequireSame(Row[] rows, MeasureRequest request, MeasureTable result)
    {
        ILookup<Cell, int> expected = rows.Where(row => Takes(row, request))
            .ToLookup(row => request.By.Count == 0 ? Cell.Total : Cell.Of(NameOf(row.Product)), row => (int)row.Days);
        foreach (Cell cell in result.CellsBy(request.By).Union(expected.Select(cell => cell.Key)))
        {
            DayHistogram plain = DayHistogram.From(expected[cell].Select(days => KeyValuePair.Create(days, 1L))), actual = result.Histogram(cell, request);
            Assert.Equal(plain.Count, actual.Count);
            for (int i = 0; i <= 20; i++) Assert.Equal(plain.Percentile(i / 20m), actual.Percentile(i / 20m));
        }
    }

    private static bool Takes(Row row, MeasureRequest request) =>
        row.Days != FactTable.NoValue && row.Day != FactTable.NoDay && row.Day < DayNumber.Of(request.Window.To)
        && (request.Window.From is not { } from || row.Day >= DayNumber.Of(from)) && (request.Measure.Where.Count == 0 || row.Kind == 1);

    private static string? NameOf(int code) => code == 0 ? null : $"{code}";

    private static NameList Names(int count)
    {
        NameList names = new();
        for (int code = 1; code < count; code++) names.CodeOf(NameOf(code));
        return names;
    }
}
