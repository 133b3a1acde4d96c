using Xunit.Abstractions;

namespace RevOps.Metrics.Predictive.Tests;

/// <summary>Intervals and tests on data whose truth is known: do they hold it as often as they say?</summary>
/// <remarks>Books of 150 customers with constant hazard 1, a third censored.</remarks>
public class SurvivalSimulationTests(ITestOutputHelper output)
{
    private const int Books = 2_000, Customers = 150;
    private const double Time = 0.7;

    [Theory]
    [InlineData(SurvivalIntervalKind.Log, false)]
    [InlineData(SurvivalIntervalKind.LogLog, false)]
    [InlineData(SurvivalIntervalKind.Plain, false)]
    [InlineData(SurvivalIntervalKind.LogLog, true)]
    public void Intervals_of_the_curve_hold_the_truth_as_often_as_they_say(SurvivalIntervalKind kind, bool late) => IntervalCoverage.Holds(
        output, $"Kaplan-Meier, {kind} intervals: 150 customers{(late ? ", half of them observed late" : "")}", Books, seed =>
        {
            SurvivalCurve curve = SurvivalCurve.Estimate(Book(new Random(seed), late));
            return [Held.Of("S(0.7) = 0.497", level => curve.IntervalAt(Time, level, kind), Math.Exp(-Time))];
        });

    [Fact]
    public void Intervals_of_hazards_medians_and_restricted_means_hold_the_truth_as_often_as_they_say() => IntervalCoverage.Holds(
        output, "Nelson-Aalen and what is read off the Kaplan-Meier curve: 150 customers", Books, seed =>
        {
            SurvivalCurve curve = SurvivalCurve.Estimate(Book(new Random(seed), late: false));
            return
            [
                Held.Of("H(0.7)", level => curve.Hazard.Steps.Last(step => step.Time <= Time).Interval(level), Time),
                Held.Of("median", level => Median(curve, level), Math.Log(2)),
                Held.Of("mean up to 1", level => curve.RestrictedMean(1).Interval(level), 1 - Math.Exp(-1)),
            ];
        });

    [Fact]
    public void A_test_of_groups_that_do_not_differ_errs_as_often_as_it_says()
    {
        int[] groups = [.. Enumerable.Range(0, Customers).Select(i => i % 3)];
        IntervalCoverage.Holds(output, "tests of three groups that do not differ, 50 customers each: p above 0.2 and above 0.05", Books, seed =>
        {
            SurvivalObservations drawn = Book(new Random(seed), late: false);
            SurvivalCurves curves = SurvivalCurves.Estimate(new SurvivalObservations(drawn.Durations, drawn.Events, groups, ["a", "b", "c"]));
            Held At(string name, LogRankWeights weights) => curves.Compare(weights).PValue.OrThrow() is var p ? new Held(name, p > 0.2, p > 0.05) : default;
            return [At("log-rank", LogRankWeights.LogRank), At("Peto-Peto", LogRankWeights.PetoPeto), At("Fleming-Harrington (0, 1)", LogRankWeights.FlemingHarrington(0, 1))];
        });
    }

    private static Interval? Median(SurvivalCurve curve, double level) => curve.Quantile(0.5, level, SurvivalIntervalKind.LogLog) is { Lower.Value: { } lower } median
        ? new Interval(level, lower, median.Upper.Value ?? double.MaxValue)
        : null;

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
