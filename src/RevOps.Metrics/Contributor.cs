namespace RevOps.Metrics;

/// <summary>A customer, deal or other entity behind a number, and how much of the number is its.</summary>
/// <param name="Id">Its id; null for rows that have none, such as a deal of no customer.</param>
/// <param name="Magnitude">The bare number in the metric's unit.</param>
public sealed record Contributor(string? Id, decimal Magnitude);
