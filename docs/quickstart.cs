// The sample company's export in, its data issues and metrics out:
//   dotnet run docs/quickstart.cs
#:project ../src/RevOps.Metrics.Csv
using NodaTime;
using RevOps.Metrics;
using RevOps.Metrics.Csv;

string here = (string)AppContext.GetData("EntryPointFileDirectoryPath")!;
RevenueDataset data = CsvImport.ReadFolder(
    Path.Combine(here, "sample-data"),
    new CsvOptions { EndDates = EndDateConvention.Exclusive },
    new DatasetOptions { ReportingCurrency = Currency.Usd, Strictness = Strictness.Lenient });

Console.WriteLine($"{data}\n");
Console.WriteLine(data.Issues);

// The monthly waterfall: opening plus every movement is closing, to the last cent.
ReportingCalendar calendar = ReportingCalendar.Gregorian;
Console.WriteLine("MRR by month of 2025");
Console.WriteLine(data.Evaluate(
    [
        Revenue.OpeningMrr, Revenue.NewMrr, Revenue.ExpansionMrr, Revenue.ContractionMrr, Revenue.ChurnedMrr, Revenue.ReactivationMrr,
        Revenue.PausedMrr, Revenue.ResumedMrr, Revenue.FxMrr, Revenue.Mrr,
    ],
    calendar.Months(2025)));

// The five metrics, by segment; what cannot be told says why.
ReportingPeriod[] year = [calendar.Year(2025)];
Metric[] five = [Marketing.Cac, UnitEconomics.Cltv, Sales.WinRate, Sales.SalesCycle, Sales.PipelineVelocity];
Console.WriteLine("2025 in all");
Console.WriteLine(data.Evaluate(five, year));
Console.WriteLine("2025 by segment");
Console.WriteLine(data.Evaluate(five, year, by: [Dimensions.Segment]));
Console.WriteLine("Cost of acquisition by channel, and lifetime value against it: a metric of your own");
Console.WriteLine(data.Evaluate([Success.NewCustomers, Marketing.Cac, (UnitEconomics.Cltv / Marketing.Cac).AsMultiple()], year, by: [Dimensions.Channel]));
Console.WriteLine("Forecasts of the last quarter's months");
Console.WriteLine(data.Evaluate([Forecast.Judged, Sales.WonAmount, Forecast.Bias, Forecast.Accuracy], calendar.Periods(CalendarGrain.Month, new LocalDate(2025, 10, 1), new LocalDate(2026, 1, 1))));
