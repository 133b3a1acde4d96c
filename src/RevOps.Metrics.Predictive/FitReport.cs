namespace RevOps.Metrics.Predictive;

/// <summary>How the fit of a model went: what a reader must know before trusting its numbers.</summary>
/// <param name="Converged">True when the search ended at a maximum, not at its limit of steps.</param>
/// <param name="Iterations">The steps that the search took.</param>
/// <param name="LogLikelihood">The natural logarithm of the likelihood at the parameters found.</param>
/// <param name="Observations">How many customers, deals or points the model was fitted to.</param>
/// <param name="Parameters">The parameters found, in the model's usual order.</param>
/// <param name="Warnings">What is doubtful: a parameter at its limit, a likelihood that is nearly flat, observations that had to be left out. Empty when nothing is.</param>
public sealed record FitReport(
    bool Converged,
    int Iterations,
    double LogLikelihood,
    long Observations,
    ValueList<FittedParameter> Parameters,
    ValueList<string> Warnings)
{
    /// <summary>Akaike's information criterion: 2k - 2 log-likelihood, for k parameters. Less is better among models of the same observations.</summary>
    public double Aic => (2 * Parameters.Count) - (2 * LogLikelihood);

    /// <summary>The parameter of this name.</summary>
    /// <exception cref="KeyNotFoundException">The model has no such parameter.</exception>
    public FittedParameter this[string name] => Parameters.FirstOrDefault(parameter => parameter.Name == name)
        ?? throw new KeyNotFoundException($"The model has no parameter '{name}'; it has {string.Join(", ", Parameters.Select(parameter => parameter.Name))}.");
}
