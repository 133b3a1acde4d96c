using MathNet.Numerics.LinearAlgebra;

namespace RevOps.Metrics.Predictive;

/// <summary>A log-likelihood over the logarithms of its parameters, which keeps them positive and lets steps be relative.</summary>
/// <remarks>
/// Beyond the limits of a parameter it goes on from the limit and falls off quadratically, so that a search without limits turns back.
/// It remembers the best point asked for, so that a search that breaks off has not been for nothing.
/// </remarks>
internal sealed class LikelihoodSurface
{
    // Differences of values are good to about the cube root, of second order the fourth root, of the precision of a sum over many observations.
    private const double GradientStep = 1e-4;
    private const double HessianStep = 1e-3;

    private readonly LikelihoodProblem _problem;
    private readonly IProgress<double>? _progress;
    private readonly CancellationToken _cancellationToken;
    private readonly double[] _lower, _upper;
    private int _evaluations;

    public LikelihoodSurface(LikelihoodProblem problem, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        _problem = problem;
        _progress = progress;
        _cancellationToken = cancellationToken;
        _lower = [.. problem.Parameters.Select(parameter => Math.Log(parameter.Lower))];
        _upper = [.. problem.Parameters.Select(parameter => Math.Log(parameter.Upper))];
        Best = Vector<double>.Build.DenseOfEnumerable(problem.Parameters.Select(parameter => Math.Log(parameter.Start)));
        BestValue = Value(Best);
    }

    /// <summary>How many parameters there are.</summary>
    public int Dimensions => _lower.Length;

    /// <summary>The best point asked for so far, within the limits.</summary>
    public Vector<double> Best { get; private set; }

    /// <summary>The log-likelihood there.</summary>
    public double BestValue { get; private set; } = double.NegativeInfinity;

    /// <summary>The height of the surface: the log-likelihood, less outside the limits.</summary>
    public double Value(Vector<double> at)
    {
        (double[] natural, double penalty) = Within(at);
        double value = Evaluate(natural, []);
        Remember(at, value);
        return value - penalty;
    }

    /// <summary>The slope of the surface.</summary>
    public Vector<double> Gradient(Vector<double> at)
    {
        if (!_problem.HasGradient)
        {
            return Vector<double>.Build.Dense(Dimensions, i => (Value(Moved(at, i, GradientStep)) - Value(Moved(at, i, -GradientStep))) / (2 * GradientStep));
        }

        (double[] natural, _) = Within(at);
        double[] gradient = new double[Dimensions];
        double value = Evaluate(natural, gradient);
        Remember(at, value);
        return Vector<double>.Build.Dense(Dimensions, i => at[i] < _lower[i] || at[i] > _upper[i] ? PenaltySlope(at[i], i) : gradient[i] * natural[i]);
    }

    /// <summary>The curvature of the surface, from differences of the slope where the model gives it, else of the height.</summary>
    public Matrix<double> Hessian(Vector<double> at)
    {
        Matrix<double> hessian = _problem.HasGradient
            ? Matrix<double>.Build.DenseOfColumns(Enumerable.Range(0, Dimensions).Select(i => (Gradient(Moved(at, i, GradientStep)) - Gradient(Moved(at, i, -GradientStep))) / (2 * GradientStep)))
            : HessianOfValues(at);
        return (hessian + hessian.Transpose()) / 2;
    }

    /// <summary>The parameter's limit that a point touches: -1 the lower, 1 the upper, 0 none.</summary>
    public int LimitTouched(Vector<double> at, int parameter)
    {
        const double near = 0.05;
        return at[parameter] <= _lower[parameter] + near ? -1 : at[parameter] >= _upper[parameter] - near ? 1 : 0;
    }

    private static Vector<double> Moved(Vector<double> at, int parameter, double step)
    {
        Vector<double> moved = at.Clone();
        moved[parameter] += step;
        return moved;
    }

    private Matrix<double> HessianOfValues(Vector<double> at)
    {
        const double h = HessianStep;
        double here = Value(at);
        Matrix<double> hessian = Matrix<double>.Build.Dense(Dimensions, Dimensions);
        for (int i = 0; i < Dimensions; i++)
        {
            hessian[i, i] = (Value(Moved(at, i, h)) - (2 * here) + Value(Moved(at, i, -h))) / (h * h);
            for (int j = 0; j < i; j++)
            {
                double Corner(double one, double other) => Value(Moved(Moved(at, i, one), j, other));
                hessian[i, j] = hessian[j, i] = (Corner(h, h) - Corner(h, -h) - Corner(-h, h) + Corner(-h, -h)) / (4 * h * h);
            }
        }

        return hessian;
    }

    private double Evaluate(double[] natural, double[] gradient)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        double value = _problem.LogLikelihood(natural, gradient, _cancellationToken);
        _evaluations++;
        // How many steps it takes is not known; most fits take some tens of them.
        _progress?.Report(1 - (1 / (1 + (_evaluations / 20.0))));
        // A likelihood that cannot be told is as good as an impossible one, but the search needs a number to turn back from.
        return double.IsNaN(value) || value < -1e300 ? -1e300 : value;
    }

    private (double[] Natural, double Penalty) Within(Vector<double> at)
    {
        double[] natural = new double[Dimensions];
        double penalty = 0;
        for (int i = 0; i < natural.Length; i++)
        {
            double inside = Math.Clamp(at[i], _lower[i], _upper[i]);
            natural[i] = Math.Exp(inside);
            penalty += Weight * (at[i] - inside) * (at[i] - inside);
        }

        return (natural, penalty);
    }

    private double PenaltySlope(double at, int i) => -2 * Weight * (at - Math.Clamp(at, _lower[i], _upper[i]));

    private double Weight => _problem.Observations + 1.0;

    private void Remember(Vector<double> at, double value)
    {
        if (value <= BestValue) return;
        Best = Vector<double>.Build.Dense(Dimensions, i => Math.Clamp(at[i], _lower[i], _upper[i]));
        BestValue = value;
    }
}
