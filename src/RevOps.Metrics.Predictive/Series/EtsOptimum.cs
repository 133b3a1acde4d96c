namespace RevOps.Metrics.Predictive;

/// <summary>Where a search ended.</summary>
/// <param name="Value">Minus the log-likelihood in units of the search.</param>
/// <param name="Iterations">The steps it took.</param>
/// <param name="Converged">Whether it ended at a minimum.</param>
internal readonly record struct EtsOptimum(double Value, int Iterations, bool Converged);
