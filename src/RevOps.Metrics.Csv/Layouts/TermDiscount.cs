using NodaTime;

namespace RevOps.Metrics.Csv;

/// <summary>A discount, and the price term that it lowers.</summary>
/// <param name="SubscriptionId">The subscription.</param>
/// <param name="RecordedOn">The day on which the subscription's version was written down; null for one known since ever.</param>
/// <param name="TermFrom">The first day of the price term; null for the only one.</param>
/// <param name="Discount">The discount.</param>
internal readonly record struct TermDiscount(string SubscriptionId, LocalDate? RecordedOn, LocalDate? TermFrom, Discount Discount);
