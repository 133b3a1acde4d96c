using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace RevOps.Metrics.Predictive;

/// <summary>What the curvature of a log-likelihood at its maximum says about the parameters: their errors, and which of them it leaves open.</summary>
/// <remarks>
/// The covariance of the logarithms of the parameters is the inverse of the negative Hessian (the observed information); by the delta method
/// the standard error of a parameter is its value times that of its logarithm. At a maximum that equals the error from the Hessian in the
/// parameters themselves.
/// </remarks>
internal sealed class Curvature
{
    // Within a factor of e around its value, a parameter (or a direction of several) this flat changes the log-likelihood by less than 0.005.
    private const double FlatInformation = 0.01;

    // What is left of the curvature when it is drowned by the rounding of the sum.
    private const double FlatShare = 1e-10;

    private readonly LikelihoodSurface _surface;
    private readonly Vector<double> _at;
    private readonly ValueList<SearchedParameter> _parameters;
    private readonly List<string> _warnings = [];
    private readonly string?[] _undefined;

    private Curvature(LikelihoodSurface surface, Vector<double> at, ValueList<SearchedParameter> parameters)
    {
        _surface = surface;
        _at = at;
        _parameters = parameters;
        _undefined = new string?[parameters.Count];
    }

    /// <summary>The covariance of the logarithms; null where the likelihood is flat or a parameter at its limit.</summary>
    public Matrix<double>? LogCovariance { get; private set; }

    /// <summary>The parameters with their standard errors.</summary>
    public ValueList<FittedParameter> Parameters { get; private set; } = [];

    /// <summary>What is doubtful about them.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    public static Curvature At(LikelihoodSurface surface, Vector<double> maximum, ValueList<SearchedParameter> parameters)
    {
        Curvature curvature = new(surface, maximum, parameters);
        curvature.Measure();
        return curvature;
    }

    private void Measure()
    {
        int[] free = [.. Enumerable.Range(0, _parameters.Count).Where(IsFree)];
        double[] variances = new double[_parameters.Count];
        if (free.Length > 0) MeasureFree(free, variances);
        Parameters = ValueList.From(_parameters.Select((parameter, i) =>
        {
            double value = Math.Exp(_at[i]);
            double relative = Math.Sqrt(variances[i]);
            if (_undefined[i] is null && relative > 1)
            {
                _warnings.Add(Text($"{parameter.Name} is weakly identified: its standard error is {relative:0.0} times its value of {value:G4}. Judge the fit by its log-likelihood and its predictions, not by this parameter."));
            }

            return new FittedParameter(parameter.Name, value, _undefined[i] is { } reason ? Estimate.Undefined(reason) : Estimate.Of(value * relative)) { Scale = ParameterScale.Logarithm };
        }));
    }

    private bool IsFree(int i)
    {
        int limit = _surface.LimitTouched(_at, i);
        if (limit == 0) return true;
        string name = _parameters[i].Name;
        string way = limit < 0 ? "ran to zero" : "grew without limit";
        _undefined[i] = $"{name} {way}: the likelihood has no maximum within reach";
        _warnings.Add(Text($"{name} {way}, to {Math.Exp(_at[i]):G3}, where the search ends: the observations do not determine it."));
        return false;
    }

    private void MeasureFree(int[] free, double[] variances)
    {
        Matrix<double> whole = _surface.Hessian(_at);
        Matrix<double> information = Matrix<double>.Build.Dense(free.Length, free.Length, (i, j) => -whole[free[i], free[j]]);
        Evd<double> directions = information.Evd(Symmetricity.Symmetric);
        double[] strengths = [.. directions.EigenValues.Select(value => value.Real)];
        double flat = Math.Max(FlatInformation, FlatShare * strengths.Max());
        bool isFlat = false;
        for (int k = 0; k < free.Length; k++)
        {
            Vector<double> direction = directions.EigenVectors.Column(k);
            if (strengths[k] < flat)
            {
                isFlat = true;
                TellFlat([.. free.Where((_, i) => Math.Abs(direction[i]) > 0.1).Where(i => _undefined[i] is null)]);
                continue;
            }

            for (int i = 0; i < free.Length; i++) variances[free[i]] += direction[i] * direction[i] / strengths[k];
        }

        if (isFlat || free.Length < _parameters.Count) return;
        LogCovariance = Matrix<double>.Build.Dense(free.Length, free.Length, (i, j) => Enumerable.Range(0, free.Length)
            .Sum(k => directions.EigenVectors[i, k] * directions.EigenVectors[j, k] / strengths[k]));
    }

    private void TellFlat(int[] parameters)
    {
        if (parameters.Length == 0) return;
        string names = string.Join(" and ", parameters.Select(i => _parameters[i].Name));
        string together = parameters.Length > 1 ? " together" : "";
        foreach (int i in parameters) _undefined[i] = $"the likelihood is nearly flat in {names}{together}";
        _warnings.Add($"The likelihood is nearly flat in {names}{together}: other values fit as well, and the observations do not tell them apart.");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
