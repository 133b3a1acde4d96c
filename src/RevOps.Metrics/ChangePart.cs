namespace RevOps.Metrics;

/// <summary>What one segment does to the change of a metric.</summary>
/// <remarks>Numbers of the change are rounded to twelve decimals, and add up exactly.</remarks>
public sealed record ChangePart
{
    /// <summary>The segment.</summary>
    public required Cell Cell { get; init; }

    /// <summary>The segment's own number before; null where it has none.</summary>
    public decimal? From { get; init; }

    /// <summary>The segment's own number after; null where it has none.</summary>
    public decimal? To { get; init; }

    /// <summary>Its share of the denominator before; null for a metric that adds up.</summary>
    public decimal? WeightFrom { get; init; }

    /// <summary>Its share of the denominator after; null for a metric that adds up.</summary>
    public decimal? WeightTo { get; init; }

    /// <summary>What it does by weighing more or less than before: above zero where it gains weight and its rate is above that of all, or loses it and is below; null for a metric that adds up.</summary>
    public decimal? Mix { get; init; }

    /// <summary>What it does by a rate of its own that is another than before; null for a metric that adds up.</summary>
    public decimal? Rate { get; init; }

    /// <summary>Mix and rate; for a metric that adds up, its number after less that before.</summary>
    public required decimal Change { get; init; }
}
