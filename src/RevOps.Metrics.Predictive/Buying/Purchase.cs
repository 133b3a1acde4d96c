using NodaTime;

namespace RevOps.Metrics.Predictive;

/// <summary>One purchase of a customer, or money given back for one.</summary>
/// <param name="CustomerId">Who bought.</param>
/// <param name="On">The day.</param>
/// <param name="Amount">What it cost, all purchases in one currency; negative for a refund, zero for something that was free.</param>
public readonly record struct Purchase(string CustomerId, LocalDate On, decimal Amount);
