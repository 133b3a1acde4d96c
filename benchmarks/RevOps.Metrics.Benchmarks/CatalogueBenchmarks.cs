using BenchmarkDotNet.Attributes;
using RevOps.Metrics.SampleData;

namespace RevOps.Metrics.Benchmarks;

/// <summary>The whole catalogue by month for a year, asked of an engine that was asked before: what a dashboard of a small company asks.</summary>
[MemoryDiagnoser]
public class CatalogueBenchmarks
{
    private static readonly IReadOnlyList<ReportingPeriod> Months = ReportingCalendar.Gregorian.Months(2025);

    private RevenueDataset _data = null!;

    /// <summary>How many customers the sample company has.</summary>
    [Params(1_000)]
    public int Customers { get; set; }

    /// <summary>Makes the company with all its records, and asks once.</summary>
    [GlobalSetup]
    public void Setup()
    {
        SampleCompany company = SampleCompany.Generate(new SampleCompanyOptions { Customers = Customers, Deals = 4 * Customers });
        _data = RevenueDataset.Build(
            company.Customers, company.Subscriptions, company.Deals, company.Spends, company.Leads, company.MarketingActivities, company.Invoices,
            company.CreditNotes, company.Payments, company.Tickets, company.ForecastSnapshots, company.Quotas, company.FinancialFigures,
            company.CustomerMerges, new DatasetOptions
            {
                ReportingCurrency = company.Options.ReportingCurrency,
                ExchangeRates = new ExchangeRates(company.ExchangeRates),
                Stages = ["Qualified", "Demo", "Proposal", "Negotiation"],
            });
        Year();
    }

    /// <summary>Every metric for each month of a year.</summary>
    [Benchmark]
    public MetricTable Year() => _data.Evaluate(MetricCatalog.All, Months);
}
