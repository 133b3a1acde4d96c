namespace RevOps.Metrics.Predictive;

/// <summary>The log-likelihood of all observations at given parameters.</summary>
/// <param name="parameters">The parameters in their natural scale, all above zero.</param>
/// <param name="gradient">Where its derivatives by the parameters go; empty when only the value is asked for, or the likelihood has no derivatives.</param>
/// <param name="cancellationToken">Stops the sum over the observations.</param>
/// <returns>The natural logarithm; negative infinity where the observations are impossible.</returns>
internal delegate double LogLikelihood(ReadOnlySpan<double> parameters, Span<double> gradient, CancellationToken cancellationToken);
