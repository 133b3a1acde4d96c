using NodaTime;

namespace RevOps.Metrics.Benchmarks.Workloads;

/// <summary>The days of the data, and the periods that are asked.</summary>
/// <remarks>Fifty months of dates: twelve before the first month asked and one more, so that all 36 month ends have a cohort of twelve months before.</remarks>
internal static class WorkloadCalendar
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    /// <summary>The first day of the data.</summary>
    public static LocalDate From { get; } = new(2021, 12, 1);

    /// <summary>The first day after.</summary>
    public static LocalDate To { get; } = new(2026, 2, 1);

    /// <summary>The first day as a number of days since 1970.</summary>
    public static int FirstDay { get; } = NumberOf(From);

    /// <summary>How many days there are.</summary>
    public static int Days { get; } = Period.DaysBetween(From, To);

    /// <summary>The 36 calendar months asked.</summary>
    public static IReadOnlyList<ReportingPeriod> Months { get; } = MonthsOf(ReportingCalendar.Gregorian);

    /// <summary>The same years in months of four, four and five weeks.</summary>
    public static IReadOnlyList<ReportingPeriod> RetailMonths { get; } = MonthsOf(ReportingCalendar.NationalRetailFederation);

    /// <summary>The day of a number.</summary>
    public static LocalDate DateOf(int day) => Epoch.PlusDays(day);

    private static int NumberOf(LocalDate date) => Period.DaysBetween(Epoch, date);

    private static IReadOnlyList<ReportingPeriod> MonthsOf(ReportingCalendar calendar) => [.. calendar.Months(2023), .. calendar.Months(2024), .. calendar.Months(2025)];
}
