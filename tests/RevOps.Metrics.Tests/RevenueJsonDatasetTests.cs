using System.Text;
using System.Text.Json;
using NodaTime;

namespace RevOps.Metrics.Tests;

public sealed class RevenueJsonDatasetTests
{
    [Fact]
    public void A_dataset_comes_back_equal() => Law.Holds(RandomRecords.Of(random => random.Dataset()), data => Read(Write(data)).Equals(data), cases: 60);

    [Fact]
    public void A_maximal_age_of_rates_comes_back()
    {
        ExchangeRates rates = new([new(new LocalDate(2026, 1, 1), Currency.Eur, Currency.Usd, 1.08m)], maximumAgeDays: 7);
        RevenueDataset data = RevenueDataset.Build(options: new DatasetOptions { ReportingCurrency = Currency.Usd, ExchangeRates = rates });

        Assert.Equal(rates, Read(Write(data)).Options.ExchangeRates);
    }

    [Fact]
    public void The_stages_of_the_sales_process_come_back_in_order()
    {
        RevenueDataset data = RevenueDataset.Build(options: new DatasetOptions { Stages = ["Qualified", "Demo"] });

        Assert.EndsWith("\"stages\":[\"Qualified\",\"Demo\"]}", Encoding.UTF8.GetString(Write(data)), StringComparison.Ordinal);
        Assert.Equal(data, Read(Write(data)));
    }

    [Fact]
    public void A_dataset_reads_as_people_write_it()
    {
        RevenueDataset data = RevenueDataset.Build(
            customers: [new Customer { Id = "C1", Name = "Zoë & Söhne" }],
            options: new DatasetOptions
            {
                ReportingCurrency = Currency.Usd,
                ExchangeRates = new([new(new LocalDate(2026, 1, 1), Currency.Eur, Currency.Usd, 1.080m)]),
                Coverage = new Dictionary<RecordType, Coverage> { [RecordType.Deal] = new(new LocalDate(2025, 1, 1)) },
            });

        Assert.Equal(
            """{"reportingCurrency":"USD","exchangeRates":[{"date":"2026-01-01","from":"EUR","to":"USD","rate":1.080}],"coverage":{"deal":{"from":"2025-01-01"}},"customers":[{"id":"C1","name":"Zoë \u0026 Söhne"}]}""",
            Encoding.UTF8.GetString(Write(data)));
    }

    [Theory]
    [InlineData("""{"customers":[{"id":"C1"},{"id":"C2","nmae":"x"}]}""", "Customer at $.customers[1].nmae: \"x\" is not a field of this record.")]
    [InlineData("""{"customers":{}}""", "dataset at $.customers: is not an array.")]
    [InlineData("""{"clients":[]}""", "dataset at $.clients: is not a field of a dataset. Remedy: leave it out or correct its name; the fields are reportingCurrency,")]
    [InlineData("""{"customers":[],"customers":[]}""", "dataset at $.customers: is there twice.")]
    [InlineData("""{"reportingCurrency":"ZZZ"}""", "dataset at $.reportingCurrency: \"ZZZ\" is not a currency.")]
    [InlineData("""{"reportingCurrency":7}""", "dataset at $.reportingCurrency: 7 is not a currency.")]
    [InlineData("""{"exchangeRates":[{"date":"2026-01-01","from":"EUR","to":"USD"}]}""", "ExchangeRate at $.exchangeRates[0].rate: is missing.")]
    [InlineData("""{"exchangeRates":[{"date":"2026-01-01","from":"EUR","to":"USD","rate":0}]}""", "dataset at $.exchangeRates: An exchange rate is above zero")]
    [InlineData("""{"exchangeRates":7}""", "dataset at $.exchangeRates: is not an array.")]
    [InlineData("""{"maximumRateAgeDays":-1}""", "dataset at $.maximumRateAgeDays: -1 is not a number of days.")]
    [InlineData("""{"coverage":{"deals":{"from":"2026-01-01"}}}""", "dataset at $.coverage.deals: is not a type of record. Remedy: write one of customer,")]
    [InlineData("""{"coverage":{"deal":{"from":"2026-13-01"}}}""", "Coverage at $.coverage.deal.from: \"2026-13-01\" cannot be read.")]
    [InlineData("""{"stages":["Demo",7]}""", "dataset at $.stages: is not a list of names.")]
    [InlineData("""{"stages":["Demo","Demo"]}""", "dataset at $.stages: The stage 'Demo' is named twice")]
    [InlineData("""{"coverage":[]}""", "dataset at $.coverage: is not an object.")]
    [InlineData("""[]""", "dataset at $: is not an object.")]
    public void What_is_no_dataset_says_where_and_what_to_do(string json, string message) =>
        Assert.StartsWith(message, Assert.Throws<JsonException>(() => Read(Encoding.UTF8.GetBytes(json))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_record_that_breaks_a_rule_is_a_data_issue()
    {
        byte[] json = Encoding.UTF8.GetBytes("""{"customers":[{"id":"C1"},{"id":"C1"}]}""");

        Assert.Equal("customer.id.duplicate", Assert.Throws<DataIssueException>(() => Read(json)).Issue.Code);
        using MemoryStream stream = new(json);
        Assert.Equal(1, RevenueJson.Read(stream, new DatasetOptions { Strictness = Strictness.Lenient }).Issues.CountOf("customer.id.duplicate"));
    }

    private static byte[] Write(RevenueDataset data)
    {
        using MemoryStream stream = new();
        RevenueJson.Write(stream, data);
        return stream.ToArray();
    }

    private static RevenueDataset Read(byte[] json)
    {
        using MemoryStream stream = new(json);
        return RevenueJson.Read(stream);
    }
}
