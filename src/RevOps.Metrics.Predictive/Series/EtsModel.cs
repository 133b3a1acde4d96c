namespace RevOps.Metrics.Predictive;

/// <summary>An ETS model of a series: exponential smoothing as a statistical model, with a likelihood and with ranges for what is to come.</summary>
/// <remarks>
/// <para>Level l, trend b and seasons s, moved by each period's error. With additive forms: forecast = l + phi b + s; e = value - forecast;
/// l' = l + phi b + alpha e; b' = phi b + beta e; s' = s + gamma e. So beta and gamma are shares of the error: see <see cref="SmoothingParameters"/>.</para>
/// <para>Fitted by maximum likelihood, starting states and all, within 0.0001 &lt;= alpha &lt;= 0.9999, 0.0001 &lt;= beta &lt;= alpha,
/// 0.0001 &lt;= gamma &lt;= 1 - alpha, 0.8 &lt;= phi &lt;= 0.98. The log-likelihood is printed as by R's ets and fable, without its constant -n/2 (1 + ln(2 pi / n)).</para>
/// <para>Missing: at the start, left out; at the end, part of the way to the forecast; between, the states go on without an error (the wider range of the
/// next value is not weighed in the likelihood). A form that multiplies takes values above zero only.</para>
/// <para>Source: Hyndman, Koehler, Ord and Snyder, Forecasting with Exponential Smoothing (2008); https://otexts.com/fpp3/ets.html; R, package forecast.</para>
/// </remarks>
public sealed partial class EtsModel
{
    private readonly int _missingAtEnd;
    private readonly int _first;
    private readonly EtsRun _run;
    private readonly int _seasonLength;

    private EtsModel(EtsForm form, SmoothingParameters parameters, SmoothingState start, EtsSample sample, SmoothingOptions given, EtsFit? fit)
    {
        (Form, Parameters, Start) = (form, parameters, start);
        (_missingAtEnd, _first, _seasonLength) = (sample.MissingAtEnd, sample.First, sample.SeasonLength);
        _run = new EtsRun(form, parameters, start, sample.Values);
        if (_run.ImpossibleAt is { } period)
        {
            throw new ArgumentException(
                $"{form} multiplies, and from this start it forecasts nothing above zero for period {period + sample.First + 1}: "
                + "give another start, or an additive form.", nameof(given));
        }

        if (!double.IsFinite(_run.LogLikelihood))
        {
            throw new ArgumentException($"The numbers are too large for {form}: give them in a larger unit, such as thousands.", nameof(given));
        }

        int n = _run.Observations, freedom = n - form.Parameters(sample.SeasonLength);
        Variance = _run.IsExact ? Estimate.Of(0) : freedom > 0
            ? Estimate.Of(_run.SumOfSquares / freedom)
            : Estimate.Undefined($"{n} observations leave nothing to measure the errors of {form.Parameters(sample.SeasonLength)} parameters by");
        List<string> warnings = [];
        List<FittedParameter> found = fit?.Describe(given.Start is null, warnings) ?? [];
        double variance = Variance.Value ?? (_run.SumOfSquares / n);
        found.Add(new FittedParameter("sigma2", variance, Estimate.Of(variance * Math.Sqrt(2.0 / n))) { Scale = ParameterScale.Logarithm });
        if (_run.IsExact) warnings.Add("the model meets every observation: its likelihood has no maximum, and its ranges have no width");
        if (sample.Values.Length > n) warnings.Add($"{sample.Values.Length - n} periods between observations are missing and were passed over");
        if (fit is { Converged: false }) warnings.Add("the search did not come to an end: allow more iterations");
        Report = new FitReport(fit?.Converged ?? true, fit?.Iterations ?? 0, _run.LogLikelihood, n, ValueList.From(found), ValueList.From(warnings));
    }

    /// <summary>Which of the models it is.</summary>
    public EtsForm Form { get; }

    /// <summary>How fast its states follow; beta and gamma as shares of the error.</summary>
    public SmoothingParameters Parameters { get; }

    /// <summary>The state before the first observation.</summary>
    public SmoothingState Start { get; }

    /// <summary>The state after the last observation.</summary>
    public SmoothingState End => _run.End;

    /// <summary>
    /// The variance of the errors (of the relative errors, where these multiply): their squares summed, over the observations less the parameters and
    /// starting states of the form, given or found. Undefined with too few observations.
    /// </summary>
    public Estimate Variance { get; }

    /// <summary>How the fit went; the parameters that were given are not among those found.</summary>
    public FitReport Report { get; }

    /// <summary>Akaike's criterion corrected for short series: AIC + 2k (k + 1) / (n - k - 1). Less is better among models of the same observations.</summary>
    public Estimate Aicc => Corrected(Report.LogLikelihood, Report.Parameters.Count, _run.Observations);

    /// <summary>The Bayesian criterion: k ln(n) - 2 log-likelihood.</summary>
    public double Bic => (Report.Parameters.Count * Math.Log(_run.Observations)) - (2 * Report.LogLikelihood);

    /// <summary>The forecast of each period of the history from those before it.</summary>
    public ValueList<Estimate> Fitted => ValueList.From(
        Enumerable.Repeat(Estimate.Undefined("nothing was observed before"), _first)
            .Concat(_run.Fitted.Select(Estimate.Of))
            .Concat(Enumerable.Repeat(Estimate.Undefined("nothing was observed after"), _missingAtEnd)));

    /// <summary>A model of this form for a series, of maximum likelihood in all that is not given.</summary>
    /// <param name="series">The series.</param>
    /// <param name="form">Which of the models: <c>EtsForm.Parse("AAdM")</c>.</param>
    /// <param name="given">Parameters and a starting state that are known; none unless said otherwise. With all of them given nothing is searched.</param>
    /// <param name="options">How long and how closely to search.</param>
    /// <param name="cancellationToken">To stop early.</param>
    /// <exception cref="ArgumentException">The series does not take the form: a value that is not above zero where something multiplies, too few observations,
    /// no season; or a parameter is given that the form has not, or one outside its range.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static EtsModel Fit(
        TimeSeries series, EtsForm form, SmoothingOptions? given = null, FitOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(series);
        given ??= new SmoothingOptions();
        if (Against(given, form, series.SeasonLength) is { } misfit) throw new ArgumentException(misfit, nameof(given));
        EtsSample sample = new(series);
        if (sample.Against(form, given) is { } reason) throw new ArgumentException($"{form} cannot be fitted: {reason}.", nameof(series));
        EtsFit fit = new(form, sample, given, options ?? new FitOptions(), cancellationToken);
        return Of(form, fit, sample, given);
    }

    internal static EtsModel Of(EtsForm form, EtsFit fit, EtsSample sample, SmoothingOptions given) =>
        new(form, fit.Parameters, given.Start ?? fit.Start, sample, given, fit);

    internal static Estimate Corrected(double logLikelihood, int parameters, int observations) => observations - parameters - 1 > 0
        ? Estimate.Of((2 * parameters) - (2 * logLikelihood) + (2.0 * parameters * (parameters + 1) / (observations - parameters - 1)))
        : Estimate.Undefined($"{observations} observations are too few to compare {parameters} parameters");

    private static string? Against(SmoothingOptions given, EtsForm form, int seasonLength)
    {
        if (given.Against(form.Trend, form.Seasonal, seasonLength) is { } misfit) return misfit;
        if (given.Alpha is not { } alpha) return null;
        return given.Beta > alpha
            ? FormattableString.Invariant($"Beta is {given.Beta} and alpha {alpha}: a share of the error, it is at most alpha. ")
                + "Holt's beta is to be multiplied by alpha first."
            : given.Gamma > 1 - alpha + 1e-12
            ? FormattableString.Invariant($"Gamma is {given.Gamma} and alpha {alpha}: a share of the error, it is at most 1 - alpha. ")
                + "Winters' gamma is to be multiplied by that first."
            : null;
    }
}
