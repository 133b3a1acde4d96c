namespace RevOps.Metrics;

/// <summary>The win rate on each basis that a policy can choose.</summary>
internal static class WinRates
{
    private static readonly Metric<Ratio> ByCount = Closed([Sales.WonDeals, Sales.LostDeals], v => v[1]);

    private static readonly Metric<Ratio> ByValue = Closed([Sales.WonAmount, Sales.LostAmount], v => v[1]);

    private static readonly Metric<Ratio> Decided = Closed(
        [Sales.WonDeals, Sales.LostDeals, Sales.Internal<Count>("deals lost to no decision", PipelineMeasures.LostToNoDecision)], v => v[1] - v[2]);

    private static readonly Metric<Count> OpenOfCreated =
        Sales.Internal<Count>("still open of those created", policy => PipelineMeasures.CreatedWith(DealOutcome.Open, policy));

    private static readonly Metric<Ratio> OfCreated = MetricArithmetic.Apply<Ratio>(
        "win rate",
        [Sales.Internal<Count>("won of those created", policy => PipelineMeasures.CreatedWith(DealOutcome.Won, policy)), Sales.CreatedDeals, OpenOfCreated],
        (v, _) => Formulas.WinRate(won: v[0], lost: v[1] - v[0]), _ => "no deal was created", OpenOfCreated);

    public static Metric<Ratio> Of(MetricPolicy policy) => policy.WinRate switch
    {
        WinRateBasis.Value => ByValue,
        WinRateBasis.CreatedCohort => OfCreated,
        WinRateBasis.WithoutNoDecision => Decided,
        _ => ByCount,
    };

    private static Metric<Ratio> Closed(IReadOnlyList<Metric> arguments, Func<decimal[], decimal> lost) => MetricArithmetic.Apply<Ratio>(
        "win rate", arguments, (v, _) => Formulas.WinRate(won: v[0], lost: lost(v)), _ => "no deal was won or lost");
}
