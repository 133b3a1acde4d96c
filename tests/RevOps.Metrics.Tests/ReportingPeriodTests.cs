using NodaTime;

namespace RevOps.Metrics.Tests;

public class ReportingPeriodTests
{
    private static readonly ReportingPeriod Range = ReportingPeriod.Between(new LocalDate(2026, 1, 5), new LocalDate(2026, 2, 9));

    [Fact]
    public void A_custom_range_ends_before_its_end()
    {
        Assert.Equal(CalendarGrain.Custom, Range.Grain);
        Assert.Equal("2026-01-05..2026-02-09", Range.Label);
        Assert.Equal("2026-01-05..2026-02-09", Range.ToString());
        Assert.Equal(35, Range.Days); // 27 in January, 8 in February
        Assert.Equal(new LocalDate(2026, 2, 8), Range.LastDay);
        Assert.True(Range.Contains(new LocalDate(2026, 1, 5)));
        Assert.True(Range.Contains(new LocalDate(2026, 2, 8)));
        Assert.False(Range.Contains(new LocalDate(2026, 2, 9)));
        Assert.False(Range.Contains(new LocalDate(2026, 1, 4)));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(4)]
    public void A_range_without_days_is_refused(int endDay)
    {
        LocalDate end = new(2026, 1, endDay);
        var error = Assert.Throws<ArgumentException>(() => ReportingPeriod.Between(new LocalDate(2026, 1, 5), end));
        Assert.Contains($"The period 2026-01-05..2026-01-0{endDay} has no days", error.Message, StringComparison.Ordinal);
        Assert.Contains("give an end later than the start", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_date_of_another_calendar_says_how_to_convert()
    {
        LocalDate julian = new(2026, 1, 5, CalendarSystem.Julian);
        var error = Assert.Throws<ArgumentException>(() => ReportingPeriod.Between(julian, new LocalDate(2026, 2, 9)));
        Assert.Contains("WithCalendar(CalendarSystem.Iso)", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ReportingPeriod.Between(new LocalDate(2026, 1, 5), julian.PlusDays(35)));
    }

    [Fact]
    public void Periods_that_only_touch_do_not_intersect()
    {
        IReadOnlyList<ReportingPeriod> months = ReportingCalendar.Gregorian.Months(2026);
        Assert.False(months[0].Intersects(months[1]));
        Assert.False(months[1].Intersects(months[0]));
        Assert.True(months[0].Intersects(Range));
        Assert.True(Range.Intersects(months[1]));
        Assert.False(Range.Intersects(months[2]));
    }

    [Fact]
    public void Equality_is_by_span_and_grain_and_not_by_label()
    {
        ReportingPeriod calendarQuarter = ReportingCalendar.Gregorian.Quarters(2026)[0];
        ReportingPeriod fiscalQuarter = ReportingCalendar.FiscalYearStartingIn(7).Quarters(2026)[2];
        Assert.Equal("2026-Q1", calendarQuarter.Label);
        Assert.Equal("FY26-Q3", fiscalQuarter.Label);
        Assert.Equal(calendarQuarter, fiscalQuarter);
        Assert.Equal(calendarQuarter.GetHashCode(), fiscalQuarter.GetHashCode());
        Assert.NotEqual(calendarQuarter, ReportingPeriod.Between(calendarQuarter.Start, calendarQuarter.End));
    }

    [Fact]
    public void Length_in_months_goes_by_grain()
    {
        ReportingCalendar retail = ReportingCalendar.NationalRetailFederation;
        LocalDate february = new(2026, 2, 10);
        Assert.Equal(12m / 365m, retail.PeriodContaining(february, CalendarGrain.Day).MonthsLong);
        Assert.Equal(12m / 52m, retail.PeriodContaining(february, CalendarGrain.Week).MonthsLong);
        Assert.Equal(1m, retail.PeriodContaining(february, CalendarGrain.Month).MonthsLong);
        Assert.Equal(3m, retail.PeriodContaining(february, CalendarGrain.Quarter).MonthsLong);
        Assert.Equal(6m, retail.PeriodContaining(february, CalendarGrain.Half).MonthsLong);
        Assert.Equal(12m, retail.Year(2023).MonthsLong); // 53 weeks count as a year
    }

    [Fact]
    public void Length_of_a_custom_range_counts_whole_months_where_it_can()
    {
        Assert.Equal(14m, ReportingPeriod.Between(new LocalDate(2025, 1, 15), new LocalDate(2026, 3, 15)).MonthsLong);
        Assert.Equal(2m, ReportingPeriod.Between(new LocalDate(2026, 1, 31), new LocalDate(2026, 3, 31)).MonthsLong);
        Assert.Equal(420m / 365m, Range.MonthsLong); // 35 days x 12 / 365
    }
}
