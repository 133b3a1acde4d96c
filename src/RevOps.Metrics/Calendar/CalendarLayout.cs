using NodaTime;

namespace RevOps.Metrics;

/// <summary>
/// Where the months and weeks of a calendar begin. Months are numbered through: month m (0 to 11) of the year named y is 12y + m, so
/// quarters, halves and years are runs of 3, 6 and 12 of them.
/// </summary>
internal abstract record CalendarLayout
{
    public FiscalYearNaming Naming { get; init; }

    /// <summary>The calendar month in which the year starts, or would if it did not follow a day of the week.</summary>
    public abstract int FirstMonth { get; }

    /// <summary>What to add to a year's name to get the calendar year in which it ends.</summary>
    protected int YearsToEnd => Naming == FiscalYearNaming.ByStartYear && FirstMonth != 1 ? 1 : 0;

    public abstract bool IsLabelledFiscal(CalendarGrain grain);

    public abstract LocalDate StartOfMonth(int month);

    public abstract int MonthOf(LocalDate date);

    public abstract LocalDate StartOfWeekYear(int year);

    public abstract int WeekYearOf(LocalDate date);

    public abstract LocalDate SameDayOfPriorYear(LocalDate date);

    public int WeeksIn(int year) => Period.DaysBetween(StartOfWeekYear(year), StartOfWeekYear(year + 1)) / 7;
}
