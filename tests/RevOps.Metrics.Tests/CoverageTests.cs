using NodaTime;

namespace RevOps.Metrics.Tests;

public class CoverageTests
{
    private static readonly LocalDate January = new(2026, 1, 1);
    private static readonly LocalDate April = new(2026, 4, 1);
    private static readonly Coverage Quarter = new(January, April);

    [Theory]
    [InlineData(-1, 0, false, false)] // the day before
    [InlineData(-1, 1, true, false)] // over the start
    [InlineData(0, 90, true, true)] // all of it
    [InlineData(0, 91, true, false)] // a day too many
    [InlineData(89, 90, true, true)] // the last day
    [InlineData(90, 91, false, false)] // the day after
    public void It_is_half_open(int from, int to, bool intersects, bool contains)
    {
        Assert.Equal(intersects, Quarter.Intersects(January.PlusDays(from), January.PlusDays(to)));
        Assert.Equal(contains, Quarter.Contains(January.PlusDays(from), January.PlusDays(to)));
    }

    [Fact]
    public void Without_a_limit_it_never_ends()
    {
        Coverage open = new(January);
        Assert.True(open.Contains(April, LocalDate.MaxIsoValue));
        Assert.True(open.Intersects(April, LocalDate.MaxIsoValue));
        Assert.False(open.Contains(January.PlusDays(-1), April));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Without_days_it_is_refused(int days)
    {
        var error = Assert.Throws<ArgumentException>(() => new Coverage(January, January.PlusDays(days)));
        Assert.Contains("has no days: give an end later than the start", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_whether_it_was_declared()
    {
        Assert.Equal("2026-01-01..2026-04-01 (declared)", Quarter.ToString());
        Assert.Equal("2026-01-01.. (taken from the data)", new Coverage(January, IsDeclared: false).ToString());
        Assert.NotEqual(Quarter, Quarter with { IsDeclared = false });
    }
}
