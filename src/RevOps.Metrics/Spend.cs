using NodaTime;

namespace RevOps.Metrics;

/// <summary>Money spent on getting or keeping customers, over the days it was spent for.</summary>
/// <remarks>A spend is spread evenly over its service days [<see cref="From"/>, <see cref="To"/>), to the last unit: any split of the span adds up to the amount.</remarks>
public sealed record Spend
{
    /// <summary>The first day it was spent for.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The first day after; null means one day.</summary>
    public LocalDate? To { get; init; }

    /// <summary>The amount; negative for a credit.</summary>
    public required Money Amount { get; init; }

    /// <summary>The team whose cost it is. Acquisition cost counts marketing and sales.</summary>
    public required SpendCategory Category { get; init; }

    /// <summary>The marketing channel; spend without one is in the total and in "(none)".</summary>
    public string? Channel { get; init; }

    /// <summary>The campaign.</summary>
    public string? Campaign { get; init; }

    /// <summary>The segment it was aimed at, in the same words as the customers' segment; without it cost by segment stays in "(none)".</summary>
    public string? Segment { get; init; }

    /// <summary>Whose cost it is, for cost per representative.</summary>
    public string? Owner { get; init; }

    /// <inheritdoc cref="CustomerMerge.RecordedOn" path="/summary"/>
    /// <remarks>Without an id a record has no versions: correct a spend by a further one for the difference, and take it back by its opposite.</remarks>
    public LocalDate? RecordedOn { get; init; }
}

/// <summary>The team whose cost a spend is.</summary>
public enum SpendCategory
{
    /// <summary>Advertising, content, events, tools and salaries of marketing.</summary>
    Marketing,

    /// <summary>Salaries, commissions, travel and tools of sales.</summary>
    Sales,

    /// <summary>Keeping customers: success managers, support, retention programmes. Not part of the cost of acquisition.</summary>
    CustomerSuccess,

    /// <summary>Anything else.</summary>
    Other,
}
