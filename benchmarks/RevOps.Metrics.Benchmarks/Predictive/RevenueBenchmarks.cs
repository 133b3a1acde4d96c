using BenchmarkDotNet.Attributes;
using NodaTime;
using RevOps.Metrics.Predictive;
using RevOps.Metrics.SampleData;

namespace RevOps.Metrics.Benchmarks.Predictive;

/// <summary>One forecast of the sample company (600 customers, 2,500 deals) with 1,000 futures: from the pipeline, and rolled forward from the ledger.</summary>
[MemoryDiagnoser]
public class RevenueBenchmarks
{
    private static readonly PathSimulation Simulation = new(Seed: 1, Paths: 1_000);

    private RevenueDataset _data = RevenueDataset.Build();

    /// <summary>Makes the company.</summary>
    [GlobalSetup]
    public void Setup()
    {
        SampleCompany company = SampleCompany.Generate(SampleCompanyOptions.Default);
        _data = RevenueDataset.Build(
            company.Customers, company.Subscriptions, company.Deals, leads: company.Leads, customerMerges: company.CustomerMerges,
            options: new DatasetOptions { Strictness = Strictness.Lenient, ReportingCurrency = Currency.Usd, ExchangeRates = new ExchangeRates(company.ExchangeRates) });
    }

    /// <summary>Three months of won amounts, with deals to come, by owner and segment.</summary>
    [Benchmark]
    public PipelineForecast Pipeline() => PipelineForecast.Of(
        _data, new LocalDate(2025, 9, 30), [.. ReportingCalendar.Gregorian.Months(2025).Skip(9)],
        new PipelineForecastOptions { Simulation = Simulation, IncludesDealsToCome = true, By = Dimensions.Segment, LearnBy = Dimensions.Segment });

    /// <summary>Twelve months of MRR.</summary>
    [Benchmark]
    public RecurringForecast RollForward() =>
        RecurringForecast.Of(_data, ReportingCalendar.Gregorian.Months(2025)[8], 12, new RecurringForecastOptions { Simulation = Simulation });
}
