using NodaTime;

namespace RevOps.Metrics;

/// <summary>The account that a customer belongs to, and the first day on which it does.</summary>
/// <param name="ParentId">The parent customer's id; null means it belongs to none from that day.</param>
/// <param name="From">The first day; null means since ever.</param>
public sealed record CustomerParent(string? ParentId, LocalDate? From = null);
