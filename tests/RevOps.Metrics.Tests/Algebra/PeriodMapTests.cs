using NodaTime;
using static RevOps.Metrics.Tests.Make;

namespace RevOps.Metrics.Tests;

/// <summary>A dollar is spent each day, so that a spend is the number of days that it is of.</summary>
public sealed class PeriodMapTests
{
    private static readonly RevenueDataset DollarADay = RevenueDataset.Build(
        subscriptions: [Monthly("s", "a", 100, "2025-01-01"), Monthly("t", "b", 50, "2026-01-10"), Monthly("u", "c", 10, "2025-12-01", "2026-03-05")],
        spends: [new Spend { From = Day("2020-01-01"), To = Day("2030-01-01"), Amount = Usd(3653), Category = SpendCategory.Marketing }]);

    private static readonly ReportingCalendar Fiscal = ReportingCalendar.FiscalYearStartingIn(2);

    /// <summary>The year to 31 January 2026 has 53 weeks.</summary>
    private static readonly ReportingCalendar Retail = ReportingCalendar.Retail(RetailPattern.FourFourFive, RetailYearEnd.Last(IsoDayOfWeek.Saturday, 1));

    private static FlowMetric<Money> Spend => Marketing.AcquisitionSpend;

    private static ReportingPeriod March => Month("2026-03");

    private static decimal? Of(Metric metric, ReportingPeriod period) => DollarADay.Evaluate(metric, [period]).Results[0].Magnitude;

    private static ReportingPeriod Between(string start, string end) => ReportingPeriod.Between(Day(start), Day(end));

    private static ReportingPeriod RetailYear => Retail.PeriodContaining(Day("2026-01-15"), CalendarGrain.Year);

    [Fact]
    public void Trailing_periods_end_with_the_period()
    {
        Assert.Equal(90, Of(Spend.Trailing(3), March));
        Assert.Equal(31, Of(Spend.Trailing(1), March));
        Assert.Equal(92 + 90, Of(Spend.Trailing(2), Quarter(2026, 1)));
        Assert.Equal(30, Of(Spend.Trailing(3), Between("2026-01-21", "2026-01-31")));
        Assert.Equal(31 + 31 + 28, Of(Spend.Trailing(3), Between("2026-02-15", "2026-03-15"))); // 15 December to 15 March
        Assert.Equal(371 + 364, Of(Spend.Trailing(2), RetailYear));
        Assert.Equal(21, Of(Spend.Trailing(3), ReportingCalendar.Gregorian.Weeks(2026)[0]));
    }

    [Fact]
    public void Each_trailing_adds_the_periods_before() => Assert.Equal(31 + 28 + 31 + 31, Of(Spend.Trailing(2).Trailing(3), March));

    [Fact]
    public void To_date_starts_with_the_year_or_quarter_by_the_periods_own_calendar()
    {
        Assert.Equal(90, Of(Spend.ToDate(CalendarGrain.Year), March));
        Assert.Equal(31, Of(Spend.ToDate(CalendarGrain.Year), Month("2026-01")));
        Assert.Equal(30 + 31, Of(Spend.ToDate(CalendarGrain.Quarter), Month("2026-05")));
        Assert.Equal(181, Of(Spend.ToDate(CalendarGrain.Year), Quarter(2026, 2)));
        Assert.Equal(90, Of(Spend.ToDate(CalendarGrain.Half), March));
        ReportingPeriod january = Fiscal.PeriodContaining(Day("2026-01-01"), CalendarGrain.Month);
        Assert.Equal(365, Of(Spend.ToDate(CalendarGrain.Year), january));
        Assert.Equal(92, Of(Spend.ToDate(CalendarGrain.Quarter), january)); // November to January
        Assert.Equal(371, Of(Spend.ToDate(CalendarGrain.Year), Retail.PeriodContaining(Day("2026-01-31"), CalendarGrain.Month)));
        Assert.Equal(28, Of(Spend.ToDate(CalendarGrain.Year), Retail.PeriodContaining(Day("2026-02-01"), CalendarGrain.Month)));
    }

    [Fact]
    public void A_week_belongs_to_the_year_it_starts_in()
    {
        ReportingPeriod first = ReportingCalendar.Gregorian.PeriodContaining(Day("2026-01-01"), CalendarGrain.Week); // from 29 December
        Assert.Equal(52 * 7, Of(Spend.ToDate(CalendarGrain.Year), first)); // from 6 January 2025
        Assert.Equal(7, Of(Spend.ToDate(CalendarGrain.Year), ReportingCalendar.Gregorian.Next(first)));
    }

    [Fact]
    public void To_date_of_what_is_finer_than_the_period_is_refused()
    {
        Assert.Contains("lies in no month", Assert.Throws<ArgumentException>(() => Of(Spend.ToDate(CalendarGrain.Month), Quarter(2026, 1))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Of(Spend.ToDate(CalendarGrain.Year), Between("2026-01-01", "2026-01-10")));
    }

    [Fact]
    public void Prior_periods_are_of_the_same_grid()
    {
        Assert.Equal(28, Of(Spend.PriorPeriod(), March));
        Assert.Equal(92, Of(Spend.PriorPeriod(), Quarter(2026, 1)));
        Assert.Equal(31, Of(Spend.Shifted(2), March));
        Assert.Equal(10, Of(Spend.PriorPeriod(), Between("2026-01-11", "2026-01-21")));
        Assert.Equal(31, Of(Spend.PriorPeriod(), Between("2026-02-15", "2026-03-15"))); // 15 January to 15 February
        Assert.Equal(364, Of(Spend.PriorPeriod(), RetailYear));
        Assert.Equal(7, Of(Spend.Shifted(60), ReportingCalendar.Gregorian.Weeks(2026)[0]));
    }

    [Fact]
    public void The_prior_year_is_aligned_by_number_and_not_by_days()
    {
        Assert.Equal(29, Of(Spend.PriorYear(), Month("2025-02")));
        Assert.Equal(364, Of(Spend.PriorYear(), RetailYear));
        ReportingPeriod lastQuarter = Retail.PeriodContaining(Day("2026-01-31"), CalendarGrain.Quarter);
        Assert.Equal((98, 91m), (lastQuarter.Days, Of(Spend.PriorYear(), lastQuarter)));
        Assert.Equal(31 + 29, Of(Spend.Trailing(2).PriorYear(), Month("2025-02")));
        Assert.Equal(31 + 29, Of(Spend.PriorYear().Trailing(2), Month("2025-02")));
        Assert.Equal(28 + 1, Of(Spend.PriorYear(), Between("2025-02-01", "2025-03-01")));
    }

    [Fact]
    public void Maps_of_periods_combine()
    {
        Assert.Equal(31 + 31 + 28, Of(Spend.Trailing(3).PriorPeriod(), March));
        Assert.Equal(31 + 31 + 28, Of(Spend.PriorPeriod().Trailing(3), March));
        Assert.Equal(31 + 28, Of(Spend.ToDate(CalendarGrain.Year).PriorPeriod(), March));
        Assert.Equal(31 + 28 + 31, Of(Spend.ToDate(CalendarGrain.Year).PriorYear(), March));
        Assert.Equal(31 + 29 + 31, Of(Spend.ToDate(CalendarGrain.Year).PriorYear().PriorYear(), March));
    }

    [Fact]
    public void Growth_is_over_the_earlier_value_and_not_from_nothing()
    {
        Assert.Equal(1m / 28, Of(Spend.GrowthOver(Spend.PriorYear()), Month("2024-02")));
        Assert.Equal(-1m / 29, Of(Spend.GrowthOver(Spend.PriorYear()), Month("2025-02")));
        MetricResult first = DollarADay.Evaluate(Revenue.Mrr.GrowthOver(Revenue.Mrr.PriorPeriod()), [Month("2025-01")]).Results[0];
        Assert.Contains("which 2024-12 is not part of", first.UndefinedReason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_at_the_pace_of_the_days_that_the_flow_is_of()
    {
        Assert.Equal(28 * 12, Of(Spend.Annualized(), Month("2026-02")));
        Assert.Equal(90 * 4, Of(Spend.Annualized(), Quarter(2026, 1)));
        Assert.Equal(365, Of(Spend.Annualized(), ReportingCalendar.Gregorian.Days(2026)[0]));
        Assert.Equal(7 * 52, Of(Spend.Annualized(), ReportingCalendar.Gregorian.Weeks(2026)[0]));
        Assert.Equal(365, Of(Spend.Annualized(), Between("2026-01-01", "2026-01-11")));
        Assert.Equal(59 * 6, Of(Spend.Annualized(), Between("2026-01-15", "2026-03-15")));
        Assert.Equal(371, Of(Spend.Annualized(), RetailYear));
        Assert.Equal(42 * 12, Of(Spend.Annualized(), Retail.PeriodContaining(Day("2026-01-31"), CalendarGrain.Month)));
    }

    [Fact]
    public void The_pace_of_several_periods_is_that_of_all_of_them()
    {
        Assert.Equal(90 * 4, Of(Spend.Trailing(3).Annualized(), March));
        Assert.Equal(90 * 4, Of(Spend.Annualized().Trailing(3), March));
        Assert.Equal(59 * 6, Of(Spend.ToDate(CalendarGrain.Year).Annualized(), Month("2026-02")));
        Assert.Equal(28 * 12, Of(Spend.PriorPeriod().Annualized(), March));
        Assert.Equal(-90 * 4, Of((Spend.Trailing(3) * -1m).Annualized(), March));
        MetricResult mixed = DollarADay.Evaluate((Spend + Spend.Trailing(3)).Annualized(), [March]).Results[0];
        Assert.Contains("annualize each of them", mixed.UndefinedReason, StringComparison.Ordinal);
        Assert.Equal((31 * 12) + (90 * 4), Of(Spend.Annualized() + Spend.Trailing(3).Annualized(), March));
    }

    [Fact]
    public void Balances_stay_and_transitions_open_earlier_over_trailing_periods()
    {
        Assert.Equal(Of(Revenue.Arr, March), Of(Revenue.Arr.Trailing(3), March));
        Assert.Equal(Of(Revenue.OpeningArr, Month("2026-01")), Of(Revenue.OpeningArr.Trailing(3), March));
        Assert.Equal(1, Of(Success.LostCustomers.Trailing(2), March)); // c, a customer from December to 5 March
        Assert.Equal(0.5m, Of(Success.CustomerChurnRate.Trailing(3), March)); // of a and c at the end of 2025
        Assert.Equal(0, Of(Success.LostCustomers.Trailing(4), March)); // c joined within them
    }
}
