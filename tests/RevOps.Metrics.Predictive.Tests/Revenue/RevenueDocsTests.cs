using NodaTime;
using RevOps.Metrics.SampleData;
using RevOps.Metrics.Tests;

namespace RevOps.Metrics.Predictive.Tests;

/// <summary>The example of docs/predictive-revenue.md runs here and prints what the page says.</summary>
public class RevenueDocsTests
{
    [Fact]
    public void The_example_prints_what_the_page_says()
    {
        StringWriter output = new() { NewLine = "\n" };
        SampleCompany company = SampleCompany.Generate(SampleCompanyOptions.Default);
        RevenueDataset data = RevenueDataset.Build(
            company.Customers, company.Subscriptions, company.Deals, leads: company.Leads, forecastSnapshots: company.ForecastSnapshots,
            customerMerges: company.CustomerMerges, options: new DatasetOptions
            {
                Strictness = Strictness.Lenient,
                ReportingCurrency = Currency.Usd,
                ExchangeRates = new ExchangeRates(company.ExchangeRates),
                Coverage = new Dictionary<RecordType, Coverage> { [RecordType.Deal] = new(company.Options.From, company.Options.To) },
            });

        // example
        ReportingCalendar calendar = ReportingCalendar.Gregorian;
        PipelineForecastOptions options = new()
        {
            Simulation = new PathSimulation(Seed: 1, Paths: 400), IncludesDealsToCome = true, By = Dimensions.Segment, LearnBy = Dimensions.Segment, Levels = [0.8],
        };
        PipelineForecast pipeline = PipelineForecast.Of(data, knownOn: new LocalDate(2025, 9, 30), [.. calendar.Months(2025).Skip(9)], options);
        output.WriteLine(pipeline.Total[0]);
        output.WriteLine($"of it by Kim: {pipeline.OfOwner("Kim").Amounts[0].Expected}, by SMB: {pipeline.OfValue("SMB").Amounts[0].Expected}");
        DealForecast deal = pipeline.Deals[0];
        output.WriteLine($"{deal.DealId}, {deal.DaysInStage} days in {deal.Stage}: won in October {deal.WonIn[0]}, lost this year {deal.Lost}");

        RecurringForecast recurring = RecurringForecast.Of(data, calendar.Months(2025)[8], horizon: 3, new() { Simulation = new PathSimulation(Seed: 1, Paths: 500) });
        RecurringStep october = recurring.Steps[0];
        output.WriteLine($"MRR {october.Mrr}");
        output.WriteLine($"kept {october.Kept.Expected}, expansion {october.Expansion.Expected}, new {october.New.Expected}, returned {october.Returned.Expected}");

        ReportingPeriod[] months = [.. calendar.Months(2024), .. calendar.Months(2025)];
        TimeSeries won = TimeSeries.Of(data.Evaluate(Sales.WonAmount, months), Sales.WonAmount);
        ForecastComparison comparison = ForecastComparison.Run(
            won,
            [("pipeline", RevenueForecasters.Pipeline(data, options, day: 5)), ("commits", RevenueForecasters.Commits(data, day: 5))],
            new BacktestOptions { MinimumHistory = 12 });
        output.Write(comparison);

        // end of example
        string page = File.ReadAllText(Path.Combine(ReferenceFolder.Repository, "docs", "predictive-revenue.md"));
        Assert.Contains($"```csharp\n{Example()}\n```", page, StringComparison.Ordinal);
        Assert.True(page.Contains($"```text\n{output}```", StringComparison.Ordinal), $"docs/predictive-revenue.md must print:\n{output}");
    }

    /// <summary>The lines above, as the page shows them: without their indentation, and printing to the console.</summary>
    private static string Example()
    {
        string source = File.ReadAllText(Path.Combine(
            ReferenceFolder.Repository, "tests", "RevOps.Metrics.Predictive.Tests", "Revenue", "RevenueDocsTests.cs"));
        string[] lines = [.. source.Split('\n').SkipWhile(line => line.Trim() != "// example").Skip(1).TakeWhile(line => line.Trim() != "// end of example")];
        return string.Join('\n', lines.Select(line => line.Length > 8 ? line[8..].Replace("output.", "Console.", StringComparison.Ordinal) : "")).Trim();
    }
}
