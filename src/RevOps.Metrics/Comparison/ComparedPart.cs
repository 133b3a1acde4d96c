using System.Text.Json.Serialization;

namespace RevOps.Metrics;

/// <summary>A part of a metric's formula on both sides, and the customers who make its difference.</summary>
/// <remarks>
/// The part of a metric that adds up over customers is the metric itself. A ratio does not add up; its parts, down to those that do, say who
/// is behind it, a sum among them by its terms. Parts are given on both sides, also where only one side's formula uses them.
/// </remarks>
/// <param name="Metric">The part.</param>
/// <param name="Value">Its numbers on both sides.</param>
/// <param name="IsOfFirst">True when the first side's formula uses it.</param>
/// <param name="IsOfSecond">True when the second side's formula uses it.</param>
public sealed record ComparedPart([property: JsonIgnore] Metric Metric, ComparedValue Value, bool IsOfFirst, bool IsOfSecond)
{
    /// <summary>The part's name.</summary>
    public string Name => Metric.Name;

    /// <summary>
    /// The customers for whom the sides differ, from the largest difference down; their differences add up to the part's, but for a rest in the
    /// twelfth decimal where a customer's number does not end, such as a month's twelfth of a year's amount.
    /// </summary>
    public ValueList<CustomerDifference> Customers { get; init; } = [];

    /// <summary>Why it cannot be told by customer; null when it can.</summary>
    public string? NotByCustomer { get; init; }
}
