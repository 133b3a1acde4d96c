using NodaTime;
using NodaTime.Text;

namespace RevOps.Metrics.Predictive;

/// <summary>Where the data of a type begin, for who looks at them from a day of observation.</summary>
internal static class CoverageStart
{
    /// <summary>The first day of the data: as declared, else before all days, as records that are all there hide nothing of before; null where there are none.</summary>
    /// <exception cref="ArgumentException">The data are declared to know nothing of the day of observation.</exception>
    public static LocalDate? Of(RevenueDataset data, RecordType type, LocalDate observedOn)
    {
        if (data.CoverageOf(type) is not { } coverage) return null;
        if (!coverage.IsDeclared) return LocalDate.MinIsoValue;
        if (coverage.Contains(observedOn, observedOn.PlusDays(1))) return coverage.From;
        throw new ArgumentException(
            $"The day of observation {LocalDatePattern.Iso.Format(observedOn)} lies outside what the data of type {type} cover, {coverage}: choose a day within.",
            nameof(observedOn));
    }
}
