using System.Text.Json;
using RevOps.Metrics.Tests;

namespace RevOps.Metrics.Csv.Tests.Reference;

/// <summary>A real CRM export of four files, read by mappings alone, against the figures that others published for it.</summary>
public class CrmMavenTests
{
    private static readonly Lazy<(RevenueDataset Data, List<DataIssue> Issues)> Export = new(Read);
    private static readonly Lazy<JsonElement> Expected = new(ReadExpected);

    private static readonly ReportingPeriod Year = ReportingCalendar.Gregorian.Year(2017);

    private static RevenueDataset Data => Export.Value.Data;

    [ReferenceFact]
    public void Every_deal_is_read()
    {
        Assert.Equal(Expected.Value.GetProperty("rows").GetProperty("pipeline").GetInt32(), Data.Deals.Count);
        Assert.Equal(Expected.Value.GetProperty("rows").GetProperty("accounts").GetInt32(), Data.Customers.Count);
    }

    [ReferenceFact]
    public void Win_rate_amounts_and_cycle_are_the_published_ones()
    {
        Metric[] metrics = [Sales.WonDeals, Sales.LostDeals, Sales.WinRate, Sales.WonAmount, Sales.AverageDealSize, Sales.SalesCycle, Sales.MedianSalesCycle, Sales.OpenDeals];
        MetricTable table = Data.Evaluate(metrics, [Year]);
        JsonElement stages = Expected.Value.GetProperty("by_stage");
        JsonElement cycle = Expected.Value.GetProperty("cycle_won");
        AssertNear(stages.GetProperty("Won"), table[Sales.WonDeals, Year]);
        AssertNear(stages.GetProperty("Lost"), table[Sales.LostDeals, Year]);
        Assert.Equal(stages.GetProperty("Engaging").GetInt32() + stages.GetProperty("Prospecting").GetInt32(), table[Sales.OpenDeals, Year].Magnitude);
        AssertNear(Expected.Value.GetProperty("win_rate"), table[Sales.WinRate, Year]);
        AssertNear(Expected.Value.GetProperty("won_value_total"), table[Sales.WonAmount, Year]);
        AssertNear(Expected.Value.GetProperty("avg_won_value"), table[Sales.AverageDealSize, Year]);
        AssertNear(cycle.GetProperty("mean"), table[Sales.SalesCycle, Year]);
        AssertNear(cycle.GetProperty("median"), table[Sales.MedianSalesCycle, Year]);
        Metric<Days> shortest = Sales.SalesCyclePercentile(0), longest = Sales.SalesCyclePercentile(1);
        MetricTable extremes = Data.Evaluate([shortest, longest], [Year]);
        AssertNear(cycle.GetProperty("min"), extremes[shortest, Year]);
        AssertNear(cycle.GetProperty("max"), extremes[longest, Year]);
        Assert.Equal(cycle.GetProperty("sum").GetDecimal(), table[Sales.SalesCycle, Year].Parts[0].Magnitude);
    }

    [ReferenceFact]
    public void Velocity_holds_for_the_open_pipeline_and_for_closed_deals()
    {
        AssertNear(Expected.Value.GetProperty("velocity_open_pipeline").GetProperty("value_per_day"), Data.Evaluate(Sales.PipelineVelocity, [Year])[Sales.PipelineVelocity, Year]);
        EvaluationOptions closed = new() { Policy = new MetricPolicy { Velocity = VelocityBasis.ClosedInPeriod } };
        AssertNear(
            Expected.Value.GetProperty("velocity_closed_all").GetProperty("value_per_day"),
            Data.Evaluate(Sales.PipelineVelocity, [Year], options: closed)[Sales.PipelineVelocity, Year]);
    }

    [ReferenceFact]
    public void Each_close_quarter_has_its_win_rate_amount_and_cycle()
    {
        MetricTable table = Data.Evaluate(
            [Sales.WonDeals, Sales.LostDeals, Sales.WinRate, Sales.WonAmount, Sales.AverageDealSize, Sales.SalesCycle, Sales.MedianSalesCycle],
            ReportingCalendar.Gregorian.Quarters(2017));
        foreach (JsonProperty quarter in Expected.Value.GetProperty("by_close_quarter").EnumerateObject())
        {
            ReportingPeriod period = ReportingCalendar.Gregorian.Parse(quarter.Name);
            AssertNear(quarter.Value.GetProperty("won"), table[Sales.WonDeals, period]);
            AssertNear(quarter.Value.GetProperty("lost"), table[Sales.LostDeals, period]);
            AssertNear(quarter.Value.GetProperty("win_rate"), table[Sales.WinRate, period]);
            AssertNear(quarter.Value.GetProperty("won_value"), table[Sales.WonAmount, period]);
            AssertNear(quarter.Value.GetProperty("avg_won_value"), table[Sales.AverageDealSize, period]);
            AssertNear(quarter.Value.GetProperty("mean_cycle_won"), table[Sales.SalesCycle, period]);
            AssertNear(quarter.Value.GetProperty("median_cycle_won"), table[Sales.MedianSalesCycle, period]);
        }
    }

    [ReferenceFact]
    public void Each_product_counts_under_its_right_name()
    {
        MetricTable table = Data.Evaluate(
            [Sales.WonDeals, Sales.LostDeals, Sales.WinRate, Sales.WonAmount, Sales.AverageDealSize], [Year], by: [Dimensions.Product]);
        foreach (JsonProperty product in Expected.Value.GetProperty("by_product").EnumerateObject())
        {
            Cell cell = Cell.Of(product.Name == "GTXPro" ? "GTX Pro" : product.Name);
            AssertNear(product.Value.GetProperty("won"), table[Sales.WonDeals, Year, cell]);
            AssertNear(product.Value.GetProperty("lost"), table[Sales.LostDeals, Year, cell]);
            AssertNear(product.Value.GetProperty("win_rate"), table[Sales.WinRate, Year, cell]);
            AssertNear(product.Value.GetProperty("won_value"), table[Sales.WonAmount, Year, cell]);
            AssertNear(product.Value.GetProperty("avg"), table[Sales.AverageDealSize, Year, cell]);
        }

        Assert.DoesNotContain(Cell.Of("GTXPro"), table.Cells);
    }

    [ReferenceFact]
    public void Owners_lead_to_their_regional_office()
    {
        Dimension region = Dimensions.Owner.MappedTo("region",
            CsvLookup.Read(ReferenceFolder.Data("crm_maven/sales_teams.csv"), key: "sales_agent", value: "regional_office"));
        MetricTable table = Data.Evaluate([Sales.WonDeals, Sales.LostDeals, Sales.WinRate, Sales.WonAmount], [Year], by: [region]);
        foreach (JsonProperty office in Expected.Value.GetProperty("by_regional_office").EnumerateObject())
        {
            AssertNear(office.Value.GetProperty("won"), table[Sales.WonDeals, Year, Cell.Of(office.Name)]);
            AssertNear(office.Value.GetProperty("lost"), table[Sales.LostDeals, Year, Cell.Of(office.Name)]);
            AssertNear(office.Value.GetProperty("win_rate"), table[Sales.WinRate, Year, Cell.Of(office.Name)]);
            AssertNear(office.Value.GetProperty("won_value"), table[Sales.WonAmount, Year, Cell.Of(office.Name)]);
        }
    }

    [ReferenceFact]
    public void Every_blemish_is_counted()
    {
        JsonElement blank = Expected.Value.GetProperty("blank");
        Assert.Equal(Sum(blank.GetProperty("account")), Data.Issues.CountOf("deal.customer.missing"));
        Assert.Equal(Sum(blank.GetProperty("engage_date")), Data.Issues.CountOf("deal.created-on.missing"));
        Assert.Equal(Sum(blank.GetProperty("close_date")), Data.Issues.CountOf("deal.expected-close-on.missing"));
        Assert.Equal(Sum(blank.GetProperty("close_value")), Data.Issues.CountOf("deal.amount.missing"));
        Assert.Equal(Sum(Expected.Value.GetProperty("lost_values")), Data.Issues.CountOf("deal.amount.zero-when-lost"));
        int renamed = Expected.Value.GetProperty("product_not_in_products").GetProperty("GTXPro").GetInt32();
        Assert.Equal(renamed, Export.Value.Issues.Count(issue => issue.Code == "csv.value.mapped" && issue.Message.Contains("GTXPro", StringComparison.Ordinal)));
        Assert.Equal(12 + 1 + renamed, Data.Issues.CountOf("csv.value.mapped"));
    }

    private static long Sum(JsonElement counts) => counts.EnumerateObject().Sum(count => count.Value.GetInt64());

    private static void AssertNear(JsonElement expected, MetricResult actual) =>
        Assert.InRange(actual.Magnitude!.Value, expected.GetDecimal() - 1e-9m, expected.GetDecimal() + 1e-9m);

    private static JsonElement ReadExpected()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(ReferenceFolder.Case("crm_maven_headline.json")));
        return document.RootElement.GetProperty("expected").Clone();
    }

    private static (RevenueDataset, List<DataIssue>) Read()
    {
        List<DataIssue> issues = [];
        CsvMapping accounts = new CsvMapping { File = "accounts.csv" }
            .Rename("account", to: "id").Rename("sector", to: "attribute:sector").Rename("office_location", to: "attribute:country")
            .Replace("attribute:sector", ("technolgy", "technology")).Replace("attribute:country", ("Philipines", "Philippines"));
        CsvMapping pipeline = new CsvMapping { File = "sales_pipeline.csv" }
            .Rename("opportunity_id", to: "id").Rename("account", to: "customer_id").Rename("sales_agent", to: "owner")
            .Rename("engage_date", to: "created_on").Rename("close_date", to: "closed_on")
            .Rename("close_value", to: "amount").Constant("currency", "USD")
            .Rename("deal_stage", to: "stage").Rename("deal_stage", to: "outcome")
            .Replace("outcome", ("Won", "won"), ("Lost", "lost"), ("Engaging", "open"), ("Prospecting", "open"))
            .Replace("product", ("GTXPro", "GTX Pro"));
        RevenueDataset data = CsvImport.ReadFolder(ReferenceFolder.Data("crm_maven"),
            new CsvOptions { Mappings = new Dictionary<CsvFile, CsvMapping> { [CsvFile.Customers] = accounts, [CsvFile.Deals] = pipeline } },
            new DatasetOptions { Strictness = Strictness.Lenient, OnIssue = issues.Add });
        return (data, issues);
    }
}
