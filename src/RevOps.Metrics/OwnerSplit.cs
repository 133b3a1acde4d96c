namespace RevOps.Metrics;

/// <summary>An owner's share in the credit for a deal.</summary>
/// <param name="Owner">The owner.</param>
/// <param name="Share">The share: 0.5 is half.</param>
public sealed record OwnerSplit(string Owner, decimal Share);
