using RevOps.Metrics.SampleData;

namespace RevOps.Metrics.Tests;

/// <summary>The sample company as a dataset: clean it builds strictly, blemished it builds leniently and says what is wrong.</summary>
public class SampleCompanyDatasetTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private static readonly SampleCompany Company = SampleCompany.Generate(SampleCompanyOptions.Default);

    [Fact]
    public void The_clean_company_builds_strictly_and_without_a_warning()
    {
        RevenueDataset dataset = Build(Company, Strictness.Strict);

        output.WriteLine(dataset.Issues.ToString());
        Assert.Equal(2500, dataset.Deals.Count);
        Assert.Equal(Company.Subscriptions.Count, dataset.Subscriptions.Count);
        Assert.DoesNotContain(dataset.Issues.Summaries, summary => summary.First.Severity != DataIssueSeverity.Note);
    }

    [Fact]
    public void The_blemished_company_builds_leniently_and_says_what_is_wrong()
    {
        SampleCompany blemished = Company.WithBlemishes();
        RevenueDataset dataset = Build(blemished, Strictness.Lenient);

        output.WriteLine(dataset.Issues.ToString());
        Assert.Throws<DataIssueException>(() => Build(blemished, Strictness.Strict));
        Assert.InRange(dataset.Issues.Total, 40, 200);
    }

    private static RevenueDataset Build(SampleCompany company, Strictness strictness) => RevenueDataset.Build(
        company.Customers,
        company.Subscriptions,
        company.Deals,
        company.Spends,
        company.Leads,
        company.MarketingActivities,
        company.Invoices,
        company.CreditNotes,
        company.Payments,
        company.Tickets,
        company.ForecastSnapshots,
        company.Quotas,
        company.FinancialFigures,
        company.CustomerMerges,
        new DatasetOptions
        {
            Strictness = strictness,
            ReportingCurrency = company.Options.ReportingCurrency,
            ExchangeRates = new ExchangeRates(company.ExchangeRates),
        });
}
