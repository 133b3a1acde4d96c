using NodaTime;
using RevOps.Metrics.Csv;

namespace RevOps.Metrics.Tests;

public sealed class CsvImportTests
{
    private static readonly DatasetOptions Lenient = new() { Strictness = Strictness.Lenient };

    [Fact]
    public void A_folder_is_read_in_any_order_of_its_files()
    {
        using TemporaryFolder folder = new();
        folder.Write("Subscriptions.csv", "id,customer_id,start\nS1,C1,2026-01-01\n");
        folder.Write("price-terms.csv", "subscription_id,from,price,currency,interval\nS1,2026-01-01,10,EUR,month\n");
        folder.Write("customers.csv", "id\nC1\n");
        folder.Write("exchange-rates.csv", "date,from,to,rate\n2025-01-01,EUR,USD,1.08\n");

        RevenueDataset data = CsvImport.ReadFolder(folder.Path, CsvText.Options, new DatasetOptions { ReportingCurrency = Currency.Usd });

        Assert.Equal(10m, Assert.Single(data.Subscriptions).Terms[0].Price.Amount);
        Assert.Equal(1.08m, data.Options.ExchangeRates.GetRate(Currency.Eur, Currency.Usd, new LocalDate(2026, 1, 1)));
        Assert.Equal(0, data.Issues.Total);
    }

    [Fact]
    public void A_file_that_nobody_reads_is_named()
    {
        using TemporaryFolder folder = new();
        folder.Write("customers.csv", "id\nC1\n");
        folder.Write("deal.csv", "id,outcome\nD1,open\n");
        Assert.Equal("deal.csv is not read: no layout has that name.", CsvImport.ReadFolder(folder.Path, CsvText.Options).Issue("csv.file.unknown").Message);
    }

    [Fact]
    public void A_folder_without_files_or_without_the_mapped_one_is_a_mistake()
    {
        using TemporaryFolder folder = new();
        Assert.Contains("customers.csv", Assert.Throws<FileNotFoundException>(() => CsvImport.ReadFolder(folder.Path, CsvText.Options)).Message, StringComparison.Ordinal);
        Assert.Throws<DirectoryNotFoundException>(() => CsvImport.ReadFolder(Path.Combine(folder.Path, "none"), CsvText.Options));
        folder.Write("customers.csv", "id\nC1\n");
        CsvOptions options = CsvText.Options with { Mappings = new Dictionary<CsvFile, CsvMapping> { [CsvFile.Deals] = new() { File = "pipeline.csv" } } };
        Assert.Contains("pipeline.csv", Assert.Throws<FileNotFoundException>(() => CsvImport.ReadFolder(folder.Path, options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_and_contradicting_rates_are_reported()
    {
        using TemporaryFolder folder = new();
        folder.Write("exchange-rates.csv", "date,from,to,rate\n2026-01-01,EUR,USD,1.08\n2026-01-01,EUR,USD,1.09\n2026-01-02,EUR,USD,0\n2026-01-02,EUR,EUR,1\n2026-01-01,EUR,USD,1.08\n");
        RevenueDataset data = CsvImport.ReadFolder(folder.Path, CsvText.Options, Lenient);

        Assert.Equal(3, data.Issue("csv.rate.contradicted").Origin!.Line);
        Assert.Equal([4L, 5L], data.Issues.Where(issue => issue.Code == "csv.rate.invalid").Select(issue => issue.Origin!.Line));
        Assert.Single(data.Options.ExchangeRates.Rates);
        Assert.Throws<DataIssueException>(() => CsvImport.ReadExchangeRates(Path.Combine(folder.Path, "exchange-rates.csv"), CsvText.Options));
    }

    [Fact]
    public void Progress_says_the_file_the_rows_and_the_bytes()
    {
        using TemporaryFolder folder = new();
        folder.Write("customers.csv", "id\n" + string.Concat(Enumerable.Range(0, 25_000).Select(i => $"C{i % 24_990}\n")));
        List<CsvProgress> reports = [];
        CsvImport.ReadFolder(folder.Path, CsvText.Options, Lenient, new Listener(reports));

        Assert.Equal([10_000L, 20_000L, 25_000L], reports.Select(report => report.RowsRead));
        Assert.Equal(new CsvProgress("customers.csv", 25_000, 10, new FileInfo(Path.Combine(folder.Path, "customers.csv")).Length), reports[^1]);
    }

    [ReferenceFact]
    public void A_real_crm_export_is_read_with_mappings_alone()
    {
        CsvOptions options = new()
        {
            EndDates = EndDateConvention.Exclusive,
            Mappings = new Dictionary<CsvFile, CsvMapping>
            {
                [CsvFile.Deals] = new CsvMapping { File = "sales_pipeline.csv" }
                    .Rename("opportunity_id", to: "id").Rename("account", to: "customer_id").Rename("sales_agent", to: "owner")
                    .Rename("deal_stage", to: "stage").Rename("deal_stage", to: "outcome")
                    .Rename("engage_date", to: "created_on").Rename("close_date", to: "closed_on").Rename("close_value", to: "amount")
                    .Replace("outcome", ("Won", "won"), ("Lost", "lost"), ("Engaging", "open"), ("Prospecting", "open"))
                    .Replace("product", ("GTXPro", "GTX Pro"))
                    .Constant("currency", "USD"),
                [CsvFile.Customers] = new CsvMapping { File = "accounts.csv" }
                    .Rename("account", to: "id").Rename("account", to: "name").Rename("subsidiary_of", to: "parent_id")
                    .Rename("sector", to: "attribute:sector").Rename("office_location", to: "attribute:office_location")
                    .Ignore("year_established", "revenue", "employees"),
            },
        };

        RevenueDataset data = CsvImport.ReadFolder(ReferenceFolder.Data("crm_maven"), options, Lenient);

        // The counts are those of the data set's own description.
        Assert.Equal(8_800, data.Deals.Count);
        Assert.Equal(1_480, data.Issues.CountOf("csv.value.mapped"));
        Assert.Equal(1_425, data.Issues.CountOf("deal.customer.missing"));
        Assert.Equal(500, data.Issues.CountOf("deal.created-on.missing"));
        Assert.Equal(2_089, data.Issues.CountOf("deal.amount.missing"));
        Assert.Equal(2_089, data.Issues.CountOf("deal.expected-close-on.missing"));
        Assert.Equal(10_005_534m, data.Deals.Where(deal => deal.Outcome == DealOutcome.Won).Sum(deal => deal.Amount!.Value.Amount));
        Assert.Equal(0, data.Issues.CountOf("csv.column.unknown"));
        Assert.Contains(data.Customers, customer => customer.Parents.Count == 1);

        IReadOnlyDictionary<string, string> offices = CsvLookup.Read(ReferenceFolder.Data("crm_maven/sales_teams.csv"), key: "sales_agent", value: "regional_office");
        Assert.Equal((35, "Central"), (offices.Count, offices["Anna Snelling"]));
    }

    private sealed class Listener(List<CsvProgress> reports) : IProgress<CsvProgress>
    {
        public void Report(CsvProgress value) => reports.Add(value);
    }
}
