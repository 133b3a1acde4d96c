using FsCheck.Fluent;
using NodaTime;

namespace RevOps.Metrics.Tests;

/// <summary>The kernel beside sums over rows one by one, for columns of every width.</summary>
public sealed class SumKernelTests
{
    private static readonly LocalDate First = new(2024, 1, 1);

    private static readonly Dimension Product = Dimensions.Product;

    private sealed record Row(int Day, long Amount, int Product, int Kind);

    /// <param name="Rows">The rows.</param>
    /// <param name="Products">How many products there are names of.</param>
    /// <param name="Kinds">How many kinds there are names of.</param>
    private sealed record Case(Row[] Rows, int Products, int Kinds);

    [Fact]
    public void Sums_and_counts_are_those_of_the_rows_one_by_one() => Law.Holds(Gen.Choose(0, int.MaxValue - 1).Select(Draw), Holds, cases: 500);

    [Fact]
    public void Sums_of_many_rows_do_not_depend_on_threads()
    {
        // More rows than one thread takes; in amounts of eight bytes, as some are not known, and in such of four.
        foreach (long most in (long[])[1_000_000, 1_000])
        {
            Random random = new(7);
            Row[] rows = [.. Enumerable.Range(0, 300_000).Select(_ => DrawRow(random, 5, 4, 700, most))];
            Assert.True(Holds(new Case(rows, 5, 4), rowsPerThread: 20_000));
        }
    }

    [Fact]
    public void A_sum_that_is_too_large_is_an_error()
    {
        Row[] rows = [new(1, long.MaxValue - 5, 1, 1), new(2, 6, 1, 1)];

        Assert.Throws<OverflowException>(() => Holds(new Case(rows, 2, 2)));
    }

    [Fact]
    public void A_sum_that_is_too_large_in_any_thread_is_the_same_error()
    {
        Row[] rows = [.. Enumerable.Range(0, 300_000).Select(i => new Row(1, i == 299_000 ? long.MaxValue : 1, 1, 1))];

        Assert.Throws<OverflowException>(() => Holds(new Case(rows, 2, 2)));
    }

    private static Case Draw(int seed)
    {
        Random random = new(seed);
        int products = random.Next(3) == 0 ? 400 : random.Next(1, 6), kinds = random.Next(4) == 0 ? 300 : random.Next(1, 6);
        int days = random.Next(3) == 0 ? 200_000 : 700;
        long most = random.Next(2) == 0 ? 1_000 : 1L << 40;
        return new Case([.. Enumerable.Range(0, random.Next(0, 60)).Select(_ => DrawRow(random, products, kinds, days, most))], products, kinds);
    }

    private static Row DrawRow(Random random, int products, int kinds, int days, long most) => new(
        random.Next(12) switch
        {
            0 => FactTable.NoDay,
            1 => FactTable.SinceEver,
            _ => DayNumber.Of(First) + random.Next(-days, days),
        },
        random.Next(15) == 0 && most > 1_000 ? FactTable.NoValue : random.NextInt64(-most, most),
        random.Next(products),
        random.Next(kinds));

    private static bool Holds(Case c) => Holds(c, rowsPerThread: 3);

    private static bool Holds(Case c, int rowsPerThread)
    {
        FactTable table = new(c.Rows.Length);
        table.Add(Deals.ClosedOn, [.. c.Rows.Select(row => row.Day)]);
        table.Add(Deals.Amount, [.. c.Rows.Select(row => row.Amount)]);
        table.Add(Deals.NewCustomers, new WholeNumbers([.. c.Rows.Select(row => (sbyte)JoinedIn(row))]));
        table.Add(Deals.Product, [.. c.Rows.Select(row => row.Product)], Names(c.Products));
        table.Add(Deals.Outcome, [.. c.Rows.Select(row => row.Kind)], Names(c.Kinds));
        Measure sum = new SumMeasure("sum", Deals.Amount, Deals.ClosedOn), count = new CountMeasure("count", Deals.ClosedOn), known = new CountMeasure("known", Deals.ClosedOn, Deals.Amount);
        Measure joined = new SumMeasure("joined", Deals.NewCustomers, Deals.ClosedOn);
        CodeIn one = new(Deals.Outcome, ["1"]), others = new(Deals.Outcome, ["2", "3"]);
        ValueBetween small = new(Deals.Amount, -500, 500);
        Measure[] measures =
        [
            sum, sum with { Where = [one] }, sum with { Where = [others] }, sum with { Where = [small] }, sum with { Where = [small, others] },
            // By the same conditions as the amounts, so that both are summed together where the amounts are known and small enough.
            joined, joined with { Where = [one] }, joined with { Where = [small, others] },
            count, count with { Where = [one] }, known, known with { Where = [others] },
            // More conditions than there is a bit for.
            .. Enumerable.Range(1, 9).Select(i => known with { Name = $"{i}", Where = [new ValueBetween(Deals.Amount, -i, 100 * i), others] }),
        ];
        DateWindow[] windows = [new(null, First), new(First, First.PlusDays(100)), new(First.PlusDays(50), First.PlusDays(300)), new(null, First.PlusDays(400))];
        foreach (ValueList<Dimension> dimensions in new ValueList<Dimension>[] { [], [Product], [Product, Product] })
        {
            foreach (ValueList<DimensionFilter> filters in new ValueList<DimensionFilter>[] { [], [new(Product, ["1", "2", null])] })
            {
                MeasureRequest[] requests = [.. from measure in measures from window in windows select new MeasureRequest(measure, window) { By = dimensions, Where = filters }];
                MeasureLayout layout = new(requests);
                IEnumerable<Pass> passes = MeasurePasses.Of(
                    table, CellIndex.Of(table, Relation.Deals, dimensions, filters),
                    requests.Index().GroupBy(request => request.Item.Measure)
                        .Select(group => (group.Key, (IReadOnlyList<(int, DateWindow)>)[.. group.Select(request => (request.Index, request.Item.Window))])),
                    layout, new KernelOptions(Threads: 3, RowsPerBlock: 1, rowsPerThread));
                Pass[] once = [.. passes], forMany = Array.ConvertAll(once, pass => pass.ForMany());
                MeasureTable result = AnswerOf(once, layout);
                foreach (MeasureRequest request in requests)
                {
                    var expected = from row in c.Rows
                                   where Takes(row, request)
                                   group row by dimensions.Count == 0 ? Cell.Total : new Cell([.. dimensions.Select(_ => NameOf(row.Product))]) into cell
                                   select (cell.Key, Number: cell.Sum(row => request.Measure is SumMeasure of ? of.Column == Deals.NewCustomers ? JoinedIn(row) : row.Amount : 1));
                    foreach ((Cell cell, long number) in expected)
                    {
                        if (result[cell, request] != number) throw new InvalidOperationException($"{request.Measure} {request.Window} in {cell}: {result[cell, request]}, not {number}");
                    }

                    HashSet<Cell> found = [.. expected.Select(cell => cell.Key)];
                    if (result.CellsBy(dimensions).Any(cell => !found.Contains(cell) && result[cell, request] != 0)) throw new InvalidOperationException($"{request.Measure} has a cell too many");
                }

                // The second of them has nothing of the first.
                RequireSame(result, AnswerOf(forMany, layout), requests, dimensions);
                RequireSame(result, AnswerOf(forMany, layout), requests, dimensions);
            }
        }

        return true;
    }

    private static MeasureTable AnswerOf(Pass[] passes, MeasureLayout layout)
    {
        MeasureTable result = new(layout);
        Pass.Run(passes, result, threads: 3, default);
        return result;
    }

    private static void RequireSame(MeasureTable once, MeasureTable again, MeasureRequest[] requests, ValueList<Dimension> dimensions)
    {
        if (!once.CellsBy(dimensions).ToHashSet().SetEquals(again.CellsBy(dimensions))) throw new InvalidOperationException("Made for many, the passes find other cells.");
        foreach (MeasureRequest request in requests)
        {
            foreach (Cell cell in once.CellsBy(dimensions))
            {
                if (once[cell, request] != again[cell, request])
                {
                    throw new InvalidOperationException($"{request.Measure} {request.Window} in {cell}: {once[cell, request]}, and made for many {again[cell, request]}");
                }
            }
        }
    }

    private static int JoinedIn(Row row) => (row.Kind % 3) - 1;

    private static bool Takes(Row row, MeasureRequest request) =>
        (request.Measure is CountMeasure { Of: null } || request.Measure is SumMeasure { Column: var column } && column == Deals.NewCustomers || row.Amount != FactTable.NoValue)
        && row.Day != FactTable.NoDay && row.Day < DayNumber.Of(request.Window.To) && (request.Window.From is not { } from || row.Day >= DayNumber.Of(from))
        && (request.Where.Count == 0 || row.Product is 0 or 1 or 2)
        && request.Measure.Where.All(condition => condition switch
        {
            CodeIn names => NameOf(row.Kind) is { } name && names.Names.Contains(name),
            ValueBetween between => row.Amount != FactTable.NoValue && between.Least <= row.Amount && row.Amount <= between.Most,
            _ => throw new NotSupportedException(),
        });

    private static string? NameOf(int code) => code == 0 ? null : $"{code}";

    private static NameList Names(int count) => NameList.OfDifferent(Enumerable.Range(1, count - 1).Select(code => $"{code}"));
}
