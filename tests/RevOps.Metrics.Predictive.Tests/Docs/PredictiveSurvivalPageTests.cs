using NodaTime;
using NodaTime.Text;
using static RevOps.Metrics.Predictive.Tests.Records;

namespace RevOps.Metrics.Predictive.Tests;

public class PredictiveSurvivalPageTests
{
    [Fact]
    public void The_example_of_the_page_runs_and_says_what_stands_there()
    {
        RevenueDataset data = RevenueDataset.Build(
            [.. Enumerable.Range(0, 40).Select(i => Records.Customer($"c{i}", i % 2 == 0 ? "SMB" : "Enterprise"))],
            // A third of the enterprises leave, two thirds of the others.
            [.. Enumerable.Range(0, 40).Select(i => Monthly($"c{i}", "2025-01-01", (i % 3 == 0) == (i % 2 == 1) ? LocalDatePattern.Iso.Format(new LocalDate(2025, 1, 21).PlusDays(7 * i)) : null))],
            [Deal("d", "2025-01-01", "2025-02-10", DealOutcome.Won), Deal("e", "2025-01-01", "2025-03-20", DealOutcome.Lost)]);

        // the page begins
        SurvivalCurves bySegment = CustomerSurvival.Estimate(data, observedOn: new LocalDate(2025, 12, 31), by: Dimensions.Segment);
        SurvivalCurve enterprise = bySegment["Enterprise"];

        Estimate afterHalfAYear = enterprise.SurvivalAt(182); // the share of customers that is still there
        Interval? range = enterprise.IntervalAt(182, level: 0.95, SurvivalIntervalKind.LogLog);
        SurvivalQuantile median = enterprise.Median; // undefined, with the reason, while more than half stay
        RestrictedMean days = enterprise.RestrictedMean(horizon: 365); // the mean days of the first 365
        LogRankTest differ = bySegment.Compare(); // do the segments leave at one rate?

        CompetingRisks deals = DealSurvival.Outcomes(data, observedOn: new LocalDate(2025, 12, 31))[0];
        Estimate wonInAQuarter = deals[DealSurvival.Won].At(90);
        // the page ends

        Assert.Equal(0.8, afterHalfAYear.OrThrow(), 1e-12); // c3, c9, c15 and c21 of 20
        Assert.True(range!.Value.Contains(afterHalfAYear.OrThrow()));
        Assert.False(median.Time.IsDefined);
        Assert.Equal(((13 * 364) + 41 + 83 + 125 + 167 + 209 + 251 + 293) / 20.0, enterprise.RestrictedMean(364).Mean.OrThrow(), 1e-9);
        Assert.True(differ.ChiSquare.IsDefined);
        Assert.Equal(0.5, wonInAQuarter.OrThrow());
        PageExample.IsIn("predictive-survival.md");
    }
}
