using NodaTime;

namespace RevOps.Metrics;

/// <summary>
/// Years of 52 or 53 whole weeks; quarters of 13 weeks, cut into months by a pattern. Week, month and year all end on one day of the week.
/// </summary>
internal sealed record RetailLayout(RetailPattern Pattern, RetailYearEnd YearEnd) : CalendarLayout
{
    private const int WeeksInQuarter = 13;

    public override int FirstMonth => (YearEnd.Month % 12) + 1;

    private (int First, int FirstTwo) WeeksOfMonths => Pattern switch
    {
        RetailPattern.FourFourFive => (4, 8),
        RetailPattern.FourFiveFour => (4, 9),
        _ => (5, 9),
    };

    public override bool IsLabelledFiscal(CalendarGrain grain) => grain is not (CalendarGrain.Day or CalendarGrain.Custom);

    public override LocalDate StartOfMonth(int month)
    {
        (int year, int monthOfYear) = Math.DivRem(month, 12);
        (int quarter, int monthOfQuarter) = Math.DivRem(monthOfYear, 3);
        int weeks = monthOfQuarter switch { 0 => 0, 1 => WeeksOfMonths.First, _ => WeeksOfMonths.FirstTwo };
        return StartOfWeekYear(year).PlusWeeks((quarter * WeeksInQuarter) + weeks);
    }

    public override int MonthOf(LocalDate date)
    {
        int year = WeekYearOf(date);
        int week = Period.DaysBetween(StartOfWeekYear(year), date) / 7;
        int quarter = Math.Min(week / WeeksInQuarter, 3); // week 53 stays in the fourth quarter
        int weekOfQuarter = week - (quarter * WeeksInQuarter);
        int monthOfQuarter = weekOfQuarter < WeeksOfMonths.First ? 0 : weekOfQuarter < WeeksOfMonths.FirstTwo ? 1 : 2;
        return (year * 12) + (quarter * 3) + monthOfQuarter;
    }

    public override LocalDate StartOfWeekYear(int year) => YearEnd.In(year + YearsToEnd - 1).PlusDays(1);

    public override int WeekYearOf(LocalDate date)
    {
        // The year that is measured from this calendar year's month end, or a neighbour: its end can lie in the next one.
        int endYear = date.Year;
        if (date > YearEnd.In(endYear)) endYear++;
        else if (date <= YearEnd.In(endYear - 1)) endYear--;
        return endYear - YearsToEnd;
    }

    /// <summary>The same weekday of the same week; week 53 goes back to week 52 when the year before has no other.</summary>
    public override LocalDate SameDayOfPriorYear(LocalDate date)
    {
        int year = WeekYearOf(date);
        int day = Period.DaysBetween(StartOfWeekYear(year), date);
        LocalDate sameDay = StartOfWeekYear(year - 1).PlusDays(day);
        return sameDay < StartOfWeekYear(year) ? sameDay : sameDay.PlusWeeks(-1);
    }

    public override string ToString() => $"retail years ({Pattern}) that end on {YearEnd}";
}
