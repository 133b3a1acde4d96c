// Metrics that are not in the catalogue, from the parts that the catalogue is made of:
//   dotnet run docs/compose.cs > docs/expected/compose.txt
// docs/compose.md walks through what this prints.
#:project ../src/RevOps.Metrics.Csv
using NodaTime;
using RevOps.Metrics;
using RevOps.Metrics.Csv;

string here = (string)AppContext.GetData("EntryPointFileDirectoryPath")!;
RevenueDataset data = CsvImport.ReadFolder(
    Path.Combine(here, "sample-data"),
    new CsvOptions { EndDates = EndDateConvention.Exclusive },
    new DatasetOptions { ReportingCurrency = Currency.Usd, Strictness = Strictness.Lenient });
ReportingCalendar calendar = ReportingCalendar.Gregorian;
IReadOnlyList<ReportingPeriod> quarters = calendar.Quarters(2025);
ReportingPeriod december = calendar.Parse("2025-12"), year = calendar.Year(2025);

// 1. A part of a whole: a metric of some rows over the same metric of all.
Metric<Ratio> enterpriseShare = (Revenue.Mrr.Where(Dimensions.Segment, "Enterprise") / Revenue.Mrr).Named("Enterprise share of MRR");
Console.WriteLine(data.Evaluate([Revenue.Mrr, enterpriseShare], quarters));

// 2. A longer window: the same ratio over the twelve months that end with the period.
Metric<Ratio> winRateOfYear = Sales.WinRate.Trailing(12).Named("win rate, 12 months");
Console.WriteLine(data.Evaluate([Sales.WinRate, winRateOfYear], [december], by: [Dimensions.Owner]));

// 3. A measure of one's own: a column, a date, and which rows.
FlowMetric<Money> lostToPrice = Measures.Sum(Deals.Amount, on: Deals.ClosedOn)
    .Where(Deals.Outcome.Is("Lost"), Deals.Type.Is("NewBusiness"), Deals.LostReason.Is("Price"))
    .InPeriod().Named("lost to price");
Metric<Ratio> priceShare = (lostToPrice / Sales.LostAmount).Named("share of price");
Console.WriteLine(data.Evaluate([lostToPrice, Sales.LostAmount, priceShare], quarters));

// 4. Against another period: the calendar knows which quarter it is a year before.
Metric<Ratio> arrGrowth = Revenue.Arr.GrowthOver(Revenue.Arr.PriorYear()).Named("ARR growth over the year");
Console.WriteLine(data.Evaluate([Revenue.Arr, arrGrowth], quarters));

// 5. A cost that knows no product, shared out by the deals that do.
Metric<Money> spendByDeals = Marketing.AcquisitionSpend.AllocatedBy(Sales.CreatedDeals).Named("spend by deals");
Metric<Money> spendPerWin = (spendByDeals / Sales.WonDeals).Named("spend per won deal");
Console.WriteLine(data.Evaluate([Sales.CreatedDeals, Sales.WonDeals, spendByDeals, spendPerWin], [year], by: [Dimensions.Product]));

// 6. A balance over the months of a period, and a quotient read as a multiple.
Metric<Multiple> revenueToSpend = (Revenue.Mrr.OverMonths() / Marketing.AcquisitionSpend).AsMultiple().Named("recurring revenue to spend");
Console.Write(data.Evaluate([Revenue.Mrr.OverMonths().Named("recurring revenue"), Marketing.AcquisitionSpend, revenueToSpend], quarters));
