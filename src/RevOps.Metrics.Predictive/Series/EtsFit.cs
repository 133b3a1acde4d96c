using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace RevOps.Metrics.Predictive;

/// <summary>One form fitted to one series, as the search left it: enough to compare it with others, and to make a model of the best.</summary>
internal sealed class EtsFit
{
    private static readonly string[] Names = ["alpha", "beta", "gamma", "phi"];

    private readonly EtsVariables _variables;
    private readonly EtsOptimum _optimum;
    private readonly EtsScale _scale;
    private readonly EtsForm _form;
    private readonly int _season;

    public EtsFit(EtsForm form, EtsSample sample, SmoothingOptions given, FitOptions options, CancellationToken cancellationToken)
    {
        _form = form;
        _season = form.HasSeasons ? sample.SeasonLength : 1;
        _scale = EtsScale.Of(form, sample.Values);
        double[] y = new double[sample.Values.Length];
        for (int t = 0; t < y.Length; t++) y[t] = (sample.Values[t] - _scale.Location) / _scale.Scale;
        SmoothingOptions scaled = given.Start is null ? given : given with { Start = _scale.ToSearch(given.Start, form.Seasonal) };
        double least = (_scale with { Scale = 1 }).LeastSumOfSquares(form, sample.Observations);
        _variables = new EtsVariables(form, y, _season, scaled, least);
        _optimum = EtsSearch.Run(form, _variables, options, cancellationToken);
        LogLikelihood = -_optimum.Value - (sample.Observations * Math.Log(_scale.Scale));
        Found = _variables.Dimension + 1;
    }

    public double LogLikelihood { get; }

    /// <summary>How many parameters were found, the variance included.</summary>
    public int Found { get; }

    public bool Exists => double.IsFinite(LogLikelihood);

    public int Iterations => _optimum.Iterations;

    public bool Converged => _optimum.Converged;

    public SmoothingParameters Parameters => new(
        _variables.Arguments[EtsLikelihood.Alpha],
        _form.HasTrend ? _variables.Arguments[EtsLikelihood.Beta] : null,
        _form.HasSeasons ? _variables.Arguments[EtsLikelihood.Gamma] : null,
        _form.IsDamped ? _variables.Arguments[EtsLikelihood.Phi] : null);

    public SmoothingState Start
    {
        get
        {
            double unit = _form.Seasonal == SeasonalForm.Multiplicative ? 1 : _scale.Scale;
            ReadOnlySpan<double> found = _variables.Arguments;
            double[] seasons = _form.HasSeasons ? found[EtsLikelihood.Seasons..].ToArray() : [];
            for (int k = 0; k < seasons.Length; k++) seasons[k] *= unit;
            return new SmoothingState(
                (found[EtsLikelihood.Level] * _scale.Scale) + _scale.Location,
                _form.HasTrend ? found[EtsLikelihood.Trend] * _scale.Scale : null,
                ValueList.Create<double>(seasons));
        }
    }

    /// <summary>The parameters found, with their standard errors, and what is doubtful about them.</summary>
    public List<FittedParameter> Describe(bool freeStart, List<string> warnings)
    {
        List<(string Name, int Argument, double Unit, bool AtLimit)> found = [];
        for (int i = 0; i < Names.Length; i++)
        {
            if (!_variables.IsFree(i)) continue;
            bool atLimit = _variables.IsAtLimit(i);
            found.Add((Names[i], i, 1, atLimit));
            if (atLimit) warnings.Add(FormattableString.Invariant($"{Names[i]} lies at a limit of its range, {_variables.Arguments[i]:G6}"));
        }

        if (freeStart)
        {
            found.Add(("l", EtsLikelihood.Level, _scale.Scale, false));
            if (_form.HasTrend) found.Add(("b", EtsLikelihood.Trend, _scale.Scale, false));
            for (int k = 0; _form.HasSeasons && k < _season - 1; k++)
            {
                found.Add((FormattableString.Invariant($"s{k + 1}"), EtsLikelihood.Seasons + k, _form.Seasonal == SeasonalForm.Multiplicative ? 1 : _scale.Scale, false));
            }
        }

        Estimate[] errors = StandardErrors([.. found.Where(parameter => !parameter.AtLimit).Select(parameter => parameter.Argument)]);
        List<FittedParameter> described = [];
        int inside = 0;
        foreach ((string name, int argument, double unit, bool atLimit) in found)
        {
            double location = argument == EtsLikelihood.Level ? _scale.Location : 0;
            Estimate error = atLimit ? Estimate.Undefined($"{name} lies at a limit of its range") : errors[inside++];
            if (error.IsDefined) error = Estimate.Of(error.Value.Value * unit);
            described.Add(new FittedParameter(name, (_variables.Arguments[argument] * unit) + location, error));
        }

        return described;
    }

    /// <summary>From the curvature of the likelihood, as differences of its gradient.</summary>
    private Estimate[] StandardErrors(int[] arguments)
    {
        int n = arguments.Length;
        if (n == 0) return [];
        double[] at = _variables.Arguments.ToArray(), up = new double[at.Length], down = new double[at.Length];
        Matrix<double> curvature = Matrix<double>.Build.Dense(n, n);
        for (int i = 0; i < n; i++)
        {
            double step = 1e-5 * Math.Max(Math.Abs(at[arguments[i]]), 0.1), before = at[arguments[i]];
            bool possible = GradientAt(at, arguments[i], step, up) & GradientAt(at, arguments[i], -step, down);
            if (!possible) return [.. Enumerable.Repeat(Estimate.Undefined("the model does not exist right beside the maximum"), n)];
            for (int j = 0; j < n; j++) curvature[j, i] = (By(up, arguments[j]) - By(down, arguments[j])) / (2 * step);
        }

        Evd<double> parts = ((curvature + curvature.Transpose()) / 2).Evd(Symmetricity.Symmetric);
        double[] bends = [.. parts.EigenValues.Select(value => value.Real)];
        if (!(bends.Min() > 1e-10 * Math.Max(bends.Max(), 1))) return [.. Enumerable.Repeat(Estimate.Undefined("the likelihood is flat at its maximum"), n)];
        Estimate[] errors = new Estimate[n];
        for (int i = 0; i < n; i++)
        {
            double variance = 0;
            for (int j = 0; j < n; j++) variance += parts.EigenVectors[i, j] * parts.EigenVectors[i, j] / bends[j];
            errors[i] = Estimate.Of(Math.Sqrt(variance));
        }

        return errors;
    }

    private bool GradientAt(double[] at, int argument, double step, double[] gradient)
    {
        int last = EtsLikelihood.Seasons + _season - 1;
        bool isSeason = argument >= EtsLikelihood.Seasons;
        double own = at[argument], other = at[last];
        at[argument] += step;
        if (isSeason) at[last] -= step;
        bool possible = double.IsFinite(_variables.Likelihood.Value(at));
        if (possible) _variables.Likelihood.Gradient(gradient);
        (at[argument], at[last]) = isSeason ? (own, other) : (own, argument == last ? own : other);
        return possible;
    }

    private double By(double[] gradient, int argument) =>
        argument >= EtsLikelihood.Seasons ? gradient[argument] - gradient[EtsLikelihood.Seasons + _season - 1] : gradient[argument];
}
