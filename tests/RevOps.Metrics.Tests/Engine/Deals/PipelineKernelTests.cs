using FsCheck.Fluent;
using NodaTime;

namespace RevOps.Metrics.Tests;

/// <summary>The pipeline that the kernel's movements add up to is that of the oracle on every day, and leaving out what a question cannot see changes nothing.</summary>
public sealed class PipelineKernelTests
{
    private static readonly CodeColumn[] Names = [PipelineMovements.Stage, PipelineMovements.Owner, PipelineMovements.Category, PipelineMovements.Type];

    private static readonly Column[] Columns =
    [
        PipelineMovements.DealId, PipelineMovements.On, PipelineMovements.Until, PipelineMovements.ClosedOn, PipelineMovements.ExpectedCloseOn, PipelineMovements.CountChange,
        PipelineMovements.AmountChange, PipelineMovements.Outcome, .. Names,
    ];

    [Fact]
    public void The_pipeline_of_a_day_is_that_of_the_oracle_whatever_is_left_out() => Law.Holds(
        Gen.Choose(0, int.MaxValue - 1),
        seed =>
        {
            RevenueDataset data = DealBook.Draw(seed, 20);
            LocalDate[] days = [.. Enumerable.Range(-2, 16).Select(new LocalDate(2025, 1, 30).PlusDays), new(1650, 1, 1), new(1999, 6, 1), new(2400, 1, 1)];
            DateWindow early = new(null, new LocalDate(2025, 2, 3));
            Condition[][] conditions =
            [
                [], [Condition.In(PipelineMovements.Stage, "Demo", "Commit")], [Condition.In(PipelineMovements.Category, nameof(ForecastCategory.Commit))],
                [new DayIn(PipelineMovements.ExpectedCloseOn, early)], [new DayNotIn(PipelineMovements.ClosedOn, early)],
                [new CodeIsKnown(PipelineMovements.Owner), Condition.In(PipelineMovements.Type, nameof(DealType.Renewal))], [new DayIsKnown(PipelineMovements.Until)],
            ];
            TwinEngine twins = new(data.Engine, new NaiveEngine(data));
            SumMeasure[] sums = [new("open deals", PipelineMovements.CountChange, PipelineMovements.On), new("amount", PipelineMovements.AmountChange, PipelineMovements.On)];
            // Each by itself, so that as much is left out as can be.
            foreach (ValueList<Dimension> by in (ValueList<Dimension>[])[[], .. Names.Select(column => ValueList.From([new Dimension("name", column)]))])
            {
                foreach (Measure measure in from sum in sums from taken in conditions select sum.With(taken))
                {
                    twins.MeasureAsync(new MeasureQuery { Requests = [.. days.Select(day => new MeasureRequest(measure, DateWindow.Before(day)) { By = by })] }).AsTask().GetAwaiter().GetResult();
                }
            }

            return true;
        },
        cases: 100);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(6)]
    public void Movements_do_not_depend_on_threads(int seed)
    {
        RevenueDataset data = DealBook.Draw(seed, 5000);
        string[] expected = Rows(data, 1);
        foreach (int threads in (int[])[2, 3, 7]) Assert.Equal(expected, Rows(data, threads));
    }

    private static string[] Rows(RevenueDataset data, int threads)
    {
        FactTable table = PipelineFacts.Compile(data, DealBook.TraitsOf(data), PipelineAspects.EachChange, threads);
        return [.. Enumerable.Range(0, table.Rows).Select(row => DealBook.RowOf(table, row, Columns))];
    }
}
