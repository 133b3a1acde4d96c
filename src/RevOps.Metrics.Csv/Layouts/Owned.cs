using NodaTime;

namespace RevOps.Metrics.Csv;

/// <summary>One entry of a history, and the record that it belongs to.</summary>
/// <param name="OwnerId">The record's id.</param>
/// <param name="RecordedOn">The day on which the record's version was written down; null for one known since ever.</param>
/// <param name="Value">The entry.</param>
internal readonly record struct Owned<T>(string OwnerId, LocalDate? RecordedOn, T Value);
