namespace RevOps.Metrics.Predictive;

/// <summary>How long and how closely the parameters of a model are searched for. The same observations and options give the same fit.</summary>
public sealed record FitOptions
{
    /// <summary>The steps after which the search gives up and reports that it has not converged.</summary>
    public int MaximumIterations { get; init; } = 2_000;

    /// <summary>The change of the log-likelihood, relative to its size, below which the search has converged.</summary>
    public double Tolerance { get; init; } = 1e-12;

    /// <summary>How many threads work on one fit; all processors unless said otherwise. It does not change the result.</summary>
    public int? Threads { get; init; }

    /// <summary>Told the share of the work done, 0 to 1, now and then.</summary>
    public IProgress<double>? Progress { get; init; }
}
