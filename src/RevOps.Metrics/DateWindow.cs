using NodaTime;

namespace RevOps.Metrics;

/// <summary>A half-open span of days; open to the left it is the window of a balance.</summary>
/// <param name="From">The first day; null for "since ever".</param>
/// <param name="To">The first day after.</param>
public readonly record struct DateWindow(LocalDate? From, LocalDate To)
{
    /// <summary>The window of a balance at the end of the day before <paramref name="day"/>.</summary>
    public static DateWindow Before(LocalDate day) => new(null, day);
}
