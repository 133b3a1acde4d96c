using NodaTime;
using static RevOps.Metrics.Tests.ReportingCalendarTests;

namespace RevOps.Metrics.Tests;

public class ReportingCalendarNeighboursTests
{
    private static readonly ReportingCalendar Gregorian = ReportingCalendar.Gregorian;
    private static readonly ReportingCalendar FromJuly = ReportingCalendar.FiscalYearStartingIn(7);
    private static readonly ReportingCalendar Nrf = ReportingCalendar.NationalRetailFederation;

    [Theory]
    [InlineData("2026-03-01", "2026-02-28", "2026-03-02", "2025-03-01")]
    [InlineData("2024-02-29", "2024-02-28", "2024-03-01", "2023-02-28")]
    [InlineData("2026-W01", "2025-W52", "2026-W02", "2025-W01")]
    [InlineData("2026-W53", "2026-W52", "2027-W01", "2025-W52")]
    [InlineData("2026-01", "2025-12", "2026-02", "2025-01")]
    [InlineData("2026-Q1", "2025-Q4", "2026-Q2", "2025-Q1")]
    [InlineData("2026-H2", "2026-H1", "2027-H1", "2025-H2")]
    [InlineData("2026", "2025", "2027", "2025")]
    [InlineData("2026-01-05..2026-02-09", "2025-12-01..2026-01-05", "2026-02-09..2026-03-16", "2025-01-05..2025-02-09")]
    [InlineData("2026-02-15..2026-05-15", "2025-11-15..2026-02-15", "2026-05-15..2026-08-15", "2025-02-15..2025-05-15")]
    [InlineData("2026-03-01..2026-04-01", "2026-02-01..2026-03-01", "2026-04-01..2026-05-01", "2025-03-01..2025-04-01")]
    [InlineData("2026-01-31..2026-03-31", "2025-12-03..2026-01-31", "2026-03-31..2026-05-29", "2025-01-31..2025-03-31")] // 59 days
    [InlineData("2024-02-28..2024-02-29", "2024-02-27..2024-02-28", "2024-02-29..2024-03-01", "2023-02-28..2023-03-01")]
    [InlineData("2024-02-29..2024-03-01", "2024-02-28..2024-02-29", "2024-03-01..2024-03-02", "2023-02-28..2023-03-01")]
    public void Neighbours_on_the_calendar_year(string label, string prior, string next, string priorYear) =>
        AssertNeighbours(Gregorian, label, prior, next, priorYear);

    [Theory]
    [InlineData("FY26-Q1", "FY25-Q4", "FY26-Q2", "FY25-Q1")]
    [InlineData("FY26-H1", "FY25-H2", "FY26-H2", "FY25-H1")]
    [InlineData("2025-07", "2025-06", "2025-08", "2024-07")]
    [InlineData("2026-W27", "2026-W26", "2026-W28", "2025-W27")]
    public void Neighbours_on_a_fiscal_year(string label, string prior, string next, string priorYear) =>
        AssertNeighbours(FromJuly, label, prior, next, priorYear);

    [Theory]
    [InlineData("FY23-W53", "FY23-W52", "FY24-W01", "FY22-W52")]
    [InlineData("FY24-W01", "FY23-W53", "FY24-W02", "FY23-W01")]
    [InlineData("FY24-P12", "FY24-P11", "FY25-P01", "FY23-P12")] // four weeks beside five
    [InlineData("FY24-Q4", "FY24-Q3", "FY25-Q1", "FY23-Q4")]
    [InlineData("2024-02-04", "2024-02-03", "2024-02-05", "2023-01-29")] // the first Sunday of both years
    [InlineData("2024-01-28", "2024-01-27", "2024-01-29", "2023-01-22")] // Sunday of week 53 beside Sunday of week 52
    [InlineData("2025-02-01", "2025-01-31", "2025-02-02", "2024-01-27")] // the last Saturday of week 52
    public void Neighbours_on_a_retail_year(string label, string prior, string next, string priorYear) =>
        AssertNeighbours(Nrf, label, prior, next, priorYear);

    [Fact]
    public void A_period_of_another_calendar_is_refused()
    {
        ReportingPeriod february = ReportingCalendar.FiscalYearStartingIn(2).Quarters(2026)[0];
        Func<object>[] acts = [() => Gregorian.Next(february), () => Gregorian.Prior(february), () => Gregorian.PriorYear(february)];
        foreach (Func<object> act in acts)
        {
            string message = Assert.Throws<ArgumentException>(act).Message;
            Assert.Contains("FY26-Q1 is not one of this calendar (calendar years, UTC)", message, StringComparison.Ordinal);
            Assert.Contains("PeriodContaining", message, StringComparison.Ordinal);
        }

        Assert.Equal("2026-Q2", Gregorian.Next(FromJuly.Quarters(2026)[2]).Label); // the same span is the same period
    }

    [Fact]
    public void Leaving_the_years_of_the_calendar_is_refused_clearly()
    {
        ReportingPeriod byMonths = ReportingPeriod.Between(new LocalDate(2, 1, 1), new LocalDate(9000, 1, 1));
        ReportingPeriod byDays = ReportingPeriod.Between(new LocalDate(2, 1, 1), new LocalDate(9000, 1, 2));
        Func<object>[] acts =
        [
            () => Gregorian.Next(byMonths),
            () => Gregorian.Prior(byMonths),
            () => Gregorian.Next(byDays),
            () => Gregorian.Prior(byDays),
            () => Gregorian.PriorYear(Gregorian.Year(1)),
            () => Gregorian.PriorYear(Gregorian.Weeks(1)[3]),
            () => Gregorian.PriorYear(Gregorian.Days(1)[3]),
            () => Gregorian.PriorYear(ReportingPeriod.Between(new LocalDate(1, 5, 1), new LocalDate(2, 5, 1))),
            () => Gregorian.Next(Gregorian.Year(9998)),
            () => Nrf.Next(Nrf.Weeks(9998)[^1]),
            () => ReportingPeriod.Between(new LocalDate(0, 12, 31), new LocalDate(1, 1, 2)),
            () => ReportingPeriod.Between(new LocalDate(9998, 1, 1), new LocalDate(9999, 1, 2)),
        ];
        foreach (Func<object> act in acts)
        {
            Assert.Contains("cover the years 1 to 9998", Assert.Throws<ArgumentOutOfRangeException>(act).Message, StringComparison.Ordinal);
        }

        Assert.Equal(365, ReportingPeriod.Between(new LocalDate(9998, 1, 1), new LocalDate(9999, 1, 1)).Days);
    }

    [Fact]
    public void Thirty_days_before_a_whole_April_are_not_its_prior_month()
    {
        ReportingPeriod thirtyDays = Gregorian.Parse("2026-03-02..2026-04-01");
        Assert.Equal("2026-04-01..2026-05-01", Gregorian.Next(thirtyDays).Label);
        Assert.Equal("2026-03-01..2026-04-01", Gregorian.Prior(Gregorian.Next(thirtyDays)).Label);
    }

    private static void AssertNeighbours(ReportingCalendar calendar, string label, string prior, string next, string priorYear)
    {
        ReportingPeriod period = calendar.Parse(label);
        Assert.Equal([prior, next, priorYear], Labels([calendar.Prior(period), calendar.Next(period), calendar.PriorYear(period)]));
    }
}
