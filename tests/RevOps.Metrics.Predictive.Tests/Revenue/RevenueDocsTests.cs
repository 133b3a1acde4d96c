using NodaTime;
using RevOps.Metrics.SampleData;

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

        // the page begins
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

        // the page ends
        PageExample.IsIn("predictive-revenue.md");
        PageExample.Prints("predictive-revenue.md", output.ToString());
    }
}
