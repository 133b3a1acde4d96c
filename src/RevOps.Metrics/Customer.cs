using NodaTime;

namespace RevOps.Metrics;

/// <summary>An account that buys: the company or person whose revenue, churn and cost of acquisition are counted.</summary>
/// <remarks>
/// Attributes (segment, channel, region, ...) and the parent account have a history, because a customer that grows from
/// "SMB" to "Enterprise" must not take its past with it. Without attributes no question by segment can be asked; a customer without one counts as "(none)";
/// without a parent the customer is its own account.
/// </remarks>
public sealed record Customer
{
    /// <summary>The identifier that subscriptions, deals and the other records refer to.</summary>
    public required string Id { get; init; }

    /// <summary>The name people know it by; not used by any metric.</summary>
    public string? Name { get; init; }

    /// <summary>What is known of the customer, by name and from which day.</summary>
    public ValueList<CustomerAttribute> Attributes { get; init; } = [];

    /// <summary>The accounts it belonged to, from which day.</summary>
    public ValueList<CustomerParent> Parents { get; init; } = [];

    /// <summary>The day this version of the record was written down; null means it has been known since ever.</summary>
    /// <remarks>
    /// Several versions of one id are told apart by it; the latest holds, and <see cref="RevenueDataset.AsOf"/> goes back to the others. A customer
    /// cannot be taken back, only the records that refer to it.
    /// </remarks>
    public LocalDate? RecordedOn { get; init; }
}
