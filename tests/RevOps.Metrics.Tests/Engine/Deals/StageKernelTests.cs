using FsCheck.Fluent;

namespace RevOps.Metrics.Tests;

/// <summary>The visits that the kernel finds are those of the oracle, row by row and in every column, with any number of threads.</summary>
public sealed class StageKernelTests
{
    private static readonly Column[] Columns =
    [
        StageVisits.EnteredOn, StageVisits.LeftOn, StageVisits.AdvancedOn, StageVisits.DaysInStage, StageVisits.Visit, StageVisits.Advanced, StageVisits.Stage,
        StageVisits.NextStage, StageVisits.Outcome, StageVisits.Owner, StageVisits.Type, StageVisits.Reached("Demo"), StageVisits.ReachedOn("Proposal"),
    ];

    [Fact]
    public void Visits_are_those_of_the_oracle() => Law.Holds(
        Gen.Choose(0, int.MaxValue - 1),
        seed =>
        {
            RevenueDataset data = DealBook.Draw(seed, 30);
            Assert.Equal(Expected(data), Rows(data, 1));
            return true;
        },
        cases: 500);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(6)]
    public void Visits_do_not_depend_on_threads(int seed)
    {
        // More deals than one thread takes.
        RevenueDataset data = DealBook.Draw(seed, 5000);
        string[] expected = Expected(data);
        foreach (int threads in (int[])[1, 2, 3, 7]) Assert.Equal(expected, Rows(data, threads));
    }

    private static string[] Expected(RevenueDataset data) => [.. NaiveRecords.StageVisits(data, CustomerIdentity.Canonical).Select(row => DealBook.RowOf(row, Columns))];

    private static string[] Rows(RevenueDataset data, int threads)
    {
        FactTable table = StageFacts.Compile(data, DealBook.TraitsOf(data), threads);
        return [.. Enumerable.Range(0, table.Rows).Select(row => DealBook.RowOf(table, row, Columns))];
    }
}
