using NodaTime;

namespace RevOps.Metrics;

/// <summary>A span of days in which a subscription is suspended: still a customer, paying nothing.</summary>
/// <param name="From">The first day suspended.</param>
/// <param name="To">The first day served again; null while the pause lasts.</param>
public sealed record ServicePause(LocalDate From, LocalDate? To = null);
