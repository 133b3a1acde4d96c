namespace RevOps.Metrics.Predictive.Tests;

public class SurvivalCurvesTests
{
    [Fact]
    public void A_group_may_be_empty_and_stays_out_of_the_comparison()
    {
        SurvivalCurves curves = SurvivalCurves.Estimate(new SurvivalObservations(
            (double[])[10, 20, 30, 10, 20, 50], (bool[])[true, true, true, true, true, true], (int[])[2, 2, 2, 0, 0, 0], ["a", "empty", "c"]));

        Assert.Equal("nobody was observed", curves["empty"].SurvivalAt(1).UndefinedReason);
        LogRankTest test = curves.Compare();
        Assert.Equal(0.254237288135593, test.ChiSquare.OrThrow(), 1e-14); // lifelines, test_statistics.py
        Assert.Equal(0.614107150055365, test.PValue.OrThrow(), 1e-14);
        Assert.Equal(1, test.DegreesOfFreedom);
        Assert.Equal(0, test.Groups[1].Expected);
    }

    [Fact]
    public void One_group_is_no_comparison()
    {
        SurvivalCurves one = SurvivalCurves.Estimate(SurvivalObservations.ByGroup((double[])[1, 2], (bool[])[true, true], ["a", "a"]));
        SurvivalCurves total = SurvivalCurves.Estimate(new SurvivalObservations((double[])[1, 2], (bool[])[true, true]));

        Assert.Equal("a comparison takes two groups that are not empty", one.Compare().ChiSquare.UndefinedReason);
        Assert.Equal("a comparison takes two groups that are not empty", total.Compare().PValue.UndefinedReason);
        Assert.Empty(one.ComparePairs());
    }

    [Fact]
    public void Where_nobody_left_there_is_nothing_to_compare() => Assert.Equal(
        "nobody left while two groups were at risk",
        SurvivalCurves.Estimate(SurvivalObservations.ByGroup((double[])[1, 2], (bool[])[false, false], ["a", "b"])).Compare().ChiSquare.UndefinedReason);

    [Fact]
    public void Groups_that_are_never_there_together_cannot_be_compared() => Assert.Equal(
        "nobody left while two groups were at risk",
        SurvivalCurves.Estimate(SurvivalObservations.ByGroup((double[])[1, 2, 8, 9], (bool[])[true, true, true, true], ["a", "a", "b", "b"], (double[])[0, 0, 5, 5]))
            .Compare().ChiSquare.UndefinedReason);

    [Fact]
    public void The_leukemia_of_Freireich_tells_the_weights_apart()
    {
        SurvivalCurves curves = Freireich();

        Assert.Equal(16.7929409892165, curves.Compare().ChiSquare.OrThrow(), 1e-12);
        Assert.Equal(4.16880910933456e-05, curves.Compare().PValue.OrThrow(), 1e-16);
        Assert.Equal(13.457852, curves.Compare(LogRankWeights.GehanWilcoxon).ChiSquare.OrThrow(), 1e-6);
        Assert.Equal(15.123575, curves.Compare(LogRankWeights.TaroneWare).ChiSquare.OrThrow(), 1e-6);
        Assert.Equal(14.084139, curves.Compare(LogRankWeights.PetoPeto).ChiSquare.OrThrow(), 1e-6); // lifelines, Kleinbaum
        Assert.Equal(14.4571508187171, curves.Compare(LogRankWeights.FlemingHarrington(1, 0)).ChiSquare.OrThrow(), 1e-12); // R, rho = 1
        Assert.Equal(curves.Compare(), curves.Compare(LogRankWeights.FlemingHarrington(0, 0)));
        Assert.Equal("log-rank: chi-square 16.7929 on 1 degree of freedom, p = 4.16881E-05", curves.Compare().ToString());
        Assert.Equal("Fleming-Harrington (1, 0.5)", LogRankWeights.FlemingHarrington(1, 0.5).ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => LogRankWeights.FlemingHarrington(-1, 0));
    }

    [Fact]
    public void Late_weights_count_late_differences()
    {
        // At 1 both lose one of four; at 2 and 3 only a does. S before: 1, 3/4, 1/2.
        SurvivalCurves curves = SurvivalCurves.Estimate(SurvivalObservations.ByGroup(
            (double[])[1, 2, 3, 9, 1, 9, 9, 9], (bool[])[true, true, true, false, true, false, false, false], ["a", "a", "a", "a", "b", "b", "b", "b"]));

        LogRankTest late = curves.Compare(LogRankWeights.FlemingHarrington(0, 1));
        double atTwo = 1 - (6 / 8.0), atThree = 1 - (6 / 8.0 * 5 / 6);
        Assert.Equal(atTwo + atThree, late.Groups[0].Observed, 1e-15);
        Assert.Equal((atTwo * 3 / 6) + (atThree * 2 / 5), late.Groups[0].Expected, 1e-15);
        double variance = (atTwo * atTwo * 3 / 6 * 3 / 6) + (atThree * atThree * 2 / 5 * 3 / 5);
        Assert.Equal(Math.Pow(late.Groups[0].Observed - late.Groups[0].Expected, 2) / variance, late.ChiSquare.OrThrow(), 1e-14);
    }

    [Fact]
    public void Pairs_are_compared_alone_and_adjusted_by_Holm()
    {
        double[] durations = [.. Enumerable.Range(1, 30).Select(i => (double)i), .. Enumerable.Range(1, 30).Select(i => 3.0 * i), .. Enumerable.Range(1, 30).Select(i => 3.2 * i)];
        string[] groups = [.. Enumerable.Range(0, 90).Select(i => i < 30 ? "a" : i < 60 ? "b" : "c")];
        bool[] events = [.. durations.Select(_ => true)];
        SurvivalCurves curves = SurvivalCurves.Estimate(SurvivalObservations.ByGroup(durations, events, groups));

        IReadOnlyList<LogRankPair> pairs = curves.ComparePairs();
        Assert.Equal(["a-b", "a-c", "b-c"], pairs.Select(pair => $"{pair.First}-{pair.Second}"));
        double[] raw = [.. pairs.Select(pair => pair.Test.PValue.OrThrow())];
        double[] sorted = [.. raw.Order()];
        double[] holm = [3 * sorted[0], Math.Max(3 * sorted[0], 2 * sorted[1]), Math.Max(2 * sorted[1], sorted[2])];
        Assert.Equal(holm, pairs.OrderBy(pair => pair.Test.PValue.OrThrow()).Select(pair => pair.AdjustedPValue.OrThrow()));
        int[] ofPair = [.. Enumerable.Range(0, 30), .. Enumerable.Range(60, 30)];
        SurvivalCurves alone = SurvivalCurves.Estimate(SurvivalObservations.ByGroup(
            ofPair.Select(i => durations[i]).ToArray(), ofPair.Select(i => events[i]).ToArray(), [.. ofPair.Select(i => groups[i])]));
        Assert.Equal(alone.Compare(), pairs[1].Test);
    }

    [Fact]
    public void A_group_that_is_not_there_is_asked_for_in_vain() =>
        Assert.Contains("there are control, treated", Assert.Throws<KeyNotFoundException>(() => Freireich()["placebo"]).Message, StringComparison.Ordinal);

    /// <summary>6-MP and placebo in leukemia (Freireich et al., Blood 21, 1963), as in Kleinbaum and Klein.</summary>
    private static SurvivalCurves Freireich()
    {
        double[] control = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23];
        double[] left = [6, 6, 6, 7, 10, 13, 16, 22, 23], stayed = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
        return SurvivalCurves.Estimate(SurvivalObservations.ByGroup(
            (double[])[.. control, .. left, .. stayed],
            (bool[])[.. control.Select(_ => true), .. left.Select(_ => true), .. stayed.Select(_ => false)],
            [.. control.Select(_ => "control"), .. left.Concat(stayed).Select(_ => "treated")]));
    }
}
