namespace RevOps.Metrics;

/// <summary>What an entity has from an edge of windows on, until its balance changes again.</summary>
/// <param name="Edge">The edge.</param>
/// <param name="Total">The whole balance.</param>
/// <param name="Counted">The part of it that counts within windows.</param>
internal readonly record struct EdgeBalance(int Edge, long Total, long Counted);
