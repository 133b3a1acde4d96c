using System.Globalization;
using MathNet.Numerics;

namespace RevOps.Metrics.Predictive;

/// <summary>A test of whether groups leave at one rate, by the log-rank statistic or a weighted one.</summary>
/// <remarks>
/// At each time at which any left, a group that has n_j of the n at risk expects n_j / n of the d who left. The differences from what was observed, weighted and
/// summed, have the hypergeometric covariance w² d (n - d) / (n - 1) (n_j / n)(δ_jk - n_k / n), and chi-square is their quadratic form with its
/// inverse, with one degree of freedom less than there are groups. Delayed entries count in n_j from their entry on. Source: N. Mantel, Cancer Chemotherapy Reports 50 (1966); D. Harrington and
/// T. Fleming, Biometrika 69 (1982); numbers agree with <c>survdiff</c> of the R package survival.
/// </remarks>
/// <param name="Weights">Which times counted most.</param>
/// <param name="ChiSquare">The statistic, 0 for groups that do not differ; undefined where nothing could be compared.</param>
/// <param name="DegreesOfFreedom">How many groups could be compared, less one; 0 where none.</param>
/// <param name="PValue">The probability of as large a statistic in groups that do not differ; 0 where it is below the least number above 0 that there is.</param>
/// <param name="Groups">The groups, with what was observed and expected.</param>
/// <param name="Covariance">The covariance of the differences of observed and expected, by group and group.</param>
public sealed record LogRankTest(
    LogRankWeights Weights, Estimate ChiSquare, int DegreesOfFreedom, Estimate PValue, ValueList<LogRankGroup> Groups, ValueList<ValueList<double>> Covariance)
{
    /// <summary>"log-rank: chi-square 10.3267 on 1 degree of freedom, p = 0.00131116".</summary>
    public override string ToString() => ChiSquare.IsDefined
        ? string.Create(CultureInfo.InvariantCulture, $"{Weights}: chi-square {ChiSquare} on {DegreesOfFreedom} degree{(DegreesOfFreedom == 1 ? "" : "s")} of freedom, p = {PValue}")
        : $"{Weights}: {ChiSquare}";

    internal static LogRankTest Of(IReadOnlyList<SurvivalCurve> curves, LogRankWeights weights)
    {
        LogRankSums sums = LogRankSums.Of([.. curves.Select(curve => curve.Table)], weights);
        (double chiSquare, int freedom) = sums.QuadraticForm();
        string? reason =
            curves.Count(curve => curve.Observations > 0) < 2 ? "a comparison takes two groups that are not empty"
            : freedom == 0 ? "nobody left while two groups were at risk"
            : null;
        return new LogRankTest(
            weights,
            reason is null ? Estimate.Of(chiSquare) : Estimate.Undefined(reason),
            reason is null ? freedom : 0,
            reason is null ? Estimate.Of(UpperTail(chiSquare, freedom)) : Estimate.Undefined(reason),
            [.. curves.Select((curve, g) => new LogRankGroup(curve.Group ?? "total", curve.Observations, sums.Observed[g], sums.Expected[g]))],
            [.. Enumerable.Range(0, curves.Count).Select(row => ValueList.From(Enumerable.Range(0, curves.Count).Select(column => sums.Covariance[row, column])))]);
    }

    private static double UpperTail(double chiSquare, int freedom) => chiSquare == 0 ? 1 : SpecialFunctions.GammaUpperRegularized(freedom / 2.0, chiSquare / 2);
}
