namespace RevOps.Metrics.Predictive;

/// <summary>A comparison of two of several groups.</summary>
/// <param name="First">The name of one.</param>
/// <param name="Second">The name of the other.</param>
/// <param name="Test">The test of the two alone.</param>
/// <param name="AdjustedPValue">Its p-value after Holm's adjustment for all pairs that could be compared (Scandinavian Journal of Statistics 6, 1979).</param>
public sealed record LogRankPair(string First, string Second, LogRankTest Test, Estimate AdjustedPValue)
{
    internal static IReadOnlyList<LogRankPair> Of(IReadOnlyList<SurvivalCurve> curves, LogRankWeights weights)
    {
        List<LogRankPair> pairs = [];
        for (int i = 0; i < curves.Count; i++)
        {
            for (int j = i + 1; j < curves.Count; j++)
            {
                LogRankTest test = LogRankTest.Of([curves[i], curves[j]], weights);
                pairs.Add(new LogRankPair(test.Groups[0].Name, test.Groups[1].Name, test, test.PValue));
            }
        }

        double least = 0;
        int left = pairs.Count(pair => pair.Test.PValue.IsDefined);
        foreach ((int index, LogRankPair pair) in pairs.Index().Where(pair => pair.Item.Test.PValue.IsDefined).OrderBy(pair => pair.Item.Test.PValue.Value).ToList())
        {
            least = Math.Max(least, Math.Min(1, left * pair.Test.PValue.OrThrow()));
            pairs[index] = pair with { AdjustedPValue = Estimate.Of(least) };
            left--;
        }

        return pairs;
    }
}
