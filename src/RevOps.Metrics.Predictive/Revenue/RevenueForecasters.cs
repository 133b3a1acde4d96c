using NodaTime;

namespace RevOps.Metrics.Predictive;

/// <summary>Forecasters of revenue for <see cref="Backtest"/> and <see cref="ForecastComparison"/>: each sees what was known at the origin, and nothing later.</summary>
/// <remarks>
/// The series must be that of a metric (<see cref="TimeSeries.Of"/>), because its periods tell the origin. A sales team that submits its forecast on day 5 of a
/// month knows five days more than the end of the last one; <c>day</c> lets the others know as much.
/// </remarks>
public static class RevenueForecasters
{
    /// <summary>The won amount, from the pipeline (<see cref="PipelineForecast"/>), deals to come always included: what came holds those that were created later too.</summary>
    /// <param name="data">The dataset.</param>
    /// <param name="options">Seed, futures, what counts, and the levels of the ranges.</param>
    /// <param name="day">The last day known, counted in the first period to come: 1 is its first, 0 the last one of the history.</param>
    /// <param name="cancellationToken">To stop early.</param>
    public static Forecaster Pipeline(RevenueDataset data, PipelineForecastOptions options, int day = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(options);
        options = options with { IncludesDealsToCome = true };
        return (history, horizon) =>
        {
            (ReportingPeriod[] periods, LocalDate knownOn) = ToCome(history, horizon, day);
            PipelineForecast forecast = PipelineForecast.Of(data, knownOn, periods, options, cancellationToken);
            return new SeriesForecast("pipeline", ValueList.From(forecast.Total.Select((amount, i) => amount.PointAt(i + 1, options.Levels))));
        };
    }

    /// <summary>The won amount, as the sales team committed to it: closed + commit of the last <see cref="ForecastSnapshot"/> of each owner (<see cref="Forecast.Submitted"/>).</summary>
    /// <param name="data">The dataset.</param>
    /// <param name="day">The last day of the first period to come by which a snapshot was taken: 5 is its fifth, 0 the day before it.</param>
    /// <param name="policy">By whose definition.</param>
    /// <returns>A forecaster without ranges; a period for which nobody committed is undefined.</returns>
    public static Forecaster Commits(RevenueDataset data, int day = 0, MetricPolicy? policy = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        EvaluationOptions evaluation = new() { Policy = policy ?? MetricPolicy.Default };
        return (history, horizon) =>
        {
            (ReportingPeriod[] periods, LocalDate knownOn) = ToCome(history, horizon, day);
            Metric<Money> commit = Forecast.Submitted.On(knownOn).Commit;
            MetricTable table = data.Evaluate(commit, periods, options: evaluation);
            return new SeriesForecast("commits", ValueList.From(periods.Select((period, i) => table[commit, period] is { Magnitude: { } amount }
                ? new ForecastPoint(i + 1, Estimate.Of((double)amount), [], "a commit is a number without a range")
                : ForecastPoint.Undefined(i + 1, table[commit, period].UndefinedReason!))));
        };
    }

    /// <summary>MRR at the close, rolled forward from the ledger (<see cref="RecurringForecast"/>).</summary>
    /// <param name="data">The dataset.</param>
    /// <param name="options">Seed, futures, what is learned, and the levels of the ranges.</param>
    /// <param name="cancellationToken">To stop early.</param>
    public static Forecaster RollForward(RevenueDataset data, RecurringForecastOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(options);
        return (history, horizon) =>
        {
            ToCome(history, horizon, day: 0);
            RecurringForecast forecast = RecurringForecast.Of(data, history.Periods[^1], horizon, options, cancellationToken);
            return new SeriesForecast("roll-forward", ValueList.From(forecast.Steps.Select((step, i) => step.Mrr.PointAt(i + 1, options.Levels))));
        };
    }

    /// <summary>The periods after a history, and the last day known.</summary>
    internal static (ReportingPeriod[] Periods, LocalDate KnownOn) ToCome(TimeSeries history, int horizon, int day)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(horizon);
        if (history.Periods.Count == 0)
        {
            throw new ArgumentException("The series does not say which periods its numbers belong to: make it with TimeSeries.Of.", nameof(history));
        }

        ReportingPeriod last = history.Periods[^1];
        ReportingPeriod[] periods = new ReportingPeriod[horizon];
        for (int i = 0; i < horizon; i++) periods[i] = last = last.Calendar.Next(last);
        if (day < 0 || day >= periods[0].Days)
        {
            throw new ArgumentOutOfRangeException(nameof(day), day, $"{periods[0]} has the days 1 to {periods[0].Days}: forecast it on one before its last, or on day 0.");
        }

        return (periods, periods[0].Start.PlusDays(day - 1));
    }
}
