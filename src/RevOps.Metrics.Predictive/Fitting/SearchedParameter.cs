namespace RevOps.Metrics.Predictive;

/// <summary>A positive parameter to be searched for.</summary>
/// <param name="Name">Its name in the literature.</param>
/// <param name="Start">Where the search starts.</param>
/// <param name="Lower">The least value; reaching it is reported as a parameter that runs to zero.</param>
/// <param name="Upper">The greatest value; reaching it is reported as a parameter that grows without limit.</param>
internal readonly record struct SearchedParameter(string Name, double Start, double Lower = 1e-8, double Upper = 1e8);
