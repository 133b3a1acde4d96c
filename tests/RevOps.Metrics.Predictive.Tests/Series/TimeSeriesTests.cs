using NodaTime;

namespace RevOps.Metrics.Predictive.Tests;

public class TimeSeriesTests
{
    private static readonly ReportingCalendar Calendar = ReportingCalendar.Gregorian;

    private static RevenueDataset Book { get; } = RevenueDataset.Build(deals:
    [
        Closed("a", DealOutcome.Won, new LocalDate(2025, 1, 20)), Closed("b", DealOutcome.Lost, new LocalDate(2025, 1, 21)),
        Closed("c", DealOutcome.Won, new LocalDate(2025, 3, 5)), Closed("d", DealOutcome.Lost, new LocalDate(2025, 4, 7)),
    ]);

    [Fact]
    public void The_results_of_a_metric_by_month_are_a_series_in_which_what_is_undefined_is_missing()
    {
        ReportingPeriod[] months = [.. Calendar.Months(2025).Take(4)];
        MetricTable table = Book.Evaluate([Sales.WinRate], months);

        TimeSeries series = TimeSeries.Of(table, Sales.WinRate);

        Assert.Equal<double?>([0.5, null, 1, 0], series.Values);
        Assert.Equal(12, series.SeasonLength);
        Assert.Equal(months, series.Periods);
        Assert.Equal(3, series.Observed);
        Assert.Equal(4, series.Count);
    }

    [Fact]
    public void Such_a_series_can_be_forecast()
    {
        TimeSeries series = TimeSeries.Of(Book.Evaluate([Sales.WinRate], [.. Calendar.Months(2025).Take(4)]), Sales.WinRate, seasonLength: 1);

        Assert.Equal(0.5, BaselineForecasts.Mean(series, 1)[1].Mean.OrThrow());
    }

    [Fact]
    public void The_season_follows_from_the_grain()
    {
        int Season(IEnumerable<ReportingPeriod> periods) => TimeSeries.Of(Book.Evaluate([Sales.WinRate], [.. periods]), Sales.WinRate).SeasonLength;
        LocalDate start = new(2024, 12, 30), end = new(2025, 1, 13);

        Assert.Equal(4, Season(Calendar.Quarters(2025)));
        Assert.Equal(1, Season([Calendar.Year(2025)]));
        Assert.Equal(52, Season(Calendar.Periods(CalendarGrain.Week, start, end)));
        Assert.Equal(7, Season(Calendar.Periods(CalendarGrain.Day, start, end)));
    }

    [Fact]
    public void Periods_that_do_not_follow_one_another_are_no_series()
    {
        ReportingPeriod[] months = [.. Calendar.Months(2025)];
        MetricTable table = Book.Evaluate([Sales.WinRate], [months[0], months[2]]);

        Assert.Contains("2025-03 does not follow 2025-01", Assert.Throws<ArgumentException>(() => TimeSeries.Of(table, Sales.WinRate)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_keeps_its_periods_and_season()
    {
        ReportingPeriod[] months = [.. Calendar.Months(2025).Take(4)];
        TimeSeries series = TimeSeries.Of(Book.Evaluate([Sales.WinRate], months), Sales.WinRate);

        Assert.Equal<double?>([0.5, null], series.First(2).Values);
        Assert.Equal([months[2], months[3]], series.Last(2).Periods);
        Assert.Equal(12, series.Last(2).SeasonLength);
        Assert.Throws<ArgumentOutOfRangeException>(() => series.First(5));
        Assert.Throws<ArgumentOutOfRangeException>(() => series.Last(-1));
    }

    [Fact]
    public void Equal_numbers_are_equal_series()
    {
        Assert.Equal(new TimeSeries([1.0, 2.0]), new TimeSeries([1.0, (double?)2.0]));
        Assert.NotEqual(new TimeSeries([1.0, 2.0]), new TimeSeries([1.0, 2.0], 2));
        Assert.Equal(new TimeSeries([1.0]).GetHashCode(), new TimeSeries([1.0]).GetHashCode());
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void What_is_no_number_is_refused_by_its_period(double value) =>
        Assert.Contains("Period 2 of the series", Assert.Throws<ArgumentException>(() => new TimeSeries([1.0, value])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_season_has_at_least_one_period() => Assert.Throws<ArgumentOutOfRangeException>(() => new TimeSeries([1.0], 0));

    private static Deal Closed(string id, DealOutcome outcome, LocalDate on) =>
        new() { Id = id, Outcome = outcome, CreatedOn = new LocalDate(2025, 1, 1), ClosedOn = on, Amount = new Money(100m, Currency.Usd) };
}
