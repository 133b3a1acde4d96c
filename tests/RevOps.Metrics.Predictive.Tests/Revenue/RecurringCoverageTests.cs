using System.Globalization;
using Xunit.Abstractions;

namespace RevOps.Metrics.Predictive.Tests;

/// <summary>Roll-forwards of books whose process is known, against what came. <c>REVOPS_SIMULATIONS=200</c> runs the study of docs/predictive-revenue.md.</summary>
public class RecurringCoverageTests(ITestOutputHelper output)
{
    private const int Known = 24, Horizon = 6;

    private static readonly ReportingPeriod[] Months =
        [.. ReportingCalendar.Gregorian.Months(2023), .. ReportingCalendar.Gregorian.Months(2024), .. ReportingCalendar.Gregorian.Months(2025)];

    [Theory]
    [InlineData("constant churn", 40, 0.8, 0.8)]
    [InlineData("churn that falls with age", 40, 0.75, 0.85)]
    [InlineData("unlike customers", 40, 0.72, 0.85)]
    public void Ranges_hold_as_often_as_they_say(string process, int books, double least, double most)
    {
        books = IntervalCoverage.Simulations(books);
        int[] steps = [1, 3, 6];
        int[] held = new int[steps.Length];
        double[] told = new double[steps.Length], came = new double[steps.Length];
        Lock gate = new();
        Parallel.For(0, books, new ParallelOptions { MaxDegreeOfParallelism = 2 }, seed =>
        {
            RevenueDataset data = SimulatedBook.Dataset(
                100 + seed, Known + Horizon, 8, process == "churn that falls with age" ? age => 0.02 + (0.1 / age) : null, process == "unlike customers" ? 0.8 : 0);
            RecurringForecast forecast = RecurringForecast.Of(
                data, Months[Known - 1], Horizon, new() { NewBusinessPeriods = Known, Threads = 1, Simulation = new PathSimulation(seed, 300) });
            for (int i = 0; i < steps.Length; i++)
            {
                ReportingPeriod month = Months[Known + steps[i] - 1];
                double mrr = (double)data.Evaluate(Revenue.Mrr, [month])[Revenue.Mrr, month].Magnitude!.Value;
                AmountForecast of = forecast.Steps[steps[i] - 1].Mrr;
                lock (gate)
                {
                    if (of.IntervalAt(0.8)!.Value.Contains(mrr)) held[i]++;
                    told[i] += of.Expected.OrThrow();
                    came[i] += mrr;
                }
            }
        });

        string line = string.Create(CultureInfo.InvariantCulture, $"| {process} {string.Concat(steps.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"| {((told[i] / came[i]) - 1) * 100:+0.0;-0.0;0.0} | {100.0 * held[i] / books:0.0} ")))}|");
        output.WriteLine(line);
        Assert.All(held, of => Assert.True(CoverageBand.Holds(of, books, least, most), line));
        Assert.All(steps.Select((_, i) => told[i] / came[i]), ratio => Assert.InRange(ratio, 0.97, 1.03));
    }
}
