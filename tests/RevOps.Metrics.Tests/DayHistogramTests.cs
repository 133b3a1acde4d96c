namespace RevOps.Metrics.Tests;

public sealed class DayHistogramTests
{
    private static DayHistogram Of(params ReadOnlySpan<int> days) => DayHistogram.From(days.ToArray().Select(day => KeyValuePair.Create(day, 1L)));

    /// <summary>quantile(c(1, 3, 6, 10, 15, 21), probs, type = 7) in R: ranks 1 + 5p.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.1, 2)]
    [InlineData(0.25, 3.75)]
    [InlineData(0.5, 8)]
    [InlineData(0.75, 13.75)]
    [InlineData(0.9, 18)]
    [InlineData(1, 21)]
    public void Percentiles_are_those_of_type_7(double share, double expected) => Assert.Equal((decimal)expected, Of(21, 1, 15, 3, 10, 6).Percentile((decimal)share));

    [Fact]
    public void The_median_is_exact_for_odd_even_repeated_and_single_numbers()
    {
        Assert.Equal(78, Of(90, 60, 78).Percentile(0.5m));
        Assert.Equal(69, Of(60, 78).Percentile(0.5m));
        Assert.Equal(5, Of(5, 5, 5, 900).Percentile(0.5m));
        Assert.Equal(7, Of(7).Percentile(0.123m));
        Assert.Equal(-1.5m, Of(-2, -1).Percentile(0.5m));
    }

    [Fact]
    public void Nothing_has_no_percentile()
    {
        Assert.Null(DayHistogram.Empty.Percentile(0.5m));
        Assert.Equal(0, DayHistogram.Empty.Count);
        Assert.Equal(0, DayHistogram.From([KeyValuePair.Create(3, 1L), KeyValuePair.Create(3, -1L)]).Count);
    }

    [Fact]
    public void Merging_is_having_all_numbers_in_one()
    {
        DayHistogram merged = DayHistogram.Merge(Of(1, 6, 6), Of(10, 6, 21));
        Assert.Equal(6, merged.Count);
        foreach (decimal share in (decimal[])[0, 0.2m, 0.5m, 0.9m, 1]) Assert.Equal(Of(1, 6, 6, 6, 10, 21).Percentile(share), merged.Percentile(share));
        Assert.Equal(merged.Percentile(0.3m), DayHistogram.Merge(merged, DayHistogram.Empty).Percentile(0.3m));
        Assert.Equal(merged.Percentile(0.3m), DayHistogram.Merge(DayHistogram.Empty, merged).Percentile(0.3m));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    public void A_share_lies_between_0_and_1(double share) => Assert.Throws<ArgumentOutOfRangeException>(() => Of(1).Percentile((decimal)share));
}
