using static RevOps.Metrics.Tests.ReportingCalendarTests;

namespace RevOps.Metrics.Tests;

public class ReportingCalendarLabelsTests
{
    private static readonly ReportingCalendar Gregorian = ReportingCalendar.Gregorian;
    private static readonly ReportingCalendar FromJuly = ReportingCalendar.FiscalYearStartingIn(7);
    private static readonly ReportingCalendar Nrf = ReportingCalendar.NationalRetailFederation;

    [Theory]
    [InlineData("2026-01-31", "2026-01-31", "2026-02-01", CalendarGrain.Day)]
    [InlineData("2026-W05", "2026-01-26", "2026-02-02", CalendarGrain.Week)]
    [InlineData("2026-01", "2026-01-01", "2026-02-01", CalendarGrain.Month)]
    [InlineData("2026-Q1", "2026-01-01", "2026-04-01", CalendarGrain.Quarter)]
    [InlineData("2026-H1", "2026-01-01", "2026-07-01", CalendarGrain.Half)]
    [InlineData("2026", "2026-01-01", "2027-01-01", CalendarGrain.Year)]
    [InlineData("2026-01-05..2026-02-09", "2026-01-05", "2026-02-09", CalendarGrain.Custom)]
    public void A_label_of_the_calendar_year(string label, string start, string end, CalendarGrain grain) =>
        AssertReads(Gregorian, label, start, end, grain);

    [Theory]
    [InlineData("2026-01", "2026-01-01", "2026-02-01", CalendarGrain.Month)]
    [InlineData("FY26-Q3", "2026-01-01", "2026-04-01", CalendarGrain.Quarter)]
    [InlineData("FY26-H1", "2025-07-01", "2026-01-01", CalendarGrain.Half)]
    [InlineData("FY26", "2025-07-01", "2026-07-01", CalendarGrain.Year)]
    [InlineData("FY1999", "1998-07-01", "1999-07-01", CalendarGrain.Year)]
    public void A_label_of_a_fiscal_year(string label, string start, string end, CalendarGrain grain) =>
        AssertReads(FromJuly, label, start, end, grain);

    [Theory]
    [InlineData("FY23-W53", "2024-01-28", "2024-02-04", CalendarGrain.Week)]
    [InlineData("FY23-P12", "2023-12-31", "2024-02-04", CalendarGrain.Month)]
    [InlineData("FY23-Q2", "2023-04-30", "2023-07-30", CalendarGrain.Quarter)]
    [InlineData("FY23", "2023-01-29", "2024-02-04", CalendarGrain.Year)]
    public void A_label_of_a_retail_year(string label, string start, string end, CalendarGrain grain) =>
        AssertReads(Nrf, label, start, end, grain);

    [Fact]
    public void Small_letters_and_four_digits_are_understood()
    {
        Assert.Equal("FY26-Q3", FromJuly.Parse("fy2026-q3").Label);
        Assert.Equal("2026-W05", Gregorian.Parse("2026-w05").Label);
    }

    [Fact]
    public void The_wrong_kind_of_label_says_what_the_calendar_has()
    {
        Assert.Equal(
            "'FY26-Q3' is not a label of this calendar (calendar years, UTC). It has: 2026-01-31 (day), 2026-W05 (week), 2026-03 (month), "
                + "2026-Q3 (quarter), 2026-H1 (half), 2026 (year) "
                + "and 2026-01-05..2026-02-09 (range; the second date is the first day after it).",
            Problem(Gregorian, "FY26-Q3"));
        Assert.Contains(
            "2026-W05 (week), 2026-03 (month), FY26-Q3 (quarter), FY26-H1 (half), FY26 (year)",
            Problem(FromJuly, "2026-Q3"), StringComparison.Ordinal);
        Assert.Contains("FY26-W05 (week), FY26-P03 (month), FY26-Q3 (quarter)", Problem(Nrf, "2026-01"), StringComparison.Ordinal);
        Assert.Contains("is not a label of this calendar", Problem(Nrf, "2026-W05"), StringComparison.Ordinal);
        Assert.Contains("is not a label of this calendar", Problem(FromJuly, "FY26-P01"), StringComparison.Ordinal);
        Assert.Contains("is not a label of this calendar", Problem(FromJuly, "2026"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" 2026")]
    [InlineData("2026-")]
    [InlineData("2026-1")]
    [InlineData("2026-02-30")]
    [InlineData("2026-Q")]
    [InlineData("2026-Q11")]
    [InlineData("2026-W5")]
    [InlineData("2026-X1")]
    [InlineData("2026-P01")]
    [InlineData("26")]
    [InlineData("FY")]
    [InlineData("FY26-03")]
    [InlineData("+026")]
    [InlineData("٢٠٢٦")]
    [InlineData("..")]
    [InlineData("2026-01..2026-02")]
    [InlineData("2026-01-05..")]
    [InlineData("2026-01-05..2026-02-09..2026-03-01")]
    public void Nonsense_is_no_label(string label) =>
        Assert.Contains("is not a label of this calendar", Problem(Gregorian, label), StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-13", "the last Month of that year is number 12")]
    [InlineData("2026-00", "the last Month of that year is number 12")]
    [InlineData("2026-Q5", "the last Quarter of that year is number 4")]
    [InlineData("2026-H3", "the last Half of that year is number 2")]
    [InlineData("2025-W53", "the last Week of that year is number 52")]
    [InlineData("2026-W54", "the last Week of that year is number 53")]
    [InlineData("2026-02-09..2026-01-05", "has no days")]
    [InlineData("2026-02-09..2026-02-09", "has no days")]
    [InlineData("0000", "cover the years 1 to 9998")]
    [InlineData("9999-Q1", "cover the years 1 to 9998")]
    [InlineData("9999-12-31", "cover the years 1 to 9998")]
    [InlineData("2026-01-01..9999-12-31", "cover the years 1 to 9998")]
    public void A_label_of_no_period_says_why(string label, string reason) =>
        Assert.Contains(reason, Problem(Gregorian, label), StringComparison.Ordinal);

    [Fact]
    public void A_month_before_the_first_fiscal_year_is_out_of_range()
    {
        ReportingCalendar byStart = FromJuly with { YearNaming = FiscalYearNaming.ByStartYear };
        Assert.Contains("cover the years 1 to 9998", Problem(byStart, "0001-06"), StringComparison.Ordinal);
        Assert.Equal("0001-07", byStart.Parse("0001-07").Label);
    }

    [Fact]
    public void Nothing_to_parse_is_misuse_of_Parse_and_false_of_TryParse()
    {
        Assert.Throws<ArgumentNullException>(() => Gregorian.Parse(null!));
        Assert.False(Gregorian.TryParse(null, out _));
    }

    private static string Problem(ReportingCalendar calendar, string label)
    {
        Assert.False(calendar.TryParse(label, out ReportingPeriod? period));
        Assert.Null(period);
        return Assert.Throws<FormatException>(() => calendar.Parse(label)).Message;
    }

    private static void AssertReads(ReportingCalendar calendar, string label, string start, string end, CalendarGrain grain)
    {
        ReportingPeriod period = calendar.Parse(label);
        Assert.Equal((label, start, end, grain), (period.Label, Iso(period.Start), Iso(period.End), period.Grain));
        Assert.True(calendar.TryParse(label, out ReportingPeriod? same));
        Assert.Equal(period, same);
    }
}
