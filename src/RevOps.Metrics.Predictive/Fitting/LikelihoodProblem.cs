namespace RevOps.Metrics.Predictive;

/// <summary>What the search for the parameters of a model needs to know of it.</summary>
internal sealed record LikelihoodProblem
{
    /// <summary>The parameters, in the model's usual order.</summary>
    public required ValueList<SearchedParameter> Parameters { get; init; }

    /// <summary>The log-likelihood.</summary>
    public required LogLikelihood LogLikelihood { get; init; }

    /// <summary>True when the log-likelihood gives its derivatives; without, they are taken from differences.</summary>
    public bool HasGradient { get; init; }

    /// <summary>How many customers, deals or points there are.</summary>
    public required long Observations { get; init; }

    /// <summary>What was doubtful about the observations already: the report repeats it.</summary>
    public ValueList<string> Warnings { get; init; } = [];
}
