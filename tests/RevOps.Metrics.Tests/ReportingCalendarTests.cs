using NodaTime;

namespace RevOps.Metrics.Tests;

public class ReportingCalendarTests
{
    private static readonly ReportingCalendar Gregorian = ReportingCalendar.Gregorian;
    private static readonly ReportingCalendar FromJuly = ReportingCalendar.FiscalYearStartingIn(7);
    private static readonly ReportingCalendar Nrf = ReportingCalendar.NationalRetailFederation;

    private static readonly ReportingCalendar LastSaturdayOfSeptember =
        ReportingCalendar.Retail(RetailPattern.FourFourFive, RetailYearEnd.Last(IsoDayOfWeek.Saturday, month: 9));

    [Fact]
    public void A_calendar_year_and_its_parts()
    {
        Assert.Equal("2026", Show(Gregorian.Year(2026), "2026-01-01", "2027-01-01", CalendarGrain.Year));
        Assert.Equal("2026-H2", Show(Gregorian.Halves(2026)[1], "2026-07-01", "2027-01-01", CalendarGrain.Half));
        Assert.Equal("2026-Q2", Show(Gregorian.Quarters(2026)[1], "2026-04-01", "2026-07-01", CalendarGrain.Quarter));
        Assert.Equal("2026-02", Show(Gregorian.Months(2026)[1], "2026-02-01", "2026-03-01", CalendarGrain.Month));
        Assert.Equal("2026-01-31", Show(Gregorian.Days(2026)[30], "2026-01-31", "2026-02-01", CalendarGrain.Day));
        Assert.Equal([12, 4, 2], [Gregorian.Months(2026).Count, Gregorian.Quarters(2026).Count, Gregorian.Halves(2026).Count]);
        Assert.Equal([2025, 2026, 2027], Gregorian.Years(2025, 2027).Select(year => year.Start.Year));
    }

    [Theory]
    [InlineData(2023, 28, 365)]
    [InlineData(2024, 29, 366)]
    [InlineData(1900, 28, 365)]
    [InlineData(2000, 29, 366)]
    public void Leap_years_have_their_day(int year, int february, int days)
    {
        Assert.Equal(february, Gregorian.Months(year)[1].Days);
        Assert.Equal(days, Gregorian.Days(year).Count);
    }

    [Theory]
    [InlineData(2020, 53, "2019-12-30")]
    [InlineData(2025, 52, "2024-12-30")]
    [InlineData(2026, 53, "2025-12-29")]
    [InlineData(2027, 52, "2027-01-04")]
    public void Iso_weeks_start_on_Monday(int year, int weeks, string start)
    {
        Assert.Equal(weeks, Gregorian.Weeks(year).Count);
        Assert.Equal(start, Iso(Gregorian.Weeks(year)[0].Start));
    }

    [Fact]
    public void Iso_weeks_take_no_notice_of_the_fiscal_year()
    {
        Assert.Equal("2026-W05", Show(Gregorian.Weeks(2026)[4], "2026-01-26", "2026-02-02", CalendarGrain.Week));
        Assert.Equal(Labels(Gregorian.Weeks(2026)), Labels(FromJuly.Weeks(2026)));
        Assert.Equal("2026-W53", FromJuly.PeriodContaining(new LocalDate(2027, 1, 3), CalendarGrain.Week).Label);
        Assert.Equal("2026-W01", FromJuly.PeriodContaining(new LocalDate(2025, 12, 29), CalendarGrain.Week).Label);
    }

    [Fact]
    public void A_fiscal_year_is_named_by_its_end_and_keeps_the_names_of_months()
    {
        Assert.Equal("FY26", Show(FromJuly.Year(2026), "2025-07-01", "2026-07-01", CalendarGrain.Year));
        Assert.Equal("FY26-H2", Show(FromJuly.Halves(2026)[1], "2026-01-01", "2026-07-01", CalendarGrain.Half));
        Assert.Equal("FY26-Q3", Show(FromJuly.Quarters(2026)[2], "2026-01-01", "2026-04-01", CalendarGrain.Quarter));
        Assert.Equal("2025-07", Show(FromJuly.Months(2026)[0], "2025-07-01", "2025-08-01", CalendarGrain.Month));
        Assert.Equal("2026-06", FromJuly.Months(2026)[11].Label);
        Assert.Equal("FY27-Q1", FromJuly.PeriodContaining(new LocalDate(2026, 7, 1), CalendarGrain.Quarter).Label);
        Assert.Equal("FY26-Q4", FromJuly.PeriodContaining(new LocalDate(2026, 6, 30), CalendarGrain.Quarter).Label);
    }

    [Fact]
    public void A_fiscal_year_can_be_named_by_its_start()
    {
        ReportingCalendar byStart = FromJuly with { YearNaming = FiscalYearNaming.ByStartYear };
        Assert.Equal("FY25", Show(byStart.Year(2025), "2025-07-01", "2026-07-01", CalendarGrain.Year));
        Assert.Equal("FY25-Q3", byStart.PeriodContaining(new LocalDate(2026, 2, 1), CalendarGrain.Quarter).Label);
        Assert.Equal("2026-02", byStart.PeriodContaining(new LocalDate(2026, 2, 1), CalendarGrain.Month).Label);
        Assert.Equal(FiscalYearNaming.ByStartYear, byStart.YearNaming);
        Assert.Equal(FiscalYearNaming.ByEndYear, FromJuly.YearNaming);
    }

    [Fact]
    public void A_fiscal_year_from_January_is_the_calendar_year_under_either_naming()
    {
        Assert.Equal(Gregorian, ReportingCalendar.FiscalYearStartingIn(1));
        Assert.Equal("2026-Q1", (Gregorian with { YearNaming = FiscalYearNaming.ByStartYear }).Quarters(2026)[0].Label);
    }

    [Fact]
    public void Fiscal_years_of_other_centuries_take_four_digits() => Assert.Equal(
        ["FY1999", "FY00", "FY99", "FY2100"], Labels([.. FromJuly.Years(1999, 2000), .. FromJuly.Years(2099, 2100)]));

    [Fact]
    public void The_retail_federation_s_2023_had_53_weeks()
    {
        Assert.Equal("FY23", Show(Nrf.Year(2023), "2023-01-29", "2024-02-04", CalendarGrain.Year));
        Assert.Equal(53, Nrf.Weeks(2023).Count);
        Assert.Equal("FY24", Show(Nrf.Year(2024), "2024-02-04", "2025-02-02", CalendarGrain.Year));
        Assert.Equal(52, Nrf.Weeks(2024).Count);
        Assert.Equal([2000, 2006, 2012, 2017, 2023], Enumerable.Range(2000, 24).Where(year => Nrf.Weeks(year).Count == 53));
        Assert.Equal(
            [
                "2023-01-29", "2023-02-26", "2023-04-02", "2023-04-30", "2023-05-28", "2023-07-02",
                "2023-07-30", "2023-08-27", "2023-10-01", "2023-10-29", "2023-11-26", "2023-12-31",
            ],
            Nrf.Months(2023).Select(month => Iso(month.Start)));
        Assert.Equal(35, Nrf.Months(2023)[11].Days); // four weeks and the 53rd
        Assert.Equal(28, Nrf.Months(2024)[11].Days);
        Assert.Equal(98, Nrf.Quarters(2023)[3].Days); // 14 weeks
        Assert.Equal("FY23-P12", Nrf.PeriodContaining(new LocalDate(2024, 2, 3), CalendarGrain.Month).Label);
        Assert.Equal("FY23-W53", Nrf.PeriodContaining(new LocalDate(2024, 1, 28), CalendarGrain.Week).Label);
        Assert.Equal("FY24-W01", Show(Nrf.Weeks(2024)[0], "2024-02-04", "2024-02-11", CalendarGrain.Week));
    }

    [Fact]
    public void A_retail_year_to_the_last_Saturday_of_September_had_53_weeks_in_2023()
    {
        Assert.Equal("FY23", Show(LastSaturdayOfSeptember.Year(2023), "2022-09-25", "2023-10-01", CalendarGrain.Year));
        Assert.Equal(53, LastSaturdayOfSeptember.Weeks(2023).Count);
        Assert.Equal("FY24", Show(LastSaturdayOfSeptember.Year(2024), "2023-10-01", "2024-09-29", CalendarGrain.Year));
        Assert.Equal([28, 28, 35, 28, 28, 35, 28, 28, 35, 28, 28, 42], LastSaturdayOfSeptember.Months(2023).Select(month => month.Days));
        Assert.Equal([28, 28, 35, 28, 28, 35, 28, 28, 35, 28, 28, 35], LastSaturdayOfSeptember.Months(2024).Select(month => month.Days));
    }

    [Fact]
    public void The_third_pattern_is_five_four_four()
    {
        RetailYearEnd nearNewYear = RetailYearEnd.Nearest(IsoDayOfWeek.Saturday, month: 12);
        ReportingCalendar calendar = ReportingCalendar.Retail(RetailPattern.FiveFourFour, nearNewYear);
        Assert.Equal([35, 28, 28], calendar.Months(2026).Take(3).Select(month => month.Days));
        Assert.Equal("FY26", Show(calendar.Year(2026), "2026-01-04", "2027-01-03", CalendarGrain.Year)); // named by the December it follows
        Assert.Equal("FY26-P12", calendar.PeriodContaining(new LocalDate(2027, 1, 2), CalendarGrain.Month).Label);
        Assert.Equal("FY25-P12", calendar.PeriodContaining(new LocalDate(2026, 1, 3), CalendarGrain.Month).Label);
        Assert.Equal("FY26", (calendar with { YearNaming = FiscalYearNaming.ByStartYear }).Year(2026).Label);
    }

    [Fact]
    public void Periods_of_a_range_reach_beyond_it_where_it_cuts_one()
    {
        LocalDate from = new(2026, 1, 31);
        Assert.Equal(["2026-01", "2026-02"], Labels(Gregorian.Periods(CalendarGrain.Month, from, new LocalDate(2026, 3, 1))));
        Assert.Equal(["2026-01", "2026-02", "2026-03"], Labels(Gregorian.Periods(CalendarGrain.Month, from, new LocalDate(2026, 3, 2))));
        Assert.Equal(["2026-01-31"], Labels(Gregorian.Periods(CalendarGrain.Day, from, new LocalDate(2026, 2, 1))));
        Assert.Equal(["2026-01", "2026-02", "2026-03"], Labels(FromJuly.Periods(CalendarGrain.Month, FromJuly.Quarters(2026)[2])));
        Assert.Throws<ArgumentException>(() => Gregorian.Periods(CalendarGrain.Month, from, from));
    }

    [Fact]
    public void A_custom_range_has_no_grid()
    {
        var error = Assert.Throws<ArgumentException>(() => Gregorian.PeriodContaining(new LocalDate(2026, 1, 1), CalendarGrain.Custom));
        Assert.Contains("ReportingPeriod.Between", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_instant_becomes_a_date_in_the_calendar_s_zone()
    {
        DateTimeZone newYork = DateTimeZoneProviders.Tzdb["America/New_York"];
        ReportingCalendar there = Gregorian with { TimeZone = newYork };
        Instant instant = Instant.FromUtc(2026, 1, 1, 4, 59); // 23:59 on New Year's Eve in New York
        Assert.Equal("2026-01-01", Iso(Gregorian.DateOf(instant)));
        Assert.Equal("2025-12-31", Iso(there.DateOf(instant)));
        Assert.Equal("2026-01-01", Iso(there.DateOf(instant + Duration.FromMinutes(1))));

        DateTimeOffset tokyo = new(2026, 1, 1, 8, 0, 0, TimeSpan.FromHours(9)); // 23:00 UTC the day before
        Assert.Equal("2025-12-31", Iso(Gregorian.DateOf(tokyo)));
        Assert.Throws<ArgumentNullException>(() => Gregorian with { TimeZone = null! });
    }

    [Fact]
    public void Calendars_of_the_same_making_are_equal()
    {
        Assert.Equal(FromJuly, ReportingCalendar.FiscalYearStartingIn(7));
        Assert.NotEqual(FromJuly, FromJuly with { YearNaming = FiscalYearNaming.ByStartYear });
        ReportingCalendar likeNrf = ReportingCalendar.Retail(RetailPattern.FourFiveFour, RetailYearEnd.Nearest(IsoDayOfWeek.Saturday, 1));
        Assert.Equal(Nrf, likeNrf with { YearNaming = FiscalYearNaming.ByStartYear });
        Assert.NotEqual(Nrf, likeNrf);
        Assert.Equal("calendar years, UTC", Gregorian.ToString());
        Assert.Equal("fiscal years from month 7, UTC", FromJuly.ToString());
        Assert.Equal("retail years (FourFiveFour) that end on the Saturday nearest to the end of month 1, UTC", Nrf.ToString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9999)]
    [InlineData(-1)]
    public void Years_beyond_the_calendar_are_refused_clearly(int year)
    {
        AssertBeyondCover(() => Gregorian.Months(year));
        AssertBeyondCover(() => Gregorian.Days(year));
        AssertBeyondCover(() => FromJuly.Year(year));
        AssertBeyondCover(() => Nrf.Weeks(year));
    }

    [Fact]
    public void The_first_and_the_last_year_are_whole()
    {
        Assert.Equal("0001", Show(Gregorian.Year(1), "0001-01-01", "0002-01-01", CalendarGrain.Year));
        Assert.Equal("9998", Show(Gregorian.Year(9998), "9998-01-01", "9999-01-01", CalendarGrain.Year));
        Assert.Equal("0001-W01", Show(Gregorian.Weeks(1)[0], "0001-01-01", "0001-01-08", CalendarGrain.Week));
        Assert.Equal("FY0001-P12", Nrf.Months(1)[11].Label);
        Assert.Equal("FY9998-W52", Nrf.Weeks(9998)[51].Label);

        AssertBeyondCover(() => Gregorian.PeriodContaining(new LocalDate(9999, 1, 1), CalendarGrain.Month));
        AssertBeyondCover(() => Gregorian.Prior(Gregorian.Year(1)));
        AssertBeyondCover(() => Nrf.PeriodContaining(new LocalDate(1, 1, 1), CalendarGrain.Week)); // it belongs to the year named 0
    }

    [Fact]
    public void Other_misuse_says_what_to_do()
    {
        RetailYearEnd yearEnd = RetailYearEnd.Last(IsoDayOfWeek.Sunday, 1);
        LocalDate julian = new(2026, 1, 1, CalendarSystem.Julian);
        AssertRefused<ArgumentOutOfRangeException>("1 (January) to 12", () => ReportingCalendar.FiscalYearStartingIn(13));
        AssertRefused<ArgumentException>("earlier year first", () => Gregorian.Years(2027, 2026));
        AssertRefused<ArgumentOutOfRangeException>("three patterns", () => ReportingCalendar.Retail((RetailPattern)9, yearEnd));
        AssertRefused<ArgumentNullException>("yearEnd", () => ReportingCalendar.Retail(RetailPattern.FourFourFive, null!));
        AssertRefused<ArgumentException>("WithCalendar", () => Gregorian.PeriodContaining(julian, CalendarGrain.Day));
    }

    private static void AssertBeyondCover(Func<object> act) =>
        AssertRefused<ArgumentOutOfRangeException>("cover the years 1 to 9998", act);

    private static void AssertRefused<TException>(string reason, Func<object> act)
        where TException : Exception =>
        Assert.Contains(reason, Assert.Throws<TException>(act).Message, StringComparison.Ordinal);

    internal static string Iso(LocalDate date) => NodaTime.Text.LocalDatePattern.Iso.Format(date);

    internal static string[] Labels(IEnumerable<ReportingPeriod> periods) => [.. periods.Select(period => period.Label)];

    private static string Show(ReportingPeriod period, string start, string end, CalendarGrain grain)
    {
        Assert.Equal((start, end, grain), (Iso(period.Start), Iso(period.End), period.Grain));
        return period.Label;
    }
}
