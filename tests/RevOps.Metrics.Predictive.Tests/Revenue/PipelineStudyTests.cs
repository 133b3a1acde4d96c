using System.Globalization;
using NodaTime;
using Xunit.Abstractions;

namespace RevOps.Metrics.Predictive.Tests;

public class PipelineStudyTests(ITestOutputHelper output)
{
    private static readonly int Histories = int.Parse(Environment.GetEnvironmentVariable("REVOPS_LAW_CASES") ?? "12", CultureInfo.InvariantCulture);

    public static TheoryData<string> Processes => [.. PipelineProcess.Names];

    [Theory]
    [MemberData(nameof(Processes))]
    public void Study(string process)
    {
        int[] held = new int[6];
        double[] expected = new double[6], actual = new double[6], squares = new double[6];
        int judged = 0;
        Lock gate = new();
        Parallel.For(0, Histories, new ParallelOptions { MaxDegreeOfParallelism = 2 }, history =>
        {
            List<Deal> deals = PipelineProcess.Deals(process, 5000 + history, 730, 1.5);
            RevenueDataset data = SimulatedPipeline.Dataset(deals, PipelineProcess.Customers);
            for (int origin = 0; origin < 3; origin++)
            {
                LocalDate first = new LocalDate(2025, 4, 1).PlusMonths(3 * origin);
                LocalDate day = origin == 1 ? first.PlusDays(4) : first.PlusDays(-1);
                ReportingPeriod[] months = [.. ReportingCalendar.Gregorian.Months(2025).Skip(3 + (3 * origin)).Take(3)];
                PipelineForecastOptions options = new() { Simulation = new PathSimulation(history, 300), IncludesDealsToCome = true, Threads = 1 };
                PipelineForecast all = PipelineForecast.Of(data, day, months, options);
                PipelineForecast open = PipelineForecast.Of(data, day, months, options with { IncludesDealsToCome = false });
                double Won(LocalDate from, LocalDate to, bool withNew) => (double)deals.Where(deal => deal.Outcome == DealOutcome.Won && deal.ClosedOn >= from && deal.ClosedOn < to
                    && (withNew || deal.CreatedOn <= day)).Sum(deal => deal.Amount!.Value.Amount);
                lock (gate)
                {
                    judged++;
                    for (int i = 0; i < 6; i++)
                    {
                        AmountForecast told = (i < 3 ? all : open).Total[i % 3];
                        double came = Won(i % 3 == 0 && i >= 3 ? months[0].Start : months[i % 3].Start, months[i % 3].End, i < 3 );
                        // What is won already of a month that has begun is in both.
                        if (told.IntervalAt(0.8)!.Value.Contains(came)) held[i]++;
                        expected[i] += told.Expected.OrThrow();
                        actual[i] += came;
                        squares[i] += Math.Pow(told.Expected.OrThrow() - came, 2);
                    }
                }
            }
        });
        string[] names = ["all 1", "all 2", "all 3", "open 1", "open 2", "open 3"];
        System.Text.StringBuilder line = new();
        line.Append(CultureInfo.InvariantCulture, $"{process,-24}");
        for (int i = 0; i < 6; i++) line.Append(CultureInfo.InvariantCulture, $" | {names[i]} {(expected[i] / actual[i]) - 1,7:+0.0%;-0.0%} ±{Math.Sqrt(squares[i]) / actual[i],5:0.0%} held {(double)held[i] / judged,6:0.0%}");
        output.WriteLine(line.ToString());
        if (Environment.GetEnvironmentVariable("STUDY_FILE") is { } file) lock (names) File.AppendAllText(file, line + "\n");
    }
}
