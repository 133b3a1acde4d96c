using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace RevOps.Metrics.Predictive;

/// <summary>What was observed and expected in each group over all times, and how the differences vary together.</summary>
internal sealed class LogRankSums
{
    /// <summary>Below this share of a group's own variance a direction has none: all that is left in it is rounding.</summary>
    private const double NoVariance = 1e-10;

    private LogRankSums(int groups) => (Observed, Expected, Covariance) = (new double[groups], new double[groups], new double[groups, groups]);

    public double[] Observed { get; }

    public double[] Expected { get; }

    public double[,] Covariance { get; }

    public static LogRankSums Of(IReadOnlyList<RiskTable> groups, LogRankWeights weights)
    {
        LogRankSums sums = new(groups.Count);
        RiskTable all = RiskTable.Pool(groups);
        int[] next = new int[groups.Count];
        double[] share = new double[groups.Count];
        double survival = 1, petoSurvival = 1;
        for (int row = 0; row < all.Rows; row++)
        {
            double events = all.Events[row], atRisk = all.AtRisk[row];
            if (events == 0) continue;
            petoSurvival *= 1 - (events / (atRisk + 1));
            double weight = weights.At(atRisk, survival, petoSurvival);
            survival *= (atRisk - events) / atRisk;
            for (int g = 0; g < next.Length; g++)
            {
                RiskTable group = groups[g];
                while (next[g] < group.Rows && group.Times[next[g]] < all.Times[row]) next[g]++;
                bool hasRow = next[g] < group.Rows;
                share[g] = hasRow ? group.AtRisk[next[g]] / atRisk : 0;
                if (hasRow && group.Times[next[g]] == all.Times[row]) sums.Observed[g] += weight * group.Events[next[g]];
                sums.Expected[g] += weight * events * share[g];
            }

            if (atRisk > 1) sums.AddCovariance(share, weight * weight * events * (atRisk - events) / (atRisk - 1));
        }

        return sums;
    }

    private void AddCovariance(double[] share, double scale)
    {
        for (int j = 0; j < share.Length; j++)
        {
            if (share[j] == 0) continue;
            for (int k = 0; k < share.Length; k++) Covariance[j, k] += scale * share[j] * ((j == k ? 1 : 0) - share[k]);
        }
    }

    /// <summary>The differences' quadratic form with the inverse of their covariance, and in how many directions they vary.</summary>
    /// <remarks>
    /// The differences add up to zero, so the covariance is singular by one; by more where groups are never at risk at the same time. So it is
    /// inverted in the directions in which there is variance, each group being measured by its own.
    /// </remarks>
    public (double ChiSquare, int Freedom) QuadraticForm()
    {
        int[] varying = [.. Enumerable.Range(0, Observed.Length).Where(g => Covariance[g, g] > 0)];
        if (varying.Length < 2) return (0, 0);
        double[] deviations = [.. varying.Select(g => Math.Sqrt(Covariance[g, g]))];
        Vector<double> differences = Vector<double>.Build.Dense(varying.Length, i => (Observed[varying[i]] - Expected[varying[i]]) / deviations[i]);
        Evd<double> directions = Matrix<double>.Build
            .Dense(varying.Length, varying.Length, (i, j) => Covariance[varying[i], varying[j]] / (deviations[i] * deviations[j]))
            .Evd(Symmetricity.Symmetric);
        double chiSquare = 0;
        int freedom = 0;
        for (int i = 0; i < varying.Length; i++)
        {
            double variance = directions.EigenValues[i].Real;
            if (variance <= NoVariance) continue;
            double along = directions.EigenVectors.Column(i).DotProduct(differences);
            chiSquare += along * along / variance;
            freedom++;
        }

        return (chiSquare, freedom);
    }
}
