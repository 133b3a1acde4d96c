using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace RevOps.Metrics.Tests;

public class BillingIntervalTests
{
    [Fact]
    public void The_default_value_is_a_month()
    {
        Assert.Equal(BillingInterval.Month, default);
        Assert.Equal("month", default(BillingInterval).ToString());
        Assert.Equal(1, default(BillingInterval).Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_count_is_positive(int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new BillingInterval(count, BillingUnit.Month));

    [Fact]
    public void A_unit_is_one_of_four() => Assert.Throws<ArgumentOutOfRangeException>(() => new BillingInterval(1, (BillingUnit)4));

    [Theory]
    [InlineData("day", 1, BillingUnit.Day)]
    [InlineData("Weekly", 1, BillingUnit.Week)]
    [InlineData("monthly", 1, BillingUnit.Month)]
    [InlineData("QUARTER", 3, BillingUnit.Month)]
    [InlineData("2 quarters", 6, BillingUnit.Month)]
    [InlineData("annual", 1, BillingUnit.Year)]
    [InlineData(" 2-weeks ", 2, BillingUnit.Week)]
    [InlineData("3 years", 3, BillingUnit.Year)]
    public void The_words_of_price_lists_are_read(string text, int count, BillingUnit unit) =>
        Assert.Equal(new BillingInterval(count, unit), BillingInterval.Parse(text, null));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("fortnight")]
    [InlineData("0 months")]
    [InlineData("-2 weeks")]
    [InlineData(" -2 weeks")]
    [InlineData("1.5 months")]
    [InlineData("two weeks")]
    [InlineData("2")]
    [InlineData("every 2 weeks")]
    [InlineData("2147483647 quarters")]
    public void Anything_else_says_what_to_write(string text)
    {
        Assert.False(BillingInterval.TryParse(text, null, out BillingInterval result));
        Assert.Equal(default, result);
        var error = Assert.Throws<FormatException>(() => BillingInterval.Parse(text, null));
        Assert.Contains("write day, week, month, quarter or year", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_no_interval() => Assert.False(BillingInterval.TryParse(null, null, out _));

    [Fact]
    public void What_is_written_is_read_back() => Law.Holds(
        from count in Gen.Choose(1, int.MaxValue)
        from unit in Gen.Elements(Enum.GetValues<BillingUnit>())
        select new BillingInterval(count, unit),
        interval => BillingInterval.Parse(interval.ToString(), null) == interval);

    [Theory]
    [InlineData("12 months", true)]
    [InlineData("11 months", false)]
    [InlineData("52 weeks", true)]
    [InlineData("51 weeks", false)]
    [InlineData("365 days", true)]
    [InlineData("364 days", false)]
    [InlineData("year", true)]
    public void A_year_is_12_months_52_weeks_or_365_days(string text, bool isAYearOrLonger) =>
        Assert.Equal(isAYearOrLonger, BillingInterval.Parse(text, null).IsAYearOrLonger);

    [Theory]
    [InlineData("month", 2026, 2, 28)] // 31 January and a month is the last day of February
    [InlineData("quarter", 2026, 4, 30)]
    [InlineData("2 weeks", 2026, 2, 14)]
    [InlineData("30 days", 2026, 3, 2)]
    [InlineData("year", 2027, 1, 31)]
    public void The_next_bill_falls_one_interval_later(string text, int year, int month, int day) =>
        Assert.Equal(new LocalDate(year, month, day), BillingInterval.Parse(text, null).After(new LocalDate(2026, 1, 31)));
}
