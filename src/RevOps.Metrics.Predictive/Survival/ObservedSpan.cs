using NodaTime;

namespace RevOps.Metrics.Predictive;

/// <summary>What was seen of a span of days by whoever looked from the first day of the data to the day of observation.</summary>
/// <param name="Entry">The days from the start to the first on which its end could be seen; 0 where that was from the start.</param>
/// <param name="Duration">The days from the start to the end, or to the day of observation.</param>
/// <param name="HasEnded">True when the end was seen.</param>
internal readonly record struct ObservedSpan(double Entry, double Duration, bool HasEnded)
{
    /// <summary>What was seen; null where nothing was: it ended before the data begin, or starts after the day of observation.</summary>
    /// <remarks>
    /// The state of a day includes what starts on it and not what ends on it, so an end is seen that is dated from the first day of the data to the
    /// day of observation, both included. Whose start lies before the data would be in them only if it had not ended by the day before.
    /// </remarks>
    public static ObservedSpan? Of(LocalDate start, LocalDate? end, LocalDate firstDay, LocalDate observedOn)
    {
        if (start > observedOn || end < firstDay) return null;
        bool hasEnded = end <= observedOn;
        int duration = Period.DaysBetween(start, hasEnded ? end!.Value : observedOn);
        int entry = Math.Max(0, Period.DaysBetween(start, firstDay) - 1);
        // It began just before the day of observation's own data, and nothing of it was seen.
        return entry > 0 && entry >= duration ? null : new ObservedSpan(entry, duration, hasEnded);
    }
}
