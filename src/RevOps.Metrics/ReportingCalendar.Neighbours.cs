using NodaTime;

namespace RevOps.Metrics;

public sealed partial record ReportingCalendar
{
    /// <summary>The period of the same grain that follows.</summary>
    /// <remarks>
    /// The next custom range begins where this one ends and has the same length. A range of whole months moves by months (15 January to 15
    /// April is followed by 15 April to 15 July), provided that it starts on the 28th or earlier, a day that every month has; any other
    /// moves by its number of days.
    /// </remarks>
    /// <exception cref="ArgumentException">The period lies on no grid of this calendar.</exception>
    public ReportingPeriod Next(ReportingPeriod period)
    {
        RequireOwn(period);
        return period.Grain == CalendarGrain.Custom ? Neighbour(period, 1) : PeriodContaining(period.End, period.Grain);
    }

    /// <summary>The period of the same grain that goes before: February before March, however long they are.</summary>
    /// <remarks>
    /// Undoes <see cref="Next"/> for every period of a grid. A custom range goes back by months or by days as it would go forward; only
    /// where one that moves by days borders one that moves by months do the two not undo each other: the 30 days from 2 March are followed
    /// by the month of April, before which comes the month of March.
    /// </remarks>
    /// <exception cref="ArgumentException">The period lies on no grid of this calendar.</exception>
    public ReportingPeriod Prior(ReportingPeriod period)
    {
        RequireOwn(period);
        return period.Grain == CalendarGrain.Custom ? Neighbour(period, -1) : PeriodContaining(period.Start.PlusDays(-1), period.Grain);
    }

    /// <summary>The period to compare with in the year before: the same month of it, the same quarter, the same week.</summary>
    /// <remarks>
    /// <para>
    /// Aligned by number and not by counting days back: FY23-Q4 of 14 weeks compares with FY22-Q4 of 13. Week 53 compares with week 52
    /// where the year before has no week 53.
    /// </para>
    /// <para>
    /// A day compares with the same date, 29 February with 28 February; in a retail calendar with the same weekday of the same week, since
    /// shops live by the weekday. Both ends of a custom range move back by one calendar year; 29 February becomes 28 February as a start
    /// and 1 March as an end.
    /// </para>
    /// </remarks>
    /// <exception cref="ArgumentException">The period lies on no grid of this calendar.</exception>
    public ReportingPeriod PriorYear(ReportingPeriod period)
    {
        RequireOwn(period);
        switch (period.Grain)
        {
            case CalendarGrain.Day:
                LocalDate sameDay = _layout.SameDayOfPriorYear(period.Start);
                RequireDate(sameDay, nameof(period));
                return DayOf(sameDay);
            case CalendarGrain.Custom:
                bool endsOnLeapDay = period.End is { Month: 2, Day: 29 };
                return ReportingPeriod.Between(period.Start.PlusYears(-1), period.End.PlusDays(endsOnLeapDay ? 1 : 0).PlusYears(-1));
            default:
                (int year, int number) = Locate(period.Start, period.Grain);
                RequireYear(year - 1);
                if (period.Grain == CalendarGrain.Week) number = Math.Min(number, _layout.WeeksIn(year - 1));
                return Create(period.Grain, year - 1, number);
        }
    }

    private static ReportingPeriod Neighbour(ReportingPeriod range, int direction)
    {
        // Far beyond the covered years there are no dates to count with; near their edge Between judges to the day.
        const int monthAtMost = 31;
        int room = direction > 0 ? Period.DaysBetween(range.End, EndOfCover) : Period.DaysBetween(StartOfCover, range.Start);
        if (range.Days > room + monthAtMost) throw new ArgumentOutOfRangeException(nameof(range), range.Label, CoveredYears);

        return range.WholeMonths is { } months && range.Start.Day <= 28
            ? ReportingPeriod.Between(range.Start.PlusMonths(direction * months), range.End.PlusMonths(direction * months))
            : ReportingPeriod.Between(range.Start.PlusDays(direction * range.Days), range.End.PlusDays(direction * range.Days));
    }

    private void RequireOwn(ReportingPeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
        if (period.Grain == CalendarGrain.Custom || PeriodContaining(period.Start, period.Grain) == period) return;
        throw new ArgumentException(
            $"The period {period} is not one of this calendar ({this}): take the one you mean with PeriodContaining first.",
            nameof(period));
    }
}
