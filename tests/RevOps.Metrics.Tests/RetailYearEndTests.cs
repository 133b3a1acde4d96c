using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace RevOps.Metrics.Tests;

public class RetailYearEndTests
{
    [Theory]
    [InlineData(2022, 9, 24)]
    [InlineData(2023, 9, 30)]
    [InlineData(2024, 9, 28)]
    public void The_last_Saturday_of_September(int year, int month, int day) =>
        Assert.Equal(new LocalDate(year, month, day), RetailYearEnd.Last(IsoDayOfWeek.Saturday, 9).In(year));

    [Theory]
    [InlineData(2023, 1, 28)]
    [InlineData(2024, 2, 3)]
    [InlineData(2025, 2, 1)]
    [InlineData(2026, 1, 31)]
    public void The_Saturday_nearest_to_the_end_of_January(int year, int month, int day) =>
        Assert.Equal(new LocalDate(year, month, day), RetailYearEnd.Nearest(IsoDayOfWeek.Saturday, 1).In(year));

    [Fact]
    public void The_nearest_day_can_lie_in_the_next_year() =>
        Assert.Equal(new LocalDate(2027, 1, 2), RetailYearEnd.Nearest(IsoDayOfWeek.Saturday, 12).In(2026));

    [Fact]
    public void The_rule_reads_as_people_say_it()
    {
        Assert.Equal("the last Saturday of month 9", RetailYearEnd.Last(IsoDayOfWeek.Saturday, 9).ToString());
        Assert.Equal("the Saturday nearest to the end of month 1", RetailYearEnd.Nearest(IsoDayOfWeek.Saturday, 1).ToString());
    }

    [Fact]
    public void Rules_without_a_day_or_month_are_refused()
    {
        Assert.Contains("Monday to Sunday", Refusal(() => RetailYearEnd.Last(IsoDayOfWeek.None, 1)), StringComparison.Ordinal);
        Assert.Contains("1 (January) to 12", Refusal(() => RetailYearEnd.Nearest(IsoDayOfWeek.Friday, 0)), StringComparison.Ordinal);
        Assert.Contains("1 (January) to 12", Refusal(() => RetailYearEnd.Nearest(IsoDayOfWeek.Friday, 13)), StringComparison.Ordinal);
    }

    [Fact]
    public void Both_rules_equal_a_search_through_the_days()
    {
        Gen<(IsoDayOfWeek Day, int Month, int Year)> cases =
            from day in Gen.Choose(1, 7)
            from month in Gen.Choose(1, 12)
            from year in Gen.Choose(1900, 2300)
            select ((IsoDayOfWeek)day, month, year);

        Law.Holds(cases, c =>
        {
            LocalDate monthEnd = new LocalDate(c.Year, c.Month, 1).PlusMonths(1).PlusDays(-1);
            var days = Enumerable.Range(-10, 21).Select(monthEnd.PlusDays).Where(date => date.DayOfWeek == c.Day).ToList();
            LocalDate last = days.Where(date => date <= monthEnd).Max();
            LocalDate nearest = days.MinBy(date => Math.Abs(Period.DaysBetween(date, monthEnd)));
            return RetailYearEnd.Last(c.Day, c.Month).In(c.Year) == last && RetailYearEnd.Nearest(c.Day, c.Month).In(c.Year) == nearest;
        });
    }

    private static string Refusal(Func<object> act) => Assert.Throws<ArgumentOutOfRangeException>(act).Message;
}
