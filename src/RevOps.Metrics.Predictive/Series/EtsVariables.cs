namespace RevOps.Metrics.Predictive;

/// <summary>The likelihood of an ETS form over variables that have no limits, of which parameters and starting states are made.</summary>
/// <remarks>
/// A parameter is its lower limit plus the range times sin^2 of a variable, so that a best value at a limit, common here, is an ordinary minimum. Limits as in R
/// and fable: 0.0001 to 0.9999, beta up to alpha, gamma up to 1 - alpha, phi 0.8 to 0.98.
/// </remarks>
internal sealed class EtsVariables
{
    private const double Least = 1e-4, Most = 0.9999, LeastPhi = 0.8, MostPhi = 0.98;

    // What a step of 1 of the search means for each kind of variable, so that they bend the likelihood about alike.
    private const double TrendUnit = 0.1, SeasonUnit = 0.5;

    private readonly EtsForm _form;
    private readonly SmoothingOptions _given;
    private readonly EtsLikelihood _likelihood;
    private readonly int _season;
    private readonly double[] _arguments;
    private readonly double[] _guess = [];
    private readonly double[] _byArgument;
    private readonly double[] _sines = new double[4];
    private readonly bool[] _free = new bool[4];
    private readonly bool _freeStart;

    /// <param name="form">The form.</param>
    /// <param name="y">The series in units of the search.</param>
    /// <param name="season">The length of the season; 1 without seasons.</param>
    /// <param name="given">What is not to be found; its starting state in units of the search.</param>
    /// <param name="leastSumOfSquares">What is not told from an exact fit.</param>
    public EtsVariables(EtsForm form, double[] y, int season, SmoothingOptions given, double leastSumOfSquares)
    {
        (_form, _given, _season) = (form, given, season);
        _likelihood = new EtsLikelihood(form, y, season, leastSumOfSquares);
        _arguments = new double[EtsLikelihood.Seasons + season];
        _byArgument = new double[_arguments.Length];
        _free[EtsLikelihood.Alpha] = given.Alpha is null;
        _free[EtsLikelihood.Beta] = form.HasTrend && given.Beta is null;
        _free[EtsLikelihood.Gamma] = form.HasSeasons && given.Gamma is null;
        _free[EtsLikelihood.Phi] = form.IsDamped && given.Phi is null;
        _freeStart = given.Start is null;
        Dimension = _free.Count(free => free) + (_freeStart ? 1 + (form.HasTrend ? 1 : 0) + (form.HasSeasons ? season - 1 : 0) : 0);
        if (given.Start is { } start)
        {
            _arguments[EtsLikelihood.Level] = start.Level;
            _arguments[EtsLikelihood.Trend] = start.Trend ?? 0;
            start.Seasonal.AsSpan().CopyTo(_arguments.AsSpan(EtsLikelihood.Seasons));
        }
        else
        {
            EtsStart.Guess(form, y, season, out _arguments[EtsLikelihood.Level], out _arguments[EtsLikelihood.Trend], _arguments.AsSpan(EtsLikelihood.Seasons));
            _guess = [.. _arguments];
        }
    }

    /// <summary>How many variables there are.</summary>
    public int Dimension { get; }

    /// <summary>The likelihood, for what else is asked of it at the end.</summary>
    public EtsLikelihood Likelihood => _likelihood;

    /// <summary>The parameters and starting states at the variables asked last, as <see cref="EtsLikelihood"/> takes them.</summary>
    public ReadOnlySpan<double> Arguments => _arguments;

    /// <summary>Whether a parameter, by its place, is searched for.</summary>
    public bool IsFree(int parameter) => _free[parameter];

    /// <summary>Whether a parameter that was searched for ended at one of its limits.</summary>
    public bool IsAtLimit(int parameter) => _free[parameter] && Limits(parameter) is var (low, high)
        && (_arguments[parameter] - low <= 1e-5 * (high - low) || high - _arguments[parameter] <= 1e-5 * (high - low));

    /// <summary>Variables to start from: parameters at these shares of their ranges, and the starting states guessed.</summary>
    public void StartAt(double alpha, double beta, double phi, Span<double> variables)
    {
        int next = 0;
        ReadOnlySpan<double> shares = [alpha, beta, 0.1, phi];
        for (int i = 0; i < 4; i++)
        {
            if (_free[i]) variables[next++] = Math.Asin(Math.Sqrt(shares[i]));
        }

        if (!_freeStart) return;
        variables[next++] = _guess[EtsLikelihood.Level];
        if (_form.HasTrend) variables[next++] = _guess[EtsLikelihood.Trend] / TrendUnit;
        if (!_form.HasSeasons) return;
        for (int k = 0; k < _season - 1; k++) variables[next++] = _guess[EtsLikelihood.Seasons + k] / SeasonUnit;
    }

    /// <summary>The value to make least.</summary>
    public double Evaluate(ReadOnlySpan<double> variables)
    {
        int next = 0;
        for (int i = 0; i < 4; i++)
        {
            double sine = _free[i] ? Math.Sin(variables[next++]) : 0;
            _sines[i] = sine * sine;
        }

        SetParameters(_sines[0], _sines[1], _sines[2], _sines[3]);
        if (_freeStart)
        {
            _arguments[EtsLikelihood.Level] = variables[next++];
            if (_form.HasTrend) _arguments[EtsLikelihood.Trend] = variables[next++] * TrendUnit;
            if (_form.HasSeasons)
            {
                double rest = _form.Seasonal == SeasonalForm.Multiplicative ? _season : 0;
                for (int k = 0; k < _season - 1; k++)
                {
                    _arguments[EtsLikelihood.Seasons + k] = variables[next] * SeasonUnit;
                    rest -= variables[next++] * SeasonUnit;
                }

                _arguments[EtsLikelihood.Seasons + _season - 1] = rest;
            }
        }

        return _likelihood.Value(_arguments);
    }

    /// <summary>The gradient by the variables, where they were evaluated last.</summary>
    public void Gradient(ReadOnlySpan<double> variables, Span<double> gradient)
    {
        Span<double> by = _byArgument;
        _likelihood.Gradient(by);

        // Beta and gamma move with alpha, which is one of their limits.
        if (_free[EtsLikelihood.Beta] && _arguments[EtsLikelihood.Alpha] > Least) by[EtsLikelihood.Alpha] += by[EtsLikelihood.Beta] * _sines[EtsLikelihood.Beta];
        if (_free[EtsLikelihood.Gamma] && 1 - _arguments[EtsLikelihood.Alpha] > Least) by[EtsLikelihood.Alpha] -= by[EtsLikelihood.Gamma] * _sines[EtsLikelihood.Gamma];
        int next = 0;
        for (int i = 0; i < 4; i++)
        {
            if (!_free[i]) continue;
            (double low, double high) = Limits(i);
            gradient[next] = by[i] * (high - low) * Math.Sin(2 * variables[next]);
            next++;
        }

        if (!_freeStart) return;
        gradient[next++] = by[EtsLikelihood.Level];
        if (_form.HasTrend) gradient[next++] = by[EtsLikelihood.Trend] * TrendUnit;
        if (!_form.HasSeasons) return;
        double last = by[EtsLikelihood.Seasons + _season - 1];
        for (int k = 0; k < _season - 1; k++) gradient[next++] = (by[EtsLikelihood.Seasons + k] - last) * SeasonUnit;
    }

    private void SetParameters(double alpha, double beta, double gamma, double phi)
    {
        Set(EtsLikelihood.Alpha, _given.Alpha, alpha, true);
        Set(EtsLikelihood.Beta, _given.Beta, beta, _form.HasTrend);
        Set(EtsLikelihood.Gamma, _given.Gamma, gamma, _form.HasSeasons);
        Set(EtsLikelihood.Phi, _form.HasTrend && !_form.IsDamped ? 1 : _given.Phi, phi, _form.HasTrend);
    }

    private void Set(int parameter, double? given, double share, bool exists)
    {
        (double low, double high) = Limits(parameter);
        _arguments[parameter] = !exists ? 0 : given ?? low + ((high - low) * share);
    }

    private (double Low, double High) Limits(int parameter) => parameter switch
    {
        EtsLikelihood.Alpha => (Least, Most),
        EtsLikelihood.Beta => (Math.Min(Least, _arguments[EtsLikelihood.Alpha]), _arguments[EtsLikelihood.Alpha]),
        EtsLikelihood.Gamma => (Math.Min(Least, 1 - _arguments[EtsLikelihood.Alpha]), 1 - _arguments[EtsLikelihood.Alpha]),
        _ => (LeastPhi, MostPhi),
    };
}
