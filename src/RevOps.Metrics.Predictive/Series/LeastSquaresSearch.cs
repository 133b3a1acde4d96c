using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace RevOps.Metrics.Predictive;

/// <summary>Finds the smoothing parameters of the least sum of squared errors. At most four, so MathNet's simplex is quick enough.</summary>
internal sealed class LeastSquaresSearch
{
    private readonly SeasonalForm _seasonal;
    private readonly SmoothingOptions _given;
    private readonly SmoothingState _start;
    private readonly double[] _y;
    private readonly double[] _fitted;
    private readonly bool[] _exists;
    private readonly int _observations;
    private readonly double _scale;

    public LeastSquaresSearch(TrendForm trend, SeasonalForm seasonal, SmoothingOptions given, SmoothingStart start, EtsSample sample)
    {
        (_seasonal, _given, _start) = (seasonal, given, start.State);
        _y = sample.Values[start.Used..].ToArray();
        _fitted = new double[_y.Length];
        _exists = [true, trend != TrendForm.None, seasonal != SeasonalForm.None, trend == TrendForm.Damped];
        _observations = _y.Count(value => !double.IsNaN(value));
        _scale = EtsScale.Of(default, sample.Values).Scale;
    }

    public (SmoothingParameters Parameters, FitReport Report) Run(FitOptions options, CancellationToken cancellationToken)
    {
        double?[] given = [_given.Alpha, _given.Beta, _given.Gamma, _given.Phi];
        int[] free = [.. Enumerable.Range(0, 4).Where(i => _exists[i] && given[i] is null)];
        double[] best = [.. free.Select(_ => Math.PI / 4)];
        double least = double.PositiveInfinity;
        int steps = 0;
        bool converged = true;
        double At(Vector<double> angles)
        {
            cancellationToken.ThrowIfCancellationRequested();
            double squares = Squares(Parameters(given, free, angles)) / (_scale * _scale);
            if (squares < least)
            {
                least = squares;
                best = [.. angles];
            }

            return double.IsFinite(squares) ? squares : double.MaxValue;
        }

        if (free.Length > 0)
        {
            foreach (double share in (ReadOnlySpan<double>)[0.1, 0.5, 0.9])
            {
                Vector<double> from = Vector<double>.Build.Dense(free.Length, i => Math.Asin(Math.Sqrt(free[i] == 0 ? share : free[i] == 3 ? 0.9 : 0.1)));
                try
                {
                    MinimizationResult found = new NelderMeadSimplex(1e-14, options.MaximumIterations).FindMinimum(ObjectiveFunction.Value(At), from);
                    steps += found.Iterations;
                }
                catch (MaximumIterationsException)
                {
                    (converged, steps) = (false, steps + options.MaximumIterations);
                }
            }
        }

        SmoothingParameters parameters = Parameters(given, free, Vector<double>.Build.DenseOfArray(best));
        double sum = Squares(parameters);
        double floor = _observations * Math.Pow(EtsScale.Rounding * _scale, 2);
        double logLikelihood = -0.5 * _observations * Math.Log(Math.Max(sum, floor));
        if (!double.IsFinite(logLikelihood)) throw new InvalidOperationException("The numbers are too large: give them in a larger unit, such as thousands.");
        string[] names = ["alpha", "beta", "gamma", "phi"];
        double?[] values = [parameters.Alpha, parameters.Beta, parameters.Gamma, parameters.Phi];
        Estimate noError = Estimate.Undefined("least squares of a method are no likelihood of a model: fit an EtsModel for standard errors");
        List<string> warnings = [];
        if (!converged) warnings.Add("the search did not come to an end: allow more iterations");
        if (sum <= floor) warnings.Add("the method meets every observation: its ranges have no width");
        if (_y.Length > _observations) warnings.Add($"{_y.Length - _observations} periods between observations are missing and were passed over");
        return (parameters, new FitReport(converged, steps, logLikelihood, _observations,
            ValueList.From(free.Select(i => new FittedParameter(names[i], values[i]!.Value, noError))), ValueList.From(warnings)));
    }

    private double Squares(SmoothingParameters parameters) => ExponentialSmoothing.Smooth(_seasonal, parameters, _start, _y, _fitted, out _);

    /// <summary>Each parameter is sin^2 of its angle, so that 0 and 1, where the best ones often lie, are no walls.</summary>
    private SmoothingParameters Parameters(double?[] given, int[] free, Vector<double> angles)
    {
        double? Value(int i) => !_exists[i] ? null : given[i] ?? Math.Pow(Math.Sin(angles[Array.IndexOf(free, i)]), 2);
        return new SmoothingParameters(Value(0)!.Value, Value(1), Value(2), Value(3));
    }
}
