using System.Globalization;

namespace RevOps.Metrics;

/// <summary>A forecast each of several periods. One of them without a forecast leaves no series: to leave it out would hide its error.</summary>
/// <param name="Words">How it ends a name; empty for the usual one.</param>
/// <param name="Periods">The periods, for the one asked; null where it has none.</param>
/// <param name="Parts">What these periods are called: "months".</param>
internal sealed record PeriodSeries(string Words, Func<ReportingPeriod, IReadOnlyList<ReportingPeriod>?> Periods, string Parts = "periods") : ErrorSeries(Words)
{
    /// <summary>The months of the period asked.</summary>
    public static PeriodSeries EachMonth { get; } = Each(CalendarGrain.Month) with { Words = "" };

    /// <summary>The periods of one grain that the period asked is made of.</summary>
    public static PeriodSeries Each(CalendarGrain grain)
    {
        if (!Enum.IsDefined(grain) || grain == CalendarGrain.Custom)
        {
            throw new ArgumentException("No period is made of custom ranges: take days, weeks, months, quarters, halves or years.", nameof(grain));
        }

        string name = grain.ToString().ToLowerInvariant();
        return new PeriodSeries($", each {name}", period => WithinOf(period, grain), grain == CalendarGrain.Half ? "halves" : $"{name}s");
    }

    /// <summary>The period asked and those before it.</summary>
    public static PeriodSeries Trailing(int periods)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(periods);
        return new PeriodSeries(string.Create(CultureInfo.InvariantCulture, $", trailing {periods}"), period => [.. Before(period, periods - 1), period]);
    }

    /// <summary>So many periods before one, in order.</summary>
    public static IReadOnlyList<ReportingPeriod> Before(ReportingPeriod period, int count)
    {
        ReportingPeriod[] before = new ReportingPeriod[count];
        for (int i = count - 1; i >= 0; i--) before[i] = period = PeriodShift.Prior(period);
        return before;
    }

    public override IReadOnlyList<ReportingPeriod>? PeriodsOf(ReportingPeriod period) => Periods(period);

    public override void Collect(Metric forecast, Metric actual, MeasurePlan plan, ReportingPeriod period)
    {
        foreach (ReportingPeriod part in Periods(period) ?? [])
        {
            forecast.Expression.Collect(plan, part);
            actual.Expression.Collect(plan, part);
        }
    }

    public override string? Read(
        Metric forecast, Metric actual, MetricEvaluation evaluation, ReportingPeriod period, Cell cell, List<decimal> forecasts, List<decimal> actuals)
    {
        if (Periods(period) is not { } parts) return $"{period.Label} is not made of whole {Parts}";
        foreach (ReportingPeriod part in parts)
        {
            Quantity foretold = forecast.Expression.Evaluate(evaluation, part, cell), came = actual.Expression.Evaluate(evaluation, part, cell);
            if ((foretold.Reason ?? came.Reason) is { } reason) return $"{part.Label}: {reason}";
            forecasts.Add(foretold.Value!.Value);
            actuals.Add(came.Value!.Value);
        }

        return null;
    }

    private static List<ReportingPeriod>? WithinOf(ReportingPeriod period, CalendarGrain grain)
    {
        List<ReportingPeriod> parts = [];
        ReportingPeriod part = period.Calendar.PeriodContaining(period.Start, grain);
        for (; part.Start < period.End; part = part.Calendar.Next(part)) parts.Add(part);
        return parts[0].Start == period.Start && parts[^1].End == period.End ? parts : null;
    }
}
