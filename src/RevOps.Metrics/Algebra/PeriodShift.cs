namespace RevOps.Metrics;

/// <summary>The maps from a period to another: earlier ones, and ranges of several that end with it.</summary>
/// <remarks>A range of several moves by its ends, each along its own grid, so that the trailing quarter of the month before is the quarter that ended with it.</remarks>
internal static class PeriodShift
{
    public static ReportingPeriod Prior(ReportingPeriod period) => EachEnd(period, end => end.Calendar.Prior(end));

    public static ReportingPeriod PriorYear(ReportingPeriod period) => EachEnd(period, end => end.Calendar.PriorYear(end));

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
