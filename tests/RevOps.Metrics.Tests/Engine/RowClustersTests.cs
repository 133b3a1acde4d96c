namespace RevOps.Metrics.Tests;

/// <summary>Which rows are brought into clusters. What is summed over them is held to the rows one by one in <see cref="SumKernelTests"/>.</summary>
public sealed class RowClustersTests
{
    [Theory]
    [InlineData(8, 6, true)]
    [InlineData(10_000, 1, true)]
    // A hundred places for clusters and days of each row.
    [InlineData(100_000, 1, false)]
    // More pairs than a whole number of four bytes tells.
    [InlineData(100_000, 100_000, false)]
    public void Rows_are_clustered_where_that_takes_no_more_than_some_places_a_row(int cells, int names, bool expected)
    {
        Codes none = new(new int[1]);
        SumPlaces places = new(none, new int[cells], none, new int[names], notAsked: 1);
        DayNumbers year = DayNumbers.Of([.. Enumerable.Range(0, 365)]);

        Assert.Equal(expected, RowClusters.CanBeOf(places, year, rows: 1_000_000));
    }

    [Fact]
    public void Rows_of_days_too_far_apart_are_not_clustered() =>
        Assert.False(RowClusters.CanBeOf(new SumPlaces(null, [], null, [0], notAsked: 1), DayNumbers.Of([0, 100_000]), rows: 1_000_000));
}
