// Win rate, sales cycle and pipeline velocity of a CRM export of four files:
//   dotnet run docs/crm-pipeline.cs -- FOLDER
// with sales_pipeline.csv, accounts.csv, products.csv and sales_teams.csv in the folder.
#:project ../src/RevOps.Metrics.Csv
using System.Globalization;
using RevOps.Metrics;
using RevOps.Metrics.Csv;

if (args is not [string folder])
{
    Console.Error.WriteLine("Give the folder of the export: dotnet run docs/crm-pipeline.cs -- FOLDER");
    return 1;
}

// The export's own words on the left, the library's on the right.
CsvMapping accounts = new CsvMapping { File = "accounts.csv" }
    .Rename("account", to: "id").Rename("account", to: "name")
    .Rename("sector", to: "attribute:sector").Replace("attribute:sector", ("technolgy", "technology"))
    .Rename("office_location", to: "attribute:country").Replace("attribute:country", ("Philipines", "Philippines"))
    .Ignore("year_established", "revenue", "employees", "subsidiary_of");
CsvMapping pipeline = new CsvMapping { File = "sales_pipeline.csv" }
    .Rename("opportunity_id", to: "id").Rename("account", to: "customer_id").Rename("sales_agent", to: "owner")
    .Rename("engage_date", to: "created_on").Rename("close_date", to: "closed_on")
    .Rename("close_value", to: "amount").Constant("currency", "USD")
    .Rename("deal_stage", to: "stage").Rename("deal_stage", to: "outcome")
    .Replace("outcome", ("Won", "won"), ("Lost", "lost"), ("Engaging", "open"), ("Prospecting", "open"))
    .Replace("product", ("GTXPro", "GTX Pro"));

RevenueDataset data = CsvImport.ReadFolder(folder,
    new CsvOptions { Mappings = new Dictionary<CsvFile, CsvMapping> { [CsvFile.Customers] = accounts, [CsvFile.Deals] = pipeline } },
    new DatasetOptions { Strictness = Strictness.Lenient });
var regionOf = CsvLookup.Read(Path.Combine(folder, "sales_teams.csv"), key: "sales_agent", value: "regional_office");

Console.WriteLine($"{data}\n\n{data.Issues}");
Metric[] metrics = [Sales.WonDeals, Sales.LostDeals, Sales.WinRate, Sales.WonAmount, Sales.SalesCycle, Sales.MedianSalesCycle, Sales.PipelineVelocity];
ReportingPeriod[] year = [ReportingCalendar.Gregorian.Year(2017)];
MetricTable total = data.Evaluate(metrics, year);
decimal? Exact(Metric metric) => total[metric, year[0]].Magnitude;
Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $"2017: win rate {Exact(Sales.WinRate):0.0000000000}, won {Exact(Sales.WonAmount):N0}, cycle mean {Exact(Sales.SalesCycle):0.000} and median {Exact(Sales.MedianSalesCycle):0.###} days"));
Console.WriteLine(total);
Console.WriteLine($"By quarter of the close\n{data.Evaluate(metrics, ReportingCalendar.Gregorian.Quarters(2017))}");
Console.WriteLine($"By product\n{data.Evaluate(metrics, year, by: [Dimensions.Product])}");
Console.WriteLine($"By region\n{data.Evaluate(metrics, year, by: [Dimensions.Owner.MappedTo("region", regionOf)])}");
return 0;
