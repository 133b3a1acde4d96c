namespace RevOps.Metrics.Predictive;

/// <summary>What customers of an age do in one period, as shares of the MRR with which they open it.</summary>
/// <param name="FirstAge">The first age: 1 is the period after that of acquisition.</param>
/// <param name="LastAge">The last age; null where all older customers are in it too.</param>
/// <param name="Watched">How many customers were watched through a period at these ages, one for each period.</param>
/// <param name="Churn">The share that left or was suspended.</param>
/// <param name="Contraction">The share taken off by those who stayed.</param>
/// <param name="Expansion">The share added.</param>
public sealed record AgeRates(int FirstAge, int? LastAge, int Watched, double Churn, double Contraction, double Expansion);
