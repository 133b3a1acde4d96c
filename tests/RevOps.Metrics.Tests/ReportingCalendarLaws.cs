using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace RevOps.Metrics.Tests;

/// <summary>What holds in every calendar, fiscal or retail, named by its start or its end.</summary>
public class ReportingCalendarLaws
{
    private static readonly CalendarGrain[] Grains = [.. Enum.GetValues<CalendarGrain>().Where(grain => grain != CalendarGrain.Custom)];

    private static readonly Gen<FiscalYearNaming> Namings = Gen.Elements(Enum.GetValues<FiscalYearNaming>());

    private static readonly Gen<ReportingCalendar> FiscalCalendars =
        from month in Gen.Choose(1, 12)
        from naming in Namings
        select ReportingCalendar.FiscalYearStartingIn(month) with { YearNaming = naming };

    private static readonly Gen<ReportingCalendar> RetailCalendars =
        from pattern in Gen.Elements(Enum.GetValues<RetailPattern>())
        from day in Gen.Choose(1, 7)
        from month in Gen.Choose(1, 12)
        from isNearest in Gen.Elements(true, false)
        from naming in Namings
        let end = isNearest ? RetailYearEnd.Nearest((IsoDayOfWeek)day, month) : RetailYearEnd.Last((IsoDayOfWeek)day, month)
        select ReportingCalendar.Retail(pattern, end) with { YearNaming = naming };

    private static readonly Gen<ReportingCalendar> Calendars = Gen.OneOf(FiscalCalendars, RetailCalendars);

    // Mostly years of living memory, sometimes any year the calendar covers (but for the edges, which have tests of their own).
    private static readonly Gen<LocalDate> Dates =
        from year in Gen.Frequency((4, Gen.Choose(1990, 2060)), (1, Gen.Choose(3, 9990)))
        from day in Gen.Choose(0, 365)
        select new LocalDate(year, 1, 1).PlusDays(day);

    private static readonly Gen<(ReportingCalendar Calendar, LocalDate Date, CalendarGrain Grain)> Cases =
        from calendar in Calendars
        from date in Dates
        from grain in Gen.Elements(Grains)
        select (calendar, date, grain);

    [Fact]
    public void Periods_of_every_grain_tile_the_years() => Law.Holds(Cases, c =>
    {
        int year = c.Date.Year;
        foreach (Func<int, IReadOnlyList<ReportingPeriod>> parts in (Func<int, IReadOnlyList<ReportingPeriod>>[])
            [c.Calendar.Days, c.Calendar.Months, c.Calendar.Quarters, c.Calendar.Halves, y => [c.Calendar.Year(y)]])
        {
            IReadOnlyList<ReportingPeriod> periods = parts(year);
            ReportingPeriod whole = c.Calendar.Year(year);
            if (!Touch(periods) || periods[0].Start != whole.Start || periods[^1].End != whole.End) return false;
        }

        return Touch(c.Calendar.Years(year - 1, year + 1)) && Touch([.. c.Calendar.Weeks(year), .. c.Calendar.Weeks(year + 1)]);
    });

    [Fact]
    public void Weeks_have_seven_days_and_years_52_or_53_weeks() => Law.Holds(Cases, c =>
    {
        IReadOnlyList<ReportingPeriod> weeks = c.Calendar.Weeks(c.Date.Year);
        return weeks.Count is 52 or 53 && weeks.All(week => week.Days == 7);
    });

    [Fact]
    public void Weeks_tile_a_retail_year_and_its_months() => Law.Holds(Gen.Zip(RetailCalendars, Gen.Choose(1990, 2060)), c =>
    {
        (ReportingCalendar calendar, int year) = (c.Item1, c.Item2);
        IReadOnlyList<ReportingPeriod> weeks = calendar.Weeks(year);
        HashSet<LocalDate> starts = [.. weeks.Select(week => week.Start)];
        return weeks[0].Start == calendar.Year(year).Start
            && weeks[^1].End == calendar.Year(year).End
            && calendar.Months(year).All(month => starts.Contains(month.Start))
            && calendar.Quarters(year).Take(3).All(quarter => quarter.Days == 91);
    });

    [Fact]
    public void Quarters_are_three_months_halves_two_quarters_and_years_two_halves() => Law.Holds(Cases, c =>
    {
        int year = c.Date.Year;
        IReadOnlyList<ReportingPeriod> months = c.Calendar.Months(year);
        IReadOnlyList<ReportingPeriod> quarters = c.Calendar.Quarters(year);
        IReadOnlyList<ReportingPeriod> halves = c.Calendar.Halves(year);
        return months.Count == 12
            && IsUnion(quarters, months, 3)
            && IsUnion(halves, quarters, 2)
            && IsUnion([c.Calendar.Year(year)], halves, 2);
    });

    [Fact]
    public void The_period_of_a_date_contains_it_and_stands_in_its_year() => Law.Holds(Cases, c =>
    {
        ReportingPeriod period = c.Calendar.PeriodContaining(c.Date, c.Grain);
        return period.Contains(c.Date)
            && period.Grain == c.Grain
            && c.Calendar.PeriodContaining(period.LastDay, c.Grain) == period
            && c.Calendar.Periods(c.Grain, c.Date, c.Date.PlusDays(1)).SequenceEqual([period]);
    });

    [Fact]
    public void Periods_of_a_range_touch_and_cover_it_and_no_more() => Law.Holds(Cases, c =>
    {
        LocalDate end = c.Date.PlusDays(500);
        IReadOnlyList<ReportingPeriod> periods = c.Calendar.Periods(c.Grain, c.Date, end);
        return Touch(periods) && periods[0].Contains(c.Date) && periods[^1].Contains(end.PlusDays(-1));
    });

    [Fact]
    public void Prior_and_next_undo_each_other() => Law.Holds(Cases, c =>
    {
        ReportingPeriod period = c.Calendar.PeriodContaining(c.Date, c.Grain);
        return c.Calendar.Prior(c.Calendar.Next(period)) == period
            && c.Calendar.Next(c.Calendar.Prior(period)) == period
            && c.Calendar.Next(period).Start == period.End
            && c.Calendar.Prior(period).End == period.Start;
    });

    [Fact]
    public void Prior_and_next_undo_each_other_on_custom_ranges()
    {
        Gen<ReportingPeriod> wholeMonths =
            from date in Dates
            from months in Gen.Choose(1, 30)
            select ReportingPeriod.Between(date, date.PlusMonths(months));
        Gen<ReportingPeriod> days =
            from date in Dates
            from length in Gen.Choose(1, 800)
            select ReportingPeriod.Between(date, date.PlusDays(length));

        Law.Holds(Gen.Zip(Calendars, Gen.OneOf(wholeMonths, days)), c =>
        {
            (ReportingCalendar calendar, ReportingPeriod range) = (c.Item1, c.Item2);
            ReportingPeriod next = calendar.Next(range);
            ReportingPeriod prior = calendar.Prior(range);
            return (calendar.Prior(next) == range || MovesByMonths(next) != MovesByMonths(range))
                && (calendar.Next(prior) == range || MovesByMonths(prior) != MovesByMonths(range))
                && next.Start == range.End
                && prior.End == range.Start
                && calendar.PriorYear(range).Start == range.Start.PlusYears(-1)
                && calendar.Parse(range.Label) == range;
        }, cases: 1000);
    }

    [Fact]
    public void Prior_year_is_as_many_periods_back_as_a_year_has() => Law.Holds(Cases, c =>
    {
        ReportingPeriod period = c.Calendar.PeriodContaining(c.Date, c.Grain);
        ReportingPeriod priorYear = c.Calendar.PriorYear(period);
        int steps = c.Grain switch
        {
            CalendarGrain.Year => 1,
            CalendarGrain.Half => 2,
            CalendarGrain.Quarter => 4,
            CalendarGrain.Month => 12,
            _ => 0,
        };
        if (steps == 0) return priorYear.Grain == c.Grain && Period.DaysBetween(priorYear.Start, period.Start) is 364 or 365 or 366 or 371;

        for (ReportingPeriod step = period; ; step = c.Calendar.Prior(step), steps--)
        {
            if (steps == 0) return step == priorYear && step.Label == priorYear.Label;
        }
    });

    [Fact]
    public void Prior_year_keeps_the_weekday_of_a_retail_day() => Law.Holds(Gen.Zip(RetailCalendars, Dates), c =>
    {
        ReportingPeriod day = c.Item1.PeriodContaining(c.Item2, CalendarGrain.Day);
        ReportingPeriod week = c.Item1.PeriodContaining(c.Item2, CalendarGrain.Week);
        ReportingPeriod priorDay = c.Item1.PriorYear(day);
        return priorDay.Start.DayOfWeek == day.Start.DayOfWeek && c.Item1.PriorYear(week).Contains(priorDay.Start);
    });

    [Fact]
    public void Every_label_reads_back_as_its_period() => Law.Holds(Cases, c =>
    {
        ReportingPeriod period = c.Calendar.PeriodContaining(c.Date, c.Grain);
        ReportingPeriod read = c.Calendar.Parse(period.Label);
        return read == period && read.Label == period.Label;
    }, cases: 1000);

    [Fact]
    public void Shifting_by_400_years_changes_nothing() => Law.Holds(Cases, c =>
    {
        // 400 Gregorian years are a whole number of weeks, so every calendar repeats.
        LocalDate date = c.Date.Year > 5000 ? c.Date.PlusYears(-400) : c.Date;
        ReportingPeriod now = c.Calendar.PeriodContaining(date, c.Grain);
        ReportingPeriod later = c.Calendar.PeriodContaining(date.PlusYears(400), c.Grain);
        return later.Start == now.Start.PlusYears(400) && later.End == now.End.PlusYears(400);
    });

    private static bool MovesByMonths(ReportingPeriod range) => range.Start.Day == range.End.Day && range.Start.Day <= 28;

    private static bool Touch(IReadOnlyList<ReportingPeriod> periods) =>
        periods.Zip(periods.Skip(1)).All(pair => pair.First.Start < pair.First.End && pair.First.End == pair.Second.Start);

    private static bool IsUnion(IReadOnlyList<ReportingPeriod> wholes, IReadOnlyList<ReportingPeriod> parts, int count) =>
        wholes.Count * count == parts.Count
        && wholes.Select((whole, i) => (whole, first: parts[i * count], last: parts[(i * count) + count - 1]))
            .All(x => x.whole.Start == x.first.Start && x.whole.End == x.last.End);
}
