using NodaTime;

namespace RevOps.Metrics;

/// <summary>An unbroken span of days on which a customer had recurring revenue, as the ledger tells it.</summary>
/// <remarks>A customer who left and came back has several. How long customers stay is told from them.</remarks>
/// <param name="CustomerId">The customer; where the policy's grain is the subscription, a spell for each of its subscriptions.</param>
/// <param name="From">The first paying day.</param>
/// <param name="To">The first day no longer paying; null while no end is known. It may lie in the future where a cancellation is recorded ahead.</param>
/// <param name="StartedBy">The movement that began it: new, reactivation, or how it came from another customer.</param>
/// <param name="EndedBy">The movement that ended it: churn, or how it went on with another customer (a transfer, an acquisition); null without an end.</param>
/// <param name="Value">The value of the dimension asked by, on the first paying day; null where there is none or none was asked.</param>
public sealed record PayingSpell(string CustomerId, LocalDate From, LocalDate? To, MovementKind StartedBy, MovementKind? EndedBy, string? Value = null);
