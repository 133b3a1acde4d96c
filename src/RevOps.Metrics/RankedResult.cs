using System.Globalization;

namespace RevOps.Metrics;

/// <summary>A result and its place among those of its period.</summary>
/// <param name="Rank">1 for the largest; equal results share the better place, and the next one counts on: 1, 2, 2, 4.</param>
/// <param name="Result">The result.</param>
public sealed record RankedResult(int Rank, MetricResult Result)
{
    /// <summary>"1. won amount, 2026-01, USA: 3,000.00 USD".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Rank}. {Result}");
}
