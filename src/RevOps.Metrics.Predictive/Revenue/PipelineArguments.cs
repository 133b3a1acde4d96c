using NodaTime;
using NodaTime.Text;

namespace RevOps.Metrics.Predictive;

/// <summary>What a forecast from the pipeline may be asked.</summary>
internal static class PipelineArguments
{
    public static void Require(LocalDate knownOn, IReadOnlyList<ReportingPeriod> periods, PipelineForecastOptions options)
    {
        string day = LocalDatePattern.Iso.Format(knownOn);
        if (periods.Count == 0) throw new ArgumentException("There is no period to forecast: give at least one, such as calendar.Months(2026).", nameof(periods));
        if (periods[0].Start > knownOn.PlusDays(1) || periods[0].LastDay <= knownOn)
        {
            throw new ArgumentException(
                $"The first period, {periods[0]}, does not hold the day after {day}: begin with the period in which the forecast begins.", nameof(periods));
        }

        for (int i = 1; i < periods.Count; i++)
        {
            if (periods[i].Start != periods[i - 1].End)
            {
                throw new ArgumentException($"{periods[i]} does not follow {periods[i - 1]}: give periods that touch, in order.", nameof(periods));
            }
        }

        if (options.Simulation.Paths < 1)
        {
            throw new ArgumentException($"{options.Simulation.Paths} futures are none: simulate a thousand or more.", nameof(options));
        }

        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.CreationDays, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.MinimumClosed, nameof(options));
        if (options.LearnFrom > knownOn)
        {
            throw new ArgumentException(
                $"The learning begins on {LocalDatePattern.Iso.Format(options.LearnFrom.Value)}, after {day}, the last day known: begin it earlier.", nameof(options));
        }
    }
}
