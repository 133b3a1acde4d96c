namespace RevOps.Metrics.Predictive.Tests;

/// <summary>Intervals and tests on data whose truth is known: do they hold it as often as they say?</summary>
/// <remarks>
/// 2,000 books of 150 customers with constant hazard 1, a third censored. A share of 2,000 is known to ±0.0145 (three standard errors) at 95 %
/// and ±0.027 at 80 %; the formulas are asymptotic, so 0.02 and 0.03 are allowed.
/// </remarks>
public class SurvivalSimulationTests
{
    private const int Books = 2000, Customers = 150;

    [Theory]
    [InlineData(SurvivalIntervalKind.Log, false)]
    [InlineData(SurvivalIntervalKind.LogLog, false)]
    [InlineData(SurvivalIntervalKind.Plain, false)]
    [InlineData(SurvivalIntervalKind.LogLog, true)]
    public void Intervals_of_the_curve_hold_the_truth_as_often_as_they_say(SurvivalIntervalKind kind, bool late)
    {
        const double Time = 0.7;
        double truth = Math.Exp(-Time);
        Random random = new(20260101);
        int of95 = 0, of80 = 0;
        for (int book = 0; book < Books; book++)
        {
            SurvivalCurve curve = SurvivalCurve.Estimate(Book(random, late));
            if (curve.IntervalAt(Time, 0.95, kind)!.Value.Contains(truth)) of95++;
            if (curve.IntervalAt(Time, 0.80, kind)!.Value.Contains(truth)) of80++;
        }

        Assert.InRange(of95 / (double)Books, 0.93, 0.97);
        Assert.InRange(of80 / (double)Books, 0.77, 0.83);
    }

    [Fact]
    public void Intervals_of_medians_and_restricted_means_hold_the_truth_as_often_as_they_say()
    {
        const double Horizon = 1;
        Random random = new(20260102);
        int medians = 0, means = 0;
        for (int book = 0; book < Books; book++)
        {
            SurvivalCurve curve = SurvivalCurve.Estimate(Book(random, late: false));
            SurvivalQuantile median = curve.Quantile(0.5, kind: SurvivalIntervalKind.LogLog);
            if (median.Lower.Value is { } lower && lower <= Math.Log(2) && Math.Log(2) <= (median.Upper.Value ?? double.MaxValue)) medians++;
            if (curve.RestrictedMean(Horizon).Interval()!.Value.Contains(1 - Math.Exp(-Horizon))) means++;
        }

        Assert.InRange(medians / (double)Books, 0.93, 0.975);
        Assert.InRange(means / (double)Books, 0.93, 0.97);
    }

    [Fact]
    public void A_test_of_groups_that_do_not_differ_errs_as_often_as_it_says()
    {
        Random random = new(20260103);
        int[] groups = [.. Enumerable.Range(0, Customers).Select(i => i % 3)];
        int[] wrong = new int[3];
        LogRankWeights[] weights = [LogRankWeights.LogRank, LogRankWeights.PetoPeto, LogRankWeights.FlemingHarrington(0, 1)];
        for (int book = 0; book < Books; book++)
        {
            SurvivalObservations drawn = Book(random, late: false);
            SurvivalCurves curves = SurvivalCurves.Estimate(new SurvivalObservations(drawn.Durations, drawn.Events, groups, ["a", "b", "c"]));
            foreach ((int i, LogRankWeights weight) in weights.Index())
            {
                if (curves.Compare(weight).PValue.OrThrow() < 0.05) wrong[i]++;
            }
        }

        Assert.All(wrong, count => Assert.InRange(count / (double)Books, 0.03, 0.07));
    }

    /// <summary>Customers of constant hazard 1, last seen after a time of constant hazard 1/2; if late, half of them observed from a time of their own on, had they not left before.</summary>
    private static SurvivalObservations Book(Random random, bool late)
    {
        double[] durations = new double[Customers], entries = new double[Customers];
        bool[] events = new bool[Customers];
        for (int i = 0; i < Customers; i++)
        {
            double entry = late && i % 2 == 0 ? random.NextDouble() : 0, leaves;
            do leaves = -Math.Log(1 - random.NextDouble());
            while (leaves <= entry);
            double seen = entry - (2 * Math.Log(1 - random.NextDouble()));
            (durations[i], entries[i], events[i]) = (Math.Min(leaves, seen), entry, leaves <= seen);
        }

        return new SurvivalObservations(durations, events, entries);
    }
}
