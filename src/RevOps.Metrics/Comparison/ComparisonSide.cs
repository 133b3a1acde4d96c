namespace RevOps.Metrics;

/// <summary>One of the two sides of a comparison: whose records, and how they are evaluated.</summary>
/// <param name="Name">What the side is called in tables: "ours", "known on 2026-04-06".</param>
/// <param name="Engine">The engine over its records.</param>
/// <param name="Options">Its policy, assumptions and filters.</param>
public sealed record ComparisonSide(string Name, IMetricEngine Engine, EvaluationOptions Options);
