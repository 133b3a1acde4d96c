namespace RevOps.Metrics;

/// <summary>A span of days over which one line of a subscription charges one annualised amount, or would if it were not paused.</summary>
/// <param name="Subscription">The line's number, in the ordinal order of subscription ids: the price of each, and then its invoiced usage.</param>
/// <param name="Term">The number of the price term or invoice line.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The first day after; <see cref="FactTable.NoDay"/> while no end is known.</param>
/// <param name="Amount">The annualised amount, in units of the reporting currency; zero is free.</param>
/// <param name="Price">The same in units of its own currency, not rounded.</param>
/// <param name="Rate">The rate between the two that the service period carries.</param>
/// <param name="Currency">Its own currency.</param>
/// <param name="IsPaused">True where the service is suspended and nothing is charged.</param>
internal sealed record PricedSpan(
    int Subscription, int Term, int From, int To, long Amount, decimal Price, decimal Rate, Currency Currency, bool IsPaused)
{
    /// <summary>The number of the entity whose movements it is part of.</summary>
    public int Entity { get; init; }

    /// <summary>How the subscription came to this entity, when it was another's right before.</summary>
    public MovementKind ComesBy { get; init; } = MovementKind.Transfer;

    /// <summary>Why the service behind it ends, where that is known.</summary>
    public MovementCause? EndsBy { get; init; }

    /// <summary>The reason given for that end.</summary>
    public string? EndReason { get; init; }

    /// <summary>The span of the same subscription that ends where this one starts, when it was another entity's.</summary>
    public PricedSpan? ComesFrom { get; init; }

    /// <summary>How the subscription goes on as another entity's; null where it does not.</summary>
    public MovementKind? GoesOnBy { get; init; }
}
