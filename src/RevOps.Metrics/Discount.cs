using NodaTime;

namespace RevOps.Metrics;

/// <summary>A reduction of a price over the service days it covers: a share of the price or an amount per billing interval.</summary>
/// <remarks>
/// It lowers recurring revenue only where it covers more than one billing interval, or a whole interval of a year or longer.
/// A one-time coupon on a monthly plan therefore leaves MRR alone: it lowers cash, not the recurring price.
/// What it covers is judged by the days agreed (its own, else its term's), so that the end of a subscription leaves the past alone.
/// Discounts of one day add up; together they never take a price below zero.
/// </remarks>
public sealed record Discount
{
    /// <summary>The first service day it covers; null means from the start of its term.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The first service day it no longer covers; null means until the end of its term.</summary>
    public LocalDate? To { get; init; }

    /// <summary>The share of the price taken off: 0.2 is 20 %. Exactly one of <see cref="Share"/> and <see cref="Amount"/> is given.</summary>
    public decimal? Share { get; init; }

    /// <summary>The amount taken off for each billing interval, for all units together, in the term's currency.</summary>
    public Money? Amount { get; init; }

    /// <summary>The discount's code or name; not used by any metric.</summary>
    public string? Code { get; init; }
}
