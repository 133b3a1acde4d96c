using System.Globalization;
using NodaTime;
using Xunit.Abstractions;

namespace RevOps.Metrics.Predictive.Tests;

/// <summary>Forecasts of pipelines whose process is known, against what came: expected values and 80 % ranges.</summary>
/// <remarks>
/// Each history is judged once, on one of three days, so that ranges hold independently of one another and their count is binomial. <c>REVOPS_SIMULATIONS=200</c>
/// runs the study of docs/predictive-revenue.md and prints its lines.
/// </remarks>
public class PipelineCoverageTests(ITestOutputHelper output)
{
    /// <summary>For each process how many histories are run, how far expected values may be off, and between which levels ranges of 80 % may hold.</summary>
    public static TheoryData<string, int, double, double, double> Processes => new()
    {
        { "exponential stays", 60, 0.03, 0.8, 0.8 },
        { "early wins", 12, 0.05, 0.75, 0.85 },
        { "stays of like length", 12, 0.06, 0.75, 0.85 },
        { "fast and slow deals", 12, 0.05, 0.75, 0.85 },
        { "skipped stages", 12, 0.05, 0.75, 0.85 },
        { "same-day changes", 12, 0.05, 0.75, 0.85 },
        { "unlike segments", 12, 0.1, 0.75, 0.85 },
        { "growing amounts", 12, 0.05, 0.75, 0.85 },
        { "one pace", 12, 0.05, 0.75, 0.85 },

        // What the model knows in part only; the page says how much is missing.
        { "more deals each month", 12, 0.1, 0.7, 0.85 },
        { "shocks of a month", 12, 0.06, 0.65, 0.85 },
        { "month-end rush", 12, 0.22, 0.6, 0.85 },
    };

    [Theory]
    [MemberData(nameof(Processes))]
    public void What_came_is_what_was_expected_and_in_the_ranges_as_often_as_they_say(string process, int histories, double off, double least, double most)
    {
        histories = IntervalCoverage.Simulations(histories);
        Judged[] judged = new Judged[histories];
        Parallel.For(0, histories, new ParallelOptions { MaxDegreeOfParallelism = 2 }, history => judged[history] = Judge(process, history));

        StringBuilderLine line = new(process);
        for (int i = 0; i < 4; i++)
        {
            double[] told = [.. judged.Select(of => of.Expected[i])], came = [.. judged.Select(of => of.Came[i])];
            double[] errors = [.. told.Zip(came, (one, other) => one - other)];
            double mean = came.Average(), bias = errors.Average() / mean, error = Math.Sqrt(errors.Sum(e => Math.Pow(e - errors.Average(), 2)) / (histories - 1) / histories) / mean;
            int held = judged.Count(of => of.Held[i]);
            line.Add(bias, error, (double)held / histories);
            if (i is 1 or 2) continue;
            Assert.True(Math.Abs(bias) <= off + (3.3 * error), $"{process}: expected values are off by {bias:P1}, standard error {error:P1}.");
            Assert.True(CoverageBand.Holds(held, histories, least, most), $"{process}: ranges of 80 % held {held} of {histories}.");
        }

        output.WriteLine(line.ToString());
    }

    /// <summary>The three months after a day, with deals to come, and the first without.</summary>
    private static Judged Judge(string process, int history)
    {
        List<Deal> deals = PipelineProcess.Deals(process, 5000 + history, 730, 1.5);
        RevenueDataset data = SimulatedPipeline.Dataset(deals, PipelineProcess.Customers);
        int origin = history % 3;
        ReportingPeriod[] months = [.. ReportingCalendar.Gregorian.Months(2025).Skip(3 + (3 * origin)).Take(3)];
        LocalDate day = months[0].Start.PlusDays(origin == 1 ? 4 : -1);
        PipelineForecastOptions options = new() { Simulation = new PathSimulation(history, 300), IncludesDealsToCome = true, Threads = 1 };
        PipelineForecast all = PipelineForecast.Of(data, day, months, options);
        PipelineForecast open = PipelineForecast.Of(data, day, months[..1], options with { IncludesDealsToCome = false });
        AmountForecast[] told = [.. all.Total, open.Total[0]];
        double[] came =
        [
            .. told.Select((of, i) => (double)deals.Where(deal => deal.Outcome == DealOutcome.Won && deal.ClosedOn >= of.Period.Start && deal.ClosedOn < of.Period.End)
                .Where(deal => i < 3 || deal.CreatedOn <= day).Sum(deal => deal.Amount!.Value.Amount)),
        ];
        return new([.. told.Select(of => of.Expected.OrThrow())], came, [.. told.Select((of, i) => of.IntervalAt(0.8)!.Value.Contains(came[i]))]);
    }

    private sealed record Judged(double[] Expected, double[] Came, bool[] Held);

    private sealed class StringBuilderLine(string process)
    {
        private readonly System.Text.StringBuilder _text = new($"| {process} ");

        public void Add(double bias, double error, double held) =>
            _text.Append(CultureInfo.InvariantCulture, $"| {bias * 100:+0.0;-0.0;0.0} ± {error * 100:0.0} | {held * 100:0.0} ");

        public override string ToString() => _text + "|";
    }
}
