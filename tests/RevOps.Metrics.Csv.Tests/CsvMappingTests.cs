using RevOps.Metrics.Csv;

namespace RevOps.Metrics.Tests;

public sealed class CsvMappingTests
{
    private const string Pipeline = "opportunity_id,deal_stage,product,Net Value,close\nO1,Won,GTXPro,100,2026-01-31\nO2,Engaging,GTX Pro,,\nO3,Lost,GTXPro,0,2026-02-01\n";

    private static readonly CsvMapping Mapping = new CsvMapping()
        .Rename("opportunity_id", to: "id")
        .Rename("deal_stage", to: "stage")
        .Rename("deal_stage", to: "outcome")
        .Rename("net-value", to: "amount")
        .Rename("close", to: "closed_on")
        .Replace("outcome", ("Won", "won"), ("Lost", "lost"), ("Engaging", "open"))
        .Replace("product", ("GTXPro", "GTX Pro"))
        .Constant("currency", "USD");

    [Fact]
    public void One_column_feeds_several_of_ours_each_with_its_own_words()
    {
        RevenueDataset data = CsvText.Read(CsvFile.Deals, Pipeline, mapping: Mapping);

        Assert.Equal(["Won", "Engaging", "Lost"], data.Deals.Select(deal => deal.Stage));
        Assert.Equal([DealOutcome.Won, DealOutcome.Open, DealOutcome.Lost], data.Deals.Select(deal => deal.Outcome));
        Assert.Equal([new Money(100m, Currency.Usd), null, new Money(0m, Currency.Usd)], data.Deals.Select(deal => deal.Amount));
        Assert.All(data.Deals, deal => Assert.Equal("GTX Pro", deal.Product));
    }

    [Fact]
    public void Changed_values_are_counted_and_translated_words_are_not()
    {
        RevenueDataset data = CsvText.Read(CsvFile.Deals, Pipeline, mapping: Mapping);

        Assert.Equal(2, data.Issues.CountOf("csv.value.mapped"));
        Assert.Equal("note csv.value.mapped: deals.csv line 2: row, product: \"GTXPro\" became \"GTX Pro\". Remedy: Nothing: the mapping asks for it.",
            data.Issues.First(issue => issue.Code == "csv.value.mapped").ToString());
    }

    [Fact]
    public void A_value_that_cannot_be_read_is_named_with_the_header_of_the_file()
    {
        DataIssue issue = CsvText.Read(CsvFile.Deals, "opportunity_id,deal_stage,product,Net Value,close\nO1,Won,x,a lot,2026-01-31\n", mapping: Mapping).Issue("csv.number.unreadable");
        Assert.Equal("amount (from Net Value)", issue.Field);
    }

    [Fact]
    public void A_default_fills_empty_cells_and_missing_columns()
    {
        CsvMapping mapping = new CsvMapping().Default("currency", "EUR").Default("owner", "Ann");
        RevenueDataset data = CsvText.Read(CsvFile.Deals, "id,outcome,amount,owner\nD1,open,1,\nD2,open,1,Bob\n", mapping: mapping);
        Assert.Equal([("Ann", "EUR"), ("Bob", "EUR")], data.Deals.Select(deal => (deal.Owner!, deal.Amount!.Value.Currency.Code)));
    }

    [Fact]
    public void A_constant_wins_over_the_file() =>
        Assert.Equal("EUR", Assert.Single(CsvText.Read(CsvFile.Deals, "id,outcome,amount,currency\nD1,open,1,USD\n", mapping: new CsvMapping().Constant("currency", "EUR")).Deals).Amount!.Value.Currency.Code);

    [Fact]
    public void Attributes_are_mapped_by_name()
    {
        CsvMapping mapping = new CsvMapping().Rename("account", to: "id").Rename("account", to: "name").Rename("sector", to: "attribute:sector")
            .Replace("attribute:sector", ("technolgy", "technology")).Constant("attribute:source", "CRM").Ignore("revenue");
        RevenueDataset data = CsvText.Read(CsvFile.Customers, "account,sector,revenue\nAcme,technolgy,1\n", mapping: mapping);

        Customer customer = Assert.Single(data.Customers);
        Assert.Equal(("Acme", "Acme"), (customer.Id, customer.Name));
        Assert.Equal([new CustomerAttribute("sector", "technology"), new CustomerAttribute("source", "CRM")], customer.Attributes);
        Assert.Equal(1, data.Issues.Total);
    }

    [Fact]
    public void A_header_that_is_not_there_is_reported()
    {
        DataIssue issue = CsvText.Read(CsvFile.Deals, "id,outcome\nD1,open\n", mapping: new CsvMapping().Rename("seller", to: "owner")).Issue("csv.column.missing");
        Assert.Equal("there is no column \"seller\", which the mapping reads owner from. The header is \"id\", \"outcome\".", issue.Message);
    }

    [Fact]
    public void A_column_of_ours_that_there_is_not_is_a_mistake_in_the_mapping()
    {
        string message = Assert.Throws<ArgumentException>(() => CsvText.Read(CsvFile.Deals, "id,outcome\n", mapping: new CsvMapping().Rename("seller", to: "salesman"))).Message;
        Assert.StartsWith("The mapping speaks of a column \"salesman\", which deals.csv does not have: its columns are id, customer_id,", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Adding_to_a_mapping_leaves_the_first_one_alone()
    {
        CsvMapping first = new CsvMapping().Replace("product", ("a", "b"));
        _ = first.Replace("product", ("c", "d")).Rename("x", to: "id").Constant("currency", "USD").Default("owner", "Ann").Ignore("y");
        Assert.Equal([("product")], first.Columns);
        Assert.Single(first.ReplacementsOf("product")!);
    }
}
