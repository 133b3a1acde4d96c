namespace RevOps.Metrics.Predictive;

/// <summary>A group in a comparison.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Observations">How many are in it.</param>
/// <param name="Observed">How many left, each counted with the weight of its time.</param>
/// <param name="Expected">How many would have, had all groups left at the rate of all together, counted so too.</param>
public sealed record LogRankGroup(string Name, double Observations, double Observed, double Expected);
