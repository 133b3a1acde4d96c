using NodaTime;

namespace RevOps.Metrics.Predictive;

/// <summary>The deals of a dataset as they were known at the end of a day, and what the core's metrics say of them.</summary>
internal sealed class KnownPipeline
{
    private readonly EvaluationOptions _evaluation;
    private readonly LocalDate _from;

    private KnownPipeline(LocalDate day, RevenueDataset data, LocalDate from, MetricPolicy policy)
    {
        Day = day;
        Data = data;
        _from = from;
        _evaluation = new EvaluationOptions { Policy = policy };
        Deals = [.. data.Deals.Where(deal => deal.Outcome != DealOutcome.Void && (policy.Deals == DealScope.AllTypes || deal.Type == DealType.NewBusiness))];
    }

    public LocalDate Day { get; }

    /// <summary>The dataset that was known.</summary>
    public RevenueDataset Data { get; }

    /// <summary>The deals that count, without those that were void by the day.</summary>
    public IReadOnlyList<Deal> Deals { get; }

    /// <summary>What was known at the end of the day.</summary>
    public static KnownPipeline On(LocalDate day, RevenueDataset data, MetricPolicy policy)
    {
        RevenueDataset recorded = data.AsOf(day);
        Deal[] deals = [.. recorded.Deals.Select(deal => KnownDeal.On(day, deal)).OfType<Deal>()];
        Lead[] leads = [.. recorded.Leads.Where(lead => lead.FirstTouchOn <= day)];
        HashSet<string> dealIds = [.. deals.Select(deal => deal.Id)], leadIds = [.. leads.Select(lead => lead.Id)];
        LocalDate first = deals.Where(deal => deal.CreatedOn is not null).Select(deal => deal.CreatedOn!.Value).Append(day).Min();
        Coverage coverage = data.CoverageOf(RecordType.Deal) is { IsDeclared: true } declared && declared.From <= day
            ? new Coverage(declared.From, day.PlusDays(1))
            : new Coverage(first, day.PlusDays(1));
        RevenueDataset known = RevenueDataset.Build(
            customers: recorded.Customers.Select(customer => KnownDeal.On(day, customer)),
            customerMerges: recorded.CustomerMerges,
            deals: deals.Select(deal => deal.LeadId is { } lead && !leadIds.Contains(lead) ? deal with { LeadId = null } : deal),
            leads: leads.Select(lead => lead.DealId is { } deal && !dealIds.Contains(deal) ? lead with { DealId = null } : lead),
            options: data.Options with
            {
                Strictness = Strictness.Lenient,
                ReportingCurrency = data.ReportingCurrency == Currency.None ? data.Options.ReportingCurrency : data.ReportingCurrency,
                ExchangeRates = new ExchangeRates(data.Options.ExchangeRates.Rates.Where(rate => rate.Date <= day), data.Options.ExchangeRates.MaximumAgeDays),
                Coverage = new Dictionary<RecordType, Coverage> { [RecordType.Deal] = coverage },
                OnIssue = null,
            });
        return new KnownPipeline(day, known, first, policy);
    }

    /// <summary>The amounts of the open deals in the reporting currency, as <see cref="Sales.OpenPipeline"/> has them.</summary>
    public Dictionary<string, double> OpenAmounts()
    {
        ReportingPeriod today = Today;
        MetricTable table = Data.Evaluate([Sales.OpenDeals, Sales.OpenPipeline], [today], [Dimensions.Deal], _evaluation);
        return table.Cells.Where(cell => table[Sales.OpenDeals, today, cell].Magnitude > 0)
            .ToDictionary(cell => cell.Values[0]!, cell => (double)(table[Sales.OpenPipeline, today, cell].Magnitude ?? 0), StringComparer.Ordinal);
    }

    /// <summary>Refuses a dimension to which deals have no path, whatever the day.</summary>
    /// <exception cref="MeasureRefusedException">They have none.</exception>
    public static void RequirePath(RevenueDataset data, LocalDate day, Dimension dimension) =>
        data.Evaluate([Sales.OpenDeals], [ReportingPeriod.Between(day, day.PlusDays(1))], [dimension]);

    /// <summary>The value of a dimension of each deal that is open.</summary>
    public Dictionary<string, string?> OpenBy(Dimension dimension) => ByDeal(Sales.OpenDeals, Today, dimension);

    /// <summary>The value of a dimension of each deal whose creation is known.</summary>
    public Dictionary<string, string?> CreatedBy(Dimension dimension) =>
        ByDeal(Sales.CreatedDeals, ReportingPeriod.Between(_from, Day.PlusDays(1)), dimension);

    /// <summary>What of a period is won already, by a dimension or in all, as <see cref="Sales.WonAmount"/> has it.</summary>
    public Dictionary<Cell, double> WonIn(ReportingPeriod period, Dimension? by)
    {
        if (period.Start > Day) return [];
        ReportingPeriod begun = ReportingPeriod.Between(period.Start, Day.PlusDays(1));
        if (Told([Sales.WonAmount], begun, by is null ? [] : [by]) is not { } table)
        {
            return WonIn(period, null).ToDictionary(_ => Cell.Of((string?)null), all => all.Value);
        }

        return table.Cells.ToDictionary(cell => cell, cell => (double)(table[Sales.WonAmount, begun, cell].Magnitude ?? 0));
    }

    /// <summary>An amount in the reporting currency at the rate of a day; 0 where no rate was known.</summary>
    public double Convert(Money amount, LocalDate on) =>
        Data.Options.ExchangeRates.TryGetRate(amount.Currency, Data.ReportingCurrency, on, out decimal rate) ? (double)(amount.Amount * rate) : 0;

    private ReportingPeriod Today => ReportingPeriod.Between(Day, Day.PlusDays(1));

    private Dictionary<string, string?> ByDeal(Metric<Count> deals, ReportingPeriod period, Dimension dimension)
    {
        Dictionary<string, string?> values = new(StringComparer.Ordinal);
        if (Told([deals], period, [Dimensions.Deal, dimension]) is not { } table) return values;
        foreach (Cell cell in table.Cells)
        {
            if (cell.Values[0] is { } id && table[deals, period, cell].Magnitude > 0) values[id] = cell.Values[1];
        }

        return values;
    }

    /// <summary>What the known dataset tells; null where nobody knew of the attribute that is asked by, so that no deal had a value.</summary>
    private MetricTable? Told(IReadOnlyList<Metric> metrics, ReportingPeriod period, IReadOnlyList<Dimension> by)
    {
        try
        {
            return Data.Evaluate(metrics, [period], by, _evaluation);
        }
        catch (MeasureRefusedException) when (by.Count > 0)
        {
            return null;
        }
    }
}
