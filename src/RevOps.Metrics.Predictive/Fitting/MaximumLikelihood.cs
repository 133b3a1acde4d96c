using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;
using MathNet.Numerics.Optimization;

namespace RevOps.Metrics.Predictive;

/// <summary>Finds the parameters under which the observations are most likely: the one search of all models.</summary>
/// <remarks>
/// BFGS over the logarithms of the parameters; where it breaks off, Nelder-Mead from the best point so far, and BFGS again; then Newton's steps,
/// which bring the point to the precision of the likelihood itself. It has converged when one more Newton step could not gain more than
/// <see cref="FitOptions.Tolerance"/> of the log-likelihood. Nothing in it is random, and the start is the model's.
/// </remarks>
internal static class MaximumLikelihood
{
    private const int NewtonSteps = 30;

    /// <summary>The maximum, with the errors of the parameters and what is doubtful about them.</summary>
    /// <exception cref="OperationCanceledException">The token asked to stop.</exception>
    public static MaximumLikelihoodFit Fit(LikelihoodProblem problem, FitOptions? options, CancellationToken cancellationToken)
    {
        options ??= new FitOptions();
        LikelihoodSurface surface = new(problem, options.Progress, cancellationToken);
        int iterations = Climb(surface, problem, options);
        (bool converged, int steps) = Polish(surface, options, iterations);
        if (!converged && iterations < options.MaximumIterations)
        {
            iterations += Search(surface, problem, options, new NelderMeadSimplex(1e-9, options.MaximumIterations));
            iterations += Climb(surface, problem, options);
            (converged, int more) = Polish(surface, options, iterations);
            steps += more;
        }

        Vector<double> maximum = surface.Best;
        Curvature curvature = Curvature.At(surface, maximum, problem.Parameters);
        List<string> warnings = [.. problem.Warnings, .. curvature.Warnings];
        if (!converged)
        {
            warnings.Insert(0, string.Create(CultureInfo.InvariantCulture, $"The search ended after {iterations + steps} steps before it reached a maximum: raise MaximumIterations, or doubt that these observations determine the model."));
        }

        options.Progress?.Report(1);
        FitReport report = new(converged, iterations + steps, surface.BestValue, problem.Observations, curvature.Parameters, [.. warnings]);
        return new(report, curvature.LogCovariance);
    }

    private static int Climb(LikelihoodSurface surface, LikelihoodProblem problem, FitOptions options) =>
        Search(surface, problem, options, new BfgsMinimizer(1e-7, 1e-9, options.Tolerance, Math.Max(1, options.MaximumIterations)));

    private static int Search(LikelihoodSurface surface, LikelihoodProblem problem, FitOptions options, IUnconstrainedMinimizer minimizer)
    {
        // Per observation, so that the first step along the slope is of a sensible length however many there are.
        double scale = 1.0 / Math.Max(1, problem.Observations);
        IObjectiveFunction objective = minimizer is BfgsMinimizer
            ? ObjectiveFunction.Gradient(at => -scale * surface.Value(at), at => -scale * surface.Gradient(at))
            : ObjectiveFunction.Value(at => -scale * surface.Value(at));
        try
        {
            return minimizer.FindMinimum(objective, surface.Best).Iterations;
        }
        catch (MaximumIterationsException)
        {
            return options.MaximumIterations;
        }
        catch (OptimizationException)
        {
            // Its line search found no better point; the surface has kept the best one.
            return 1;
        }
    }

    private static (bool Converged, int Steps) Polish(LikelihoodSurface surface, FitOptions options, int before)
    {
        int limit = Math.Clamp(options.MaximumIterations - before, 0, NewtonSteps);
        for (int step = 0; step < limit; step++)
        {
            Vector<double> at = surface.Best;
            double here = surface.BestValue;
            Vector<double> gradient = surface.Gradient(at);
            // What would leave through a limit has come as far as it can.
            for (int i = 0; i < at.Count; i++) if (surface.LimitTouched(at, i) * gradient[i] > 0) gradient[i] = 0;
            Vector<double> uphill = NewtonStep(surface, at, gradient, out double gain);
            double enough = Math.Max(options.Tolerance, 1e-13) * (Math.Abs(here) + 1);
            if (gain <= enough) return (true, step);
            // Longer steps than these have left the region where the curvature tells anything.
            double length = uphill.AbsoluteMaximum();
            if (length > 2) uphill *= 2 / length;
            bool better = false;
            for (int halving = 0; halving < 12 && !better; halving++)
            {
                better = surface.Value(at + uphill) > here;
                uphill /= 2;
            }

            // Where even a small step along the slope brings nothing, what the slope promises is below the rounding of the sum.
            if (!better) return (gain <= 1e-9 * (Math.Abs(here) + 1), step);
        }

        return (false, limit);
    }

    /// <summary>The step to the top of the parabola that slope and curvature describe; uphill in directions in which it has no top.</summary>
    private static Vector<double> NewtonStep(LikelihoodSurface surface, Vector<double> at, Vector<double> gradient, out double gain)
    {
        Evd<double> directions = (-surface.Hessian(at)).Evd(Symmetricity.Symmetric);
        Vector<double> step = Vector<double>.Build.Dense(at.Count);
        double floor = 1e-9 * Math.Max(1e-3, directions.EigenValues.Max(value => Math.Abs(value.Real)));
        gain = 0;
        for (int k = 0; k < at.Count; k++)
        {
            Vector<double> direction = directions.EigenVectors.Column(k);
            double strength = Math.Max(Math.Abs(directions.EigenValues[k].Real), floor);
            double slope = direction.DotProduct(gradient);
            step += slope / strength * direction;
            gain += slope * slope / strength / 2;
        }

        return step;
    }
}
