using NodaTime;
using NodaTime.Calendars;

namespace RevOps.Metrics;

/// <summary>Calendar months in years that start in any of them, and ISO weeks, which take no notice of the fiscal year.</summary>
internal sealed record FiscalLayout(int StartMonth) : CalendarLayout
{
    public override int FirstMonth => StartMonth;

    /// <summary>What to add to the number of a month of this calendar to get the months since January of year 0.</summary>
    private int MonthsToCalendar => (YearsToEnd * 12) + (StartMonth == 1 ? 0 : StartMonth - 13);

    public override bool IsLabelledFiscal(CalendarGrain grain) =>
        StartMonth != 1 && grain is (CalendarGrain.Quarter or CalendarGrain.Half or CalendarGrain.Year);

    public override LocalDate StartOfMonth(int month)
    {
        (int year, int monthOfYear) = Math.DivRem(month + MonthsToCalendar, 12);
        return new LocalDate(year, monthOfYear + 1, 1);
    }

    public override int MonthOf(LocalDate date) => (date.Year * 12) + date.Month - 1 - MonthsToCalendar;

    public override LocalDate StartOfWeekYear(int year) => WeekYearRules.Iso.GetLocalDate(year, 1, IsoDayOfWeek.Monday);

    public override int WeekYearOf(LocalDate date) => WeekYearRules.Iso.GetWeekYear(date);

    public override LocalDate SameDayOfPriorYear(LocalDate date) => date.PlusYears(-1);

    public override string ToString() => StartMonth == 1 ? "calendar years" : $"fiscal years from month {StartMonth}";
}
