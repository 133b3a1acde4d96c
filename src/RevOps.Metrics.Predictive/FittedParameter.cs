namespace RevOps.Metrics.Predictive;

/// <summary>A parameter that was fitted.</summary>
/// <param name="Name">Its name in the literature: "alpha".</param>
/// <param name="Value">The value found.</param>
/// <param name="StandardError">Its standard error, from the curvature of the log-likelihood at the maximum; undefined, with the reason, where that is flat or at a limit.</param>
public sealed record FittedParameter(string Name, double Value, Estimate StandardError);
