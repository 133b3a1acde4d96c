using NodaTime;

namespace RevOps.Metrics.Tests;

/// <summary>
/// An engine that is slow and obviously right: rows are dictionaries, every measure is a line of LINQ over them, and balances and customers are
/// counted from what was charged on the day itself, not from movements. It shares no code with the ledger compiler and the engine in memory.
/// </summary>
internal sealed class NaiveEngine(RevenueDataset data) : IMetricEngine
{
    private readonly Dictionary<LedgerPolicy, NaivePricing> _pricing = [];
    private readonly Dictionary<(Relation, LedgerPolicy), IReadOnlyList<NaiveRow>> _rows = [];
    private readonly Dictionary<(Relation, LedgerPolicy, LocalDate), IReadOnlyList<NaiveRow>> _balances = [];
    private readonly Dictionary<LedgerPolicy, NaiveLedger> _ledgers = [];
    private readonly Dictionary<LedgerPolicy, NaiveStates> _states = [];
    private readonly Dictionary<LedgerPolicy, IReadOnlyList<NaiveRow>> _renewals = [];

    public Currency ReportingCurrency => data.ReportingCurrency;

    public Coverage? CoverageOf(Relation relation) => relation switch
    {
        Relation.Renewals => CoverageOf(Relation.Movements) is { To: { } to } known ? new Coverage(known.From, to.PlusYears(1), known.IsDeclared) : CoverageOf(Relation.Movements),
        _ => data.CoverageOf(RecordsOf(relation)),
    };

    private static RecordType RecordsOf(Relation relation) => relation switch
    {
        Relation.Movements or Relation.RevenueStates => RecordType.Subscription,
        Relation.Deals or Relation.PipelineMovements or Relation.StageVisits or Relation.ExpectedCloses or Relation.DealCredits => RecordType.Deal,
        Relation.QuotaDays => RecordType.Quota,
        Relation.SpendDays => RecordType.Spend,
        Relation.Forecasts or Relation.QuantileForecasts => RecordType.ForecastSnapshot,
        Relation.Figures => RecordType.FinancialFigure,
        Relation.Credits => RecordType.CreditNote,
        Relation.Leads => RecordType.Lead,
        Relation.MarketingActivities => RecordType.MarketingActivity,
        Relation.Invoiced => RecordType.Invoice,
        Relation.Payments => RecordType.Payment,
        Relation.Tickets => RecordType.Ticket,
        _ => throw new NotSupportedException(),
    };

    public IReadOnlyList<Refusal> Check(MeasureQuery query) => [];

    public ValueTask<MeasureTable> MeasureAsync(MeasureQuery query, CancellationToken cancellationToken = default)
    {
        MeasureTable table = new(query.Requests);
        for (int i = 0; i < query.Requests.Count; i++) Answer(query, i, table);
        return ValueTask.FromResult(table);
    }

    private void Answer(MeasureQuery query, int request, MeasureTable table)
    {
        MeasureRequest asked = query.Requests[request];
        (Measure measure, DateWindow window) = asked;
        Relation relation = measure.Relation;
        Cell CellOf(NaiveRow row) => row.CellBy(asked.By, relation);
        List<NaiveRow> Asked(IEnumerable<NaiveRow> rows) =>
            [.. rows.Where(row => row.IsTakenBy(asked.Where, relation) && measure.Where.All(row.Meets))];

        switch (measure)
        {
            case EntityMeasure entity:
                NaiveEntities entities = new(entity, window, day => BalanceBefore(day, query, relation), Rows(query, relation));
                foreach (var cell in entities.Counted(Asked).GroupBy(one => CellOf(one.Row)))
                {
                    table.Add(cell.Key, request, cell.DistinctBy(one => one.Row[entity.Entity]).Sum(one => one.Number));
                }

                break;

            case TopMeasure top:
                foreach (var cell in Asked(BalanceBefore(window.To, query, relation)).GroupBy(CellOf))
                {
                    var byEntity = cell.GroupBy(row => row[top.Entity]).Select(rows => rows.Sum(row => row.Number(top.Balance) ?? 0));
                    table.Add(cell.Key, request, byEntity.Where(amount => amount > 0).OrderDescending().Take(top.Count));
                }

                break;

            case SumMeasure sum when IsBalance(measure):
                foreach (var cell in Asked(BalanceBefore(window.To, query, relation)).GroupBy(CellOf))
                {
                    table.Add(cell.Key, request, cell.Sum(row => row.Number(sum.Column) ?? 0));
                }

                if (window.From is not { } opening) break;
                foreach (var cell in Asked(BalanceBefore(opening, query, relation)).GroupBy(CellOf))
                {
                    table.Add(cell.Key, request, -cell.Sum(row => row.Number(sum.Column) ?? 0));
                }

                break;

            default:
                IEnumerable<NaiveRow> inWindow = Asked(Rows(query, relation)).Where(row =>
                    row.Day(measure.Date) is { } day && (window.From is not { } first || first <= day) && day < window.To);
                foreach (var cell in inWindow.GroupBy(CellOf)) Add(measure, cell, request, table);
                break;
        }
    }

    private static void Add(Measure measure, IGrouping<Cell, NaiveRow> rows, int request, MeasureTable table)
    {
        switch (measure)
        {
            case SumMeasure sum:
                table.Add(rows.Key, request, rows.Sum(row => row.Number(sum.Column) ?? 0));
                break;
            case CountMeasure count:
                table.Add(rows.Key, request, rows.Count(row => count.Of is null || row.Number(count.Of) is not null));
                break;
            case HistogramMeasure histogram:
                table.Add(rows.Key, request, DayHistogram.From(
                    rows.Select(row => row.Number(histogram.Days)).OfType<long>().Select(days => KeyValuePair.Create((int)days, 1L))));
                break;
            default:
                throw new NotSupportedException();
        }
    }

    /// <summary>The pipeline, also by expected close, and recurring revenue of all kinds together, can be counted on the day.</summary>
    private static bool IsBalance(Measure measure) => measure.Relation switch
    {
        Relation.PipelineMovements => true,
        Relation.ExpectedCloses => !measure.Where.OfType<CodeIn>().Any(condition => condition.Column == ExpectedCloses.Kind),
        _ => measure is SumMeasure { Where.Count: 0 } sum && sum.Column == Movements.Amount,
    };

    private IReadOnlyList<NaiveRow> BalanceBefore(LocalDate day, MeasureQuery query, Relation relation)
    {
        if (!_balances.TryGetValue((relation, query.Ledger, day), out IReadOnlyList<NaiveRow>? rows)) _balances[(relation, query.Ledger, day)] = rows = [.. NewBalanceBefore(day, query, relation)];
        return rows;
    }

    private IReadOnlyList<NaiveRow> Rows(MeasureQuery query, Relation relation)
    {
        if (!_rows.TryGetValue((relation, query.Ledger), out IReadOnlyList<NaiveRow>? rows)) _rows[(relation, query.Ledger)] = rows = [.. NewRows(query, relation)];
        return rows;
    }

    private IEnumerable<NaiveRow> NewBalanceBefore(LocalDate day, MeasureQuery query, Relation relation) => relation switch
    {
        Relation.Movements => LedgerOf(query.Ledger).BalanceOn(day.PlusDays(-1)),
        Relation.ExpectedCloses => NaiveRecords.ExpectedClosesOn(day.PlusDays(-1), data, query.Ledger.Identity),
        Relation.RevenueStates => StatesOf(query).StandingOn(day.PlusDays(-1)),
        _ => NaiveRecords.PipelineOn(day.PlusDays(-1), data, query.Ledger.Identity),
    };

    private IEnumerable<NaiveRow> NewRows(MeasureQuery query, Relation relation) => relation switch
    {
        Relation.Movements => LedgerOf(query.Ledger).Movements,
        Relation.RevenueStates => StatesOf(query).Rows,
        Relation.Renewals => RenewalsOf(query),
        Relation.Deals => NaiveRecords.Deals(data, query.Ledger.Identity),
        Relation.StageVisits => NaiveRecords.StageVisits(data, query.Ledger.Identity),
        Relation.ExpectedCloses => NaiveRecords.ExpectedCloses(data, query.Ledger.Identity),
        Relation.DealCredits => NaiveRecords.DealCredits(data, query.Ledger.Identity),
        Relation.QuotaDays => NaiveRecords.QuotaDays(data),
        Relation.SpendDays => NaiveRecords.SpendDays(data),
        Relation.Forecasts => NaiveRecords.Forecasts(data),
        Relation.QuantileForecasts => NaiveRecords.QuantileForecasts(data),
        Relation.Figures => NaiveRecords.Figures(data),
        Relation.Credits => NaiveRecords.Credits(data, query.Ledger.Identity),
        Relation.Leads => NaiveRecords.Leads(data, query.Ledger.Identity),
        Relation.MarketingActivities => NaiveRecords.MarketingActivities(data),
        Relation.Invoiced => NaiveRecords.Invoiced(data, query.Ledger.Identity),
        Relation.Payments => NaiveRecords.Payments(data, query.Ledger.Identity),
        Relation.Tickets => NaiveRecords.Tickets(data, query.Ledger.Identity),
        _ => throw new NotSupportedException(),
    };

    private NaivePricing PricingOf(LedgerPolicy policy)
    {
        if (!_pricing.TryGetValue(policy, out NaivePricing? pricing)) _pricing[policy] = pricing = new NaivePricing(data, policy);
        return pricing;
    }

    private NaiveStates StatesOf(MeasureQuery query)
    {
        if (!_states.TryGetValue(query.Ledger, out NaiveStates? states)) _states[query.Ledger] = states = new NaiveStates(data, query.Ledger, PricingOf(query.Ledger));
        return states;
    }

    private IReadOnlyList<NaiveRow> RenewalsOf(MeasureQuery query)
    {
        if (!_renewals.TryGetValue(query.Ledger, out IReadOnlyList<NaiveRow>? rows)) _renewals[query.Ledger] = rows = new NaiveRenewals(data, query.Ledger, PricingOf(query.Ledger)).Rows;
        return rows;
    }

    /// <summary>The ledger under a policy.</summary>
    public NaiveLedger LedgerOf(LedgerPolicy policy)
    {
        if (!_ledgers.TryGetValue(policy, out NaiveLedger? ledger)) _ledgers[policy] = ledger = new NaiveLedger(data, policy, PricingOf(policy));
        return ledger;
    }
}
