namespace RevOps.Metrics.Tests;

/// <summary>A number worked out by hand for an entry of the catalogue.</summary>
/// <param name="Metric">The entry.</param>
/// <param name="Data">The records.</param>
/// <param name="Period">The period.</param>
/// <param name="Expected">The bare number in the metric's unit; null where it is undefined.</param>
/// <param name="Options">Policy, assumptions and filters.</param>
internal sealed record CatalogExample(Metric Metric, RevenueDataset Data, ReportingPeriod Period, decimal? Expected, EvaluationOptions? Options = null);
