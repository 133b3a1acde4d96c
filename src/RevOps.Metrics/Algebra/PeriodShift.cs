using NodaTime;

namespace RevOps.Metrics;

/// <summary>The maps from a period to another: earlier ones, and ranges of several that end with it.</summary>
/// <remarks>A range of several moves by its ends, each along its own grid, so that the trailing quarter of the month before is the quarter that ended with it.</remarks>
internal static class PeriodShift
{
    public static ReportingPeriod Prior(ReportingPeriod period) => EachEnd(period, end => end.Calendar.Prior(end));

    public static ReportingPeriod PriorYear(ReportingPeriod period) => EachEnd(period, end => end.Calendar.PriorYear(end));

    /// <summary>The period of the same length that ends where this one starts: before a trailing quarter the quarter before it, and not the one of a month ago.</summary>
    public static ReportingPeriod Before(ReportingPeriod period)
    {
        if (period.Ends is not var (first, last)) return Prior(period);
        for (LocalDate start = period.Start; last.End > start;) (first, last) = (Prior(first), Prior(last));
        return ReportingPeriod.Across(first, last);
    }

    /// <summary>The months that a period is made of; null where it is not made of whole ones.</summary>
    public static IReadOnlyList<ReportingPeriod>? Months(ReportingPeriod period)
    {
        switch (period.Grain)
        {
            case CalendarGrain.Day or CalendarGrain.Week:
                return null;
            case CalendarGrain.Month:
                return [period];
            case CalendarGrain.Custom when period.Ends is var (first, _):
                return first.Grain is CalendarGrain.Day or CalendarGrain.Week or CalendarGrain.Custom ? null : period.Calendar.Periods(CalendarGrain.Month, period);
            case CalendarGrain.Custom:
                // Counted from the start, as far as every month has that day.
                return period is { WholeMonths: { } months, Start.Day: <= 28 }
                    ? [.. Enumerable.Range(0, months).Select(i => ReportingPeriod.Between(period.Start.PlusMonths(i), period.Start.PlusMonths(i + 1)))]
                    : null;
            default:
                return period.Calendar.Periods(CalendarGrain.Month, period);
        }
    }

    public static ReportingPeriod Shifted(ReportingPeriod period, int periods)
    {
        for (int i = 0; i < periods; i++) period = Prior(period);
        return period;
    }

    public static ReportingPeriod Trailing(ReportingPeriod period, int periods)
    {
        ReportingPeriod first = period.Ends?.First ?? period;
        for (int i = 1; i < periods; i++) first = Prior(first);
        return periods == 1 ? period : ReportingPeriod.Across(first, period.Ends?.Last ?? period);
    }

    public static ReportingPeriod ToDate(ReportingPeriod period, CalendarGrain grain)
    {
        (ReportingPeriod first, ReportingPeriod last) = period.Ends ?? (period, period);
        ReportingPeriod whole = period.Calendar.PeriodContaining(first.Start, grain);
        if (last.Start >= whole.End || first.Grain > grain)
        {
            throw new ArgumentException($"{period} lies in no {grain.ToString().ToLowerInvariant()}: ask for periods of a finer grain to date.", nameof(period));
        }

        ReportingPeriod start = period.Calendar.PeriodContaining(whole.Start, first.Grain);
        if (start.Start < whole.Start) start = period.Calendar.Next(start);
        return start == last ? last : ReportingPeriod.Across(start, last);
    }

    private static ReportingPeriod EachEnd(ReportingPeriod period, Func<ReportingPeriod, ReportingPeriod> shift) =>
        period.Ends is var (first, last) ? ReportingPeriod.Across(shift(first), shift(last)) : shift(period);
}
