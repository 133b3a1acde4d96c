using NodaTime;
using NodaTime.Text;

namespace RevOps.Metrics;

/// <summary>Evaluates cohorts: what becomes of the customers acquired in each period.</summary>
/// <remarks>
/// A customer belongs to the period of its first day with recurring revenue, for ever; by a dimension that changes, such as its segment, it counts
/// in the cell it is in at each close, so that cells add up to the total at every age, and a share can pass 1. It all is
/// <see cref="Success.Customers"/> and <see cref="Revenue.Mrr"/> (without refunds) by
/// <see cref="Dimensions.AcquisitionPeriod(ReportingCalendar, CalendarGrain)"/>, told by age. Where the policy looks at a period on its first day, who
/// comes later in it belongs to the next, as with <see cref="Success.NewCustomers"/>.
/// <para>
/// Out: customers acquired before the first period asked, whose age 0 is not in the table (ask for more periods to see them), and customers who
/// came and left within one period, who are there at no close.
/// </para>
/// </remarks>
public static class CohortEvaluator
{
    private static readonly LocalDate FarAhead = new(9990, 1, 1);

    private static readonly IReadOnlyList<Metric> Metrics = [Success.Customers, RefundedRevenue.LedgerMrr, RefundedRevenue.LedgerArr];

    /// <summary>The cohorts of a dataset in memory.</summary>
    /// <param name="data">The dataset.</param>
    /// <param name="calendar">The calendar whose periods are asked.</param>
    /// <param name="periods">Periods of one grain, one after the other: the cohorts, and the closes at which they are looked at.</param>
    /// <param name="by">The dimensions that split each cohort; none for the whole.</param>
    /// <param name="options">Policy and filters.</param>
    /// <param name="knownTo">
    /// The last day about which all is known; a cell whose period ends later is not mature. By default the last day of the declared coverage of
    /// subscriptions; where that has no end, the last day on which a customer was acquired: contracts tell of ends and steps far ahead, so
    /// only who comes shows how far a book is kept. That can be too early, or too late where a customer is known to start later; say the day to be exact.
    /// </param>
    /// <exception cref="ArgumentException">The periods are none, have gaps, or are not of the calendar.</exception>
    /// <exception cref="MeasureRefusedException">Recurring revenue has no path to a dimension.</exception>
    public static CohortTable Cohorts(
        this RevenueDataset data, ReportingCalendar calendar, IReadOnlyList<ReportingPeriod> periods, IReadOnlyList<Dimension>? by = null,
        EvaluationOptions? options = null, LocalDate? knownTo = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        // The engine in memory answers at once, so nothing is waited for.
        return data.Engine.CohortsAsync(calendar, periods, by, options, knownTo).AsTask().GetAwaiter().GetResult();
    }

    /// <summary>The cohorts, with any engine.</summary>
    /// <inheritdoc cref="Cohorts"/>
    /// <param name="engine">The engine.</param>
    /// <param name="calendar">The calendar whose periods are asked.</param>
    /// <param name="periods">Periods of one grain, one after the other: the cohorts, and the closes at which they are looked at.</param>
    /// <param name="by">The dimensions that split each cohort; none for the whole.</param>
    /// <param name="options">Policy and filters.</param>
    /// <param name="knownTo">The last day about which all is known; without it, as told for a dataset.</param>
    /// <param name="cancellationToken">Stops the engine.</param>
    public static async ValueTask<CohortTable> CohortsAsync(
        this IMetricEngine engine, ReportingCalendar calendar, IReadOnlyList<ReportingPeriod> periods, IReadOnlyList<Dimension>? by = null,
        EvaluationOptions? options = null, LocalDate? knownTo = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(periods);
        RequireInARow(calendar, periods);
        EvaluationOptions chosen = options ?? EvaluationOptions.Default;
        ValueList<Dimension> dimensions = [.. by ?? []];

        Dimension acquired = Dimensions.AcquisitionPeriod(calendar, periods[0].Grain, chosen.Policy);
        MetricTable table = await engine.EvaluateAsync(Metrics, periods, [acquired, .. dimensions], chosen, cancellationToken).ConfigureAwait(false);
        CohortCells cells = new(table);
        MetricTable? total = cells.NeedsTotal ? await engine.EvaluateAsync(Metrics, periods, [], chosen, cancellationToken).ConfigureAwait(false) : null;
        LocalDate? lastKnown = knownTo ?? await LastKnownDayAsync(engine, chosen.Policy.Ledger, cancellationToken).ConfigureAwait(false);
        return new CohortTable(periods, dimensions, [.. cells.Cohorts(total, lastKnown)], lastKnown, engine.ReportingCurrency);
    }

    private static async ValueTask<LocalDate?> LastKnownDayAsync(IMetricEngine engine, LedgerPolicy ledger, CancellationToken cancellationToken)
    {
        if (engine.CoverageOf(Relation.Movements) is { IsDeclared: true, To: { } to }) return to.PlusDays(-1);
        if (engine is InMemoryEngine memory) return memory.LastAcquisition(ledger);
        CountMeasure movements = new("movements", Movements.On);
        // All of it, to an edge of the ledger's fixed periods: some policies can be asked at those only.
        LocalDate end = ledger.FixedCalendar.PeriodContaining(FarAhead, ledger.FixedGrain).Start;
        MeasureQuery query = new()
        {
            Requests = [new MeasureRequest(movements, DateWindow.Before(end)) { By = [Dimensions.AcquiredOn] }], Ledger = ledger,
        };
        MeasureTable table = await engine.MeasureAsync(query, cancellationToken).ConfigureAwait(false);
        return table.CellsBy([Dimensions.AcquiredOn]).Select(cell => cell.Values[0]).Max(StringComparer.Ordinal) is { } day ? LocalDatePattern.Iso.Parse(day).Value : null;
    }

    private static void RequireInARow(ReportingCalendar calendar, IReadOnlyList<ReportingPeriod> periods)
    {
        if (periods.Count == 0) throw new ArgumentException("Cohorts need at least one period.", nameof(periods));
        for (int i = 0; i < periods.Count; i++)
        {
            ReportingPeriod period = periods[i];
            if (period.Grain == CalendarGrain.Custom || calendar.PeriodContaining(period.Start, period.Grain) != period)
            {
                throw new ArgumentException(
                    $"{period} is no period of this calendar ({calendar}): take periods of its grid, such as Months(2026).", nameof(periods));
            }

            if (i > 0 && (period.Grain != periods[0].Grain || period.Start != periods[i - 1].End))
            {
                throw new ArgumentException(
                    $"{period} does not follow {periods[i - 1]}: ages are counted in periods of one grain, one after the other.", nameof(periods));
            }
        }
    }
}
