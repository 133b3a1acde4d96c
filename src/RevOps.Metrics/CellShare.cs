namespace RevOps.Metrics;

/// <summary>How much of a total a cell has.</summary>
/// <param name="Result">The cell's result.</param>
/// <param name="Share">Its share; undefined where the total is zero or undefined.</param>
public sealed record CellShare(MetricResult Result, MetricValue<Ratio> Share)
{
    /// <summary>"won amount, 2026-01, USA, A: 33.33 %".</summary>
    public override string ToString() => $"{Result.Metric}, {Result.Period}, {Result.Cell}: {Share}";
}
