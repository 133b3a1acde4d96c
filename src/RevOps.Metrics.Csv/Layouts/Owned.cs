namespace RevOps.Metrics.Csv;

/// <summary>One entry of a history, and the id of the record that it belongs to.</summary>
internal readonly record struct Owned<T>(string OwnerId, T Value);
