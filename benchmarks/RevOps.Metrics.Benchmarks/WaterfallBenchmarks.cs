using BenchmarkDotNet.Attributes;
using RevOps.Metrics.SampleData;

namespace RevOps.Metrics.Benchmarks;

/// <summary>The movement waterfall of 36 months by segment: with the ledger to compile first (cold), and on a compiled one (warm).</summary>
[MemoryDiagnoser]
public class WaterfallBenchmarks
{
    private static readonly IReadOnlyList<ReportingPeriod> Months =
        [.. ReportingCalendar.Gregorian.Months(2023), .. ReportingCalendar.Gregorian.Months(2024), .. ReportingCalendar.Gregorian.Months(2025)];

    private RevenueDataset _data = null!;
    private MeasureQuery _waterfall = null!;

    /// <summary>How many customers the sample company has; it has about one and a half subscriptions a customer.</summary>
    [Params(600, 60_000)]
    public int Customers { get; set; }

    /// <summary>Makes the company, and asks once so that the warm run finds a compiled ledger.</summary>
    [GlobalSetup]
    public void Setup()
    {
        SampleCompany company = SampleCompany.Generate(new SampleCompanyOptions { Customers = Customers, Deals = 3 * Customers });
        _data = RevenueDataset.Build(company.Customers, company.Subscriptions, options: new DatasetOptions
        {
            ReportingCurrency = company.Options.ReportingCurrency,
            ExchangeRates = new ExchangeRates(company.ExchangeRates),
        });
        _waterfall = new MeasureQuery
        {
            Requests =
            [
                .. Months.SelectMany(month => Enum.GetNames<MovementKind>().Select(kind => new MeasureRequest(
                    new SumMeasure(kind, Movements.Amount, Movements.On) { Where = [new CodeIn(Movements.Kind, [kind])] },
                    new DateWindow(month.Start, month.End)) { By = [Dimensions.Segment] })),
            ],
        };
        _data.Engine.Measure(_waterfall);
    }

    /// <summary>A new engine: the ledger is compiled and then asked.</summary>
    [Benchmark(Baseline = true)]
    public MeasureTable Cold() => new InMemoryEngine(_data).Measure(_waterfall);

    /// <summary>An engine that was asked before.</summary>
    [Benchmark]
    public MeasureTable Warm() => _data.Engine.Measure(_waterfall);
}
