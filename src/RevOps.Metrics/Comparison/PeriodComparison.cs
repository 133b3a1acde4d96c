using System.Text.Json.Serialization;

namespace RevOps.Metrics;

/// <summary>The comparison of a metric for one period.</summary>
/// <param name="Period">The period.</param>
/// <param name="Value">The metric on both sides.</param>
/// <param name="Steps">What each change from the first side to the second did, in order; none where nothing differs.</param>
/// <param name="Parts">The customers behind the difference: of the metric itself where it adds up over customers, else of the parts of its formula.</param>
public sealed record PeriodComparison(
    [property: JsonIgnore] ReportingPeriod Period, ComparedValue Value, ValueList<ComparisonStep> Steps, ValueList<ComparedPart> Parts)
{
    /// <summary>The period's label.</summary>
    public string Label => Period.Label;
}
