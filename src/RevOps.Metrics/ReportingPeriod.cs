using NodaTime;
using NodaTime.Text;

namespace RevOps.Metrics;

/// <summary>
/// A half-open range of dates that figures are reported for: <see cref="Start"/> belongs to it, <see cref="End"/> does not.
/// </summary>
/// <remarks>
/// Half-open, because periods that follow one another then share a date and leave no gap: the end of January is 1 February. Two periods are
/// equal when start, end and grain are; the label is only what a calendar calls them, and calendars differ (2026-Q1 may be another
/// company's FY26-Q3). Periods come from a <see cref="ReportingCalendar"/> or from <see cref="Between"/>, are never empty, and are dates of
/// the ISO calendar.
/// </remarks>
public sealed record ReportingPeriod
{
    private int _count = 1;

    internal ReportingPeriod(LocalDate start, LocalDate end, CalendarGrain grain, string label, ReportingCalendar calendar)
    {
        Start = start;
        End = end;
        Grain = grain;
        Label = label;
        Calendar = calendar;
    }

    /// <summary>The first day.</summary>
    public LocalDate Start { get; }

    /// <summary>The first day after the period.</summary>
    public LocalDate End { get; }

    /// <summary>Which of the calendar's grids the period lies on.</summary>
    public CalendarGrain Grain { get; }

    /// <summary>
    /// The name people use: 2026-01-31, 2026-W05, 2026-01, 2026-Q1, 2026-H1, 2026, FY26-Q3, or 2026-01-05..2026-02-09 (end exclusive).
    /// </summary>
    public string Label { get; }

    /// <summary>The calendar that it is a period of, by which the period before and the same of last year are found; the Gregorian one for a custom range.</summary>
    public ReportingCalendar Calendar { get; }

    /// <summary>The last day that belongs to the period.</summary>
    public LocalDate LastDay => End.PlusDays(-1);

    /// <summary>The number of days.</summary>
    public int Days => Period.DaysBetween(Start, End);

    /// <summary>The length in months, by which a figure of one length is scaled to another.</summary>
    /// <remarks>
    /// By grain, not by counting days, so that every month counts the same: month 1, quarter 3, half 6, year 12, also where a retail month
    /// has five weeks or a year 53. A week is 12/52 and a day 12/365 of a month, as a year has 52 weeks and 365 days. A custom range is a
    /// whole number of months when both ends fall on the same day of the month, else its days x 12/365.
    /// </remarks>
    public decimal MonthsLong => Grain switch
    {
        CalendarGrain.Day => 12m / 365m,
        CalendarGrain.Week => 12m / 52m,
        CalendarGrain.Month => 1m,
        CalendarGrain.Quarter => 3m,
        CalendarGrain.Half => 6m,
        CalendarGrain.Year => 12m,
        _ when Ends is var (first, _) => _count * first.MonthsLong,
        _ => WholeMonths ?? Days * 12m / 365m,
    };

    /// <summary>How often its length fits into a year of 12 months, 52 weeks or 365 days, exactly: a number, and what to divide it by.</summary>
    internal (int Times, int Per) TimesAYear => Grain switch
    {
        CalendarGrain.Day => (365, 1),
        CalendarGrain.Week => (52, 1),
        CalendarGrain.Custom when Ends is var (first, _) => (first.TimesAYear.Times, first.TimesAYear.Per * _count),
        CalendarGrain.Custom when WholeMonths is null => (365, Days),
        _ => (12, (int)MonthsLong),
    };

    /// <summary>The months between the ends when both fall on the same day of the month.</summary>
    internal int? WholeMonths => Start.Day == End.Day ? ((End.Year - Start.Year) * 12) + End.Month - Start.Month : null;

    /// <summary>The first and the last of the calendar's periods that a range of several is made of; null for any other.</summary>
    internal (ReportingPeriod First, ReportingPeriod Last)? Ends { get; private init; }

    /// <summary>The range of several periods of one grid; as long as they are together.</summary>
    internal static ReportingPeriod Across(ReportingPeriod first, ReportingPeriod last)
    {
        int count = 1;
        for (ReportingPeriod period = first; period.End < last.End; period = first.Calendar.Next(period)) count++;
        return new ReportingPeriod(first.Start, last.End, CalendarGrain.Custom, $"{first}..{last}", first.Calendar) { Ends = (first, last), _count = count };
    }

    /// <summary>A range of the user's choice: from <paramref name="start"/> to the day before <paramref name="end"/>.</summary>
    /// <exception cref="ArgumentException">The end is not after the start, or a date is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A day lies outside the years 1 to 9998.</exception>
    public static ReportingPeriod Between(LocalDate start, LocalDate end)
    {
        RequireIso(start, nameof(start));
        RequireIso(end, nameof(end));
        string label = $"{LocalDatePattern.Iso.Format(start)}..{LocalDatePattern.Iso.Format(end)}";
        if (end <= start)
        {
            throw new ArgumentException(
                $"The period {label} has no days: its end is the first day after it, so give an end later than the start.", nameof(end));
        }

        ReportingCalendar.RequireDate(start, nameof(start));
        ReportingCalendar.RequireDate(end.PlusDays(-1), nameof(end));
        return new ReportingPeriod(start, end, CalendarGrain.Custom, label, ReportingCalendar.Gregorian);
    }

    /// <summary>Whether the date belongs to the period.</summary>
    public bool Contains(LocalDate date) => Start <= date && date < End;

    /// <summary>Whether some day belongs to both periods; periods that only touch have none.</summary>
    public bool Intersects(ReportingPeriod other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Start < other.End && other.Start < End;
    }

    /// <summary>Equal start, end and grain; the label does not count.</summary>
    public bool Equals(ReportingPeriod? other) => other is not null && Start == other.Start && End == other.End && Grain == other.Grain;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Start, End, Grain);

    /// <summary>The label.</summary>
    public override string ToString() => Label;

    internal static void RequireIso(LocalDate date, string parameterName)
    {
        if (date.Calendar != CalendarSystem.Iso)
        {
            throw new ArgumentException(
                $"Reporting dates are ISO dates, this one is {date.Calendar.Id}: convert with WithCalendar(CalendarSystem.Iso) first.",
                parameterName);
        }
    }
}
