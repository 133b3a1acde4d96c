using System.Runtime.InteropServices;

namespace RevOps.Metrics;

/// <summary>What one line of a subscription charged an entity until a day, and charges it from that day.</summary>
/// <param name="Subscription">The line's number.</param>
/// <param name="Before">Its span until the day; null where it was not this entity's.</param>
/// <param name="After">Its span from the day; null where it is no longer this entity's.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SpanChange(int Subscription, PricedSpan? Before, PricedSpan? After)
{
    /// <summary>What the subscription charged right before, whosever it was: what comes from another entity comes with its price.</summary>
    public PricedSpan? Carried => Before ?? After?.ComesFrom;

    /// <summary>The kind by which it goes on as another entity's; null where it does not.</summary>
    public MovementKind? GoesOnBy => After is null ? Before?.GoesOnBy : null;

    /// <summary>The kind by which it comes from another entity; null where it does not.</summary>
    public MovementKind? ComesBy => Before is null && After?.ComesFrom is not null ? After.ComesBy : null;

    /// <summary>True where it comes from another entity or goes on as another's.</summary>
    public bool IsHandedOver => GoesOnBy is not null || ComesBy is not null;

    /// <summary>True where it starts to count on the day.</summary>
    public bool IsStart => Carried is null;

    /// <summary>True where it ceases to count on the day.</summary>
    public bool IsEnd => After is null && GoesOnBy is null;

    /// <summary>The change that another rate makes: nothing where a price starts, ends or changes its currency.</summary>
    public long Fx => Carried is { } before && After is { } after && before.Currency == after.Currency && before.Rate != after.Rate
        ? after.Amount - before.Amount - AmountScale.Round((after.Price - before.Price) * before.Rate)
        : 0;

    /// <summary>The change that is the customer's.</summary>
    public long Moved => GoesOnBy is not null ? 0 : (After?.Amount ?? 0) - (Carried?.Amount ?? 0) - Fx;
}
