using NodaTime;

namespace RevOps.Metrics;

/// <summary>The rule that fixes the last day of every retail year, such as "the last Saturday of September".</summary>
/// <remarks>Years that end by such a rule have 52 weeks, and 53 every five or six years.</remarks>
public sealed record RetailYearEnd
{
    private RetailYearEnd(IsoDayOfWeek day, int month, bool isNearest)
    {
        if (day is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday)
            throw new ArgumentOutOfRangeException(nameof(day), day, "A retail year ends on a day of the week: choose Monday to Sunday.");
        ReportingCalendar.RequireMonth(month, nameof(month));
        Day = day;
        Month = month;
        IsNearest = isNearest;
    }

    /// <summary>The day of the week on which every year, and every week, ends.</summary>
    public IsoDayOfWeek Day { get; }

    /// <summary>The month, 1 to 12, whose end the year's end follows.</summary>
    public int Month { get; }

    /// <summary>
    /// True when the year ends on the <see cref="Day"/> nearest to the month's end, false when on the last one within the month.
    /// </summary>
    public bool IsNearest { get; }

    /// <summary>The year ends on the last such day within the month, zero to six days before the month does.</summary>
    public static RetailYearEnd Last(IsoDayOfWeek day, int month) => new(day, month, isNearest: false);

    /// <summary>The year ends on the day that is nearest to the month's end, at most three days before or after it.</summary>
    public static RetailYearEnd Nearest(IsoDayOfWeek day, int month) => new(day, month, isNearest: true);

    /// <summary>The last day of the retail year that follows the month's end in the given calendar year.</summary>
    /// <remarks>The nearest day can lie in the next month: the Saturday nearest to the end of January 2024 is 3 February.</remarks>
    public LocalDate In(int year)
    {
        LocalDate monthEnd = new LocalDate(year, Month, 1).With(DateAdjusters.EndOfMonth);
        return (IsNearest ? monthEnd.PlusDays(3) : monthEnd).With(DateAdjusters.PreviousOrSame(Day));
    }

    /// <summary>The rule in words, such as "the last Saturday of month 9".</summary>
    public override string ToString() => IsNearest ? $"the {Day} nearest to the end of month {Month}" : $"the last {Day} of month {Month}";
}
