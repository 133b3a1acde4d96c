namespace RevOps.Metrics.Predictive;

/// <summary>Finds the parameters and starting states of one ETS form that make a series likeliest.</summary>
/// <remarks>From several starts: a series may be met about as well by a level that moves fast and by a trend that does, with a hollow between.</remarks>
internal static class EtsSearch
{
    // How closely the ways from the several starts are followed, before the best of them is gone to its end.
    private const double Rough = 1e-5;
    private const int RoughIterations = 40;

    // Where the best of a series usually lies: a level that hardly moves, that moves slowly, or that follows; a trend that holds or that turns.
    private static readonly (double Alpha, double Beta, double Phi)[] LevelStarts = [(0.003, 0, 0), (0.2, 0, 0), (0.7, 0, 0)];
    private static readonly (double Alpha, double Beta, double Phi)[] TrendStarts = [(0.003, 0.05, 0.95), (0.1, 0.9, 0.7), (0.35, 0.05, 0.6), (0.8, 0.4, 0.7)];

    /// <summary>Leaves the variables evaluated at the best that was found.</summary>
    public static EtsOptimum Run(EtsForm form, EtsVariables variables, FitOptions options, CancellationToken cancellationToken)
    {
        if (variables.Dimension == 0) return new EtsOptimum(variables.Evaluate([]), 0, true);
        double[] trial = new double[variables.Dimension], place = new double[variables.Dimension];
        EtsOptimum best = new(double.PositiveInfinity, 0, false);
        FitOptions rough = options with { Tolerance = Math.Max(options.Tolerance, Rough), MaximumIterations = Math.Min(options.MaximumIterations, RoughIterations) };
        int steps = 0;
        foreach ((double alpha, double beta, double phi) in form.HasTrend ? TrendStarts : LevelStarts)
        {
            variables.StartAt(alpha, beta, phi, trial);
            EtsOptimum found = QuasiNewton.Minimise(variables, trial, rough, cancellationToken);
            steps += found.Iterations;
            if (!(found.Value < best.Value)) continue;
            best = found;
            trial.CopyTo(place, 0);
        }

        if (!double.IsFinite(best.Value)) return best;
        EtsOptimum optimum = QuasiNewton.Minimise(variables, place, options, cancellationToken);
        variables.Evaluate(place);
        return optimum with { Iterations = steps + optimum.Iterations };
    }
}
