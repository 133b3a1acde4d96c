using NodaTime;
using NodaTime.Text;

namespace RevOps.Metrics.Predictive;

/// <summary>The recurring revenue of the next periods, rolled forward from the movement ledger: what is kept, added, lost and new.</summary>
/// <remarks>
/// <para>Churn, contraction and expansion are learned by the age of customers (the periods since they were acquired), as shares of the revenue they open a period
/// with; new and returning customers from the latest periods, a whole period drawn at a time. Each customer of the day is played forward, thousands of times, and
/// each future weighs the history anew (Bayesian bootstrap over customers): ranges hold both what chance does and what the history leaves open.</para>
/// <para>All is as known at the end of <see cref="KnownOn"/>, by the policy's ledger. What contracts already say of later days is not used.
/// Out: exchange rates (they stay), transfers, and customers who come with an acquired company; once there, they churn like others.</para>
/// </remarks>
public sealed class RecurringForecast
{
    private const int FewWatched = 100;

    private RecurringForecast(LocalDate knownOn, Currency currency)
    {
        KnownOn = knownOn;
        Currency = currency;
    }

    /// <summary>The last day known.</summary>
    public LocalDate KnownOn { get; }

    /// <summary>The currency of all amounts.</summary>
    public Currency Currency { get; }

    /// <summary>The periods to come, the next one first.</summary>
    public ValueList<RecurringStep> Steps { get; private init; } = [];

    /// <summary>What was learned, by age.</summary>
    public ValueList<AgeRates> Rates { get; private init; } = [];

    /// <summary>How the learning went, and what is doubtful.</summary>
    public FitReport Report { get; private init; } = new(false, 0, 0, 0, [], []);

    /// <summary>Forecasts the next periods.</summary>
    /// <param name="data">The dataset; it may hold later days, which are not looked at.</param>
    /// <param name="last">The last period known, by whose grain and calendar it goes on: <c>calendar.Months(2025)[^1]</c>.</param>
    /// <param name="horizon">How many periods.</param>
    /// <param name="options">Seed, futures, and what is learned.</param>
    /// <param name="cancellationToken">To stop early.</param>
    /// <returns>Amounts that are undefined, with the reason, where there has been no recurring revenue, or never through a whole period.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The horizon, the futures or a number of periods is not at least 1.</exception>
    /// <exception cref="ArgumentException">The period lies on no grid.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static RecurringForecast Of(
        RevenueDataset data, ReportingPeriod last, int horizon, RecurringForecastOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(last);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(horizon);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Simulation.Paths, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.NewBusinessPeriods, nameof(options));
        if (options.LearnedPeriods is { } learned) ArgumentOutOfRangeException.ThrowIfNegativeOrZero(learned, nameof(options));
        if (last.Grain == CalendarGrain.Custom)
        {
            throw new ArgumentException($"{last} lies on no grid, so nobody knows its next: take a period of a calendar, such as a month.", nameof(last));
        }

        ReportingPeriod[] periods = new ReportingPeriod[horizon];
        for (int i = 0; i < horizon; i++) periods[i] = i == 0 ? last.Calendar.Next(last) : last.Calendar.Next(periods[i - 1]);
        LedgerHistory history = LedgerHistory.Until(data, last, options);
        if (ReasonAgainst(history, last) is { } reason)
        {
            return new RecurringForecast(last.LastDay, history.Currency)
            {
                Steps = ValueList.From(periods.Select(period => Undefined(period, reason))),
                Report = new FitReport(false, 0, 0, history.Steps.Count, [], [reason]),
            };
        }

        AgeBands bands = new(history.Steps, options.MinimumWatched);
        double[][][] parts = new RecurringSimulation(history, bands, horizon).Run(options.Simulation, options.Threads, options.Progress, cancellationToken);
        return new RecurringForecast(last.LastDay, history.Currency)
        {
            Steps = ValueList.From(periods.Select((period, h) => StepOf(period, [.. parts.Select(part => part[h])]))),
            Rates = RatesOf(history, bands),
            Report = new FitReport(true, 0, 0, history.Steps.Count, [], ValueList.From(Warnings(history))),
        };
    }

    private static string? ReasonAgainst(LedgerHistory history, ReportingPeriod last)
    {
        string day = LocalDatePattern.Iso.Format(last.LastDay);
        return history.Customers == 0 ? $"there has been no recurring revenue by {day}"
            : history.Steps.Count == 0 ? $"no customer has been watched through a whole period by {day}, so nothing tells what they do"
            : null;
    }

    private static RecurringStep StepOf(ReportingPeriod period, double[][] parts)
    {
        AmountForecast Of(params int[] sum)
        {
            double[] futures = new double[parts[0].Length];
            foreach (int part in sum)
            {
                for (int path = 0; path < futures.Length; path++) futures[path] += parts[part][path];
            }

            return AmountForecast.Of(period, 0, futures);
        }

        return new RecurringStep(Mrr: Of(0, 1, 2, 3, 4, 5), Opening: Of(0), Kept: Of(0, 4, 5), Expansion: Of(3), Contraction: Of(4), Churn: Of(5), New: Of(1), Returned: Of(2));
    }

    private static RecurringStep Undefined(ReportingPeriod period, string reason)
    {
        AmountForecast none = AmountForecast.Undefined(period, 0, reason);
        return new RecurringStep(none, none, none, none, none, none, none, none);
    }

    private static ValueList<AgeRates> RatesOf(LedgerHistory history, AgeBands bands) => ValueList.From(
        from step in history.Steps
        group step by bands.Of(step.Age) into band
        orderby band.Key
        let opening = band.Sum(step => step.Opening)
        select new AgeRates(
            Math.Max(1, bands.FirstAge[band.Key]), band.Key + 1 < bands.FirstAge.Length ? bands.FirstAge[band.Key + 1] - 1 : null, band.Count(),
            -band.Sum(step => step.Churn) / opening, -band.Sum(step => step.Contraction) / opening, band.Sum(step => step.Expansion) / opening));

    private static IEnumerable<string> Warnings(LedgerHistory history)
    {
        if (history.Customers == 1) yield return "There has been one customer only: its own past tells what it will do.";
        if (history.Steps.Count < FewWatched)
        {
            yield return string.Create(
                System.Globalization.CultureInfo.InvariantCulture, $"Customers were watched through {history.Steps.Count} periods only: the rates are weakly identified.");
        }

        if (history.Steps.TrueForAll(step => step.Churn == 0)) yield return "No customer has ever left: none is taken to leave.";
        if (Array.TrueForAll(history.Entries, entries => entries.Count == 0)) yield return "No customer came in the latest periods: none is taken to come.";
    }
}
