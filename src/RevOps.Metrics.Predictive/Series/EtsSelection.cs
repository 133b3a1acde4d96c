namespace RevOps.Metrics.Predictive;

/// <summary>The ETS model that suits a series best, found by trying them all.</summary>
/// <remarks>
/// <para>The form with the least AICc (<see cref="EtsModel.Aicc"/>); of equals the one with fewer parameters.</para>
/// <para>Left out, each with its reason: forms that multiply, where a value is not above zero; forms with more parameters than the observations can tell
/// apart; seasons, in a series without them or where a period of the season was never observed; additive errors with multiplicative seasons, whose
/// forecasts have no finite variance (unless asked for by name). A constant series has one model, ETS(A,N,N).</para>
/// <para>Source: Hyndman and Khandakar, Automatic time series forecasting: the forecast package for R, Journal of Statistical Software 27(3), 2008.</para>
/// </remarks>
public sealed record EtsSelection
{
    private EtsSelection(EtsModel? best, string? undefinedReason, ValueList<EtsCandidate> candidates) =>
        (Best, UndefinedReason, Candidates) = (best, undefinedReason, candidates);

    /// <summary>The best model; null when no form could be fitted.</summary>
    public EtsModel? Best { get; }

    /// <summary>Why there is no model; null when there is one.</summary>
    public string? UndefinedReason { get; }

    /// <summary>Every form, the best first, those left out at the end.</summary>
    public ValueList<EtsCandidate> Candidates { get; }

    /// <summary>Tries the forms on a series.</summary>
    /// <param name="series">The series.</param>
    /// <param name="among">The forms to try; all unless said otherwise.</param>
    /// <param name="options">How long and how closely to search.</param>
    /// <param name="cancellationToken">To stop early.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static EtsSelection Of(
        TimeSeries series, IReadOnlyList<EtsForm>? among = null, FitOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(series);
        options ??= new FitOptions();
        SmoothingOptions nothingGiven = new();
        EtsSample sample = new(series);
        bool constant = sample.Observations > 0 && sample.IsConstant;
        List<(EtsCandidate Candidate, EtsFit? Fit)> tried = [];
        foreach (EtsForm form in among ?? EtsForm.All)
        {
            string? reason = sample.Against(form, nothingGiven)
                ?? (constant && form != default ? "the series is constant" : null)
                ?? (among is null && form.HasInfiniteVariance ? "its forecasts have no finite variance" : null);
            EtsFit? fit = reason is null ? new EtsFit(form, sample, nothingGiven, options, cancellationToken) : null;
            tried.Add((new EtsCandidate(form, reason is not null ? Estimate.Undefined(reason)
                : fit!.Exists ? EtsModel.Corrected(fit.LogLikelihood, fit.Found, sample.Observations)
                : Estimate.Undefined("its likelihood could not be computed")), fit));
        }

        // The order is stable, and the simple forms stand first.
        tried = [.. tried.OrderBy(entry => entry.Candidate.Aicc.Value ?? double.PositiveInfinity)];
        ValueList<EtsCandidate> candidates = ValueList.From(tried.Select(entry => entry.Candidate));
        return tried is [(var first, { } best), ..] && first.Aicc.IsDefined
            ? new EtsSelection(EtsModel.Of(first.Form, best, sample, nothingGiven), null, candidates)
            : new EtsSelection(
                null,
                tried.Count == 0 ? "no form was to be tried" : $"no ETS model: of {tried[0].Candidate.Form}, {tried[0].Candidate.Aicc.UndefinedReason}",
                candidates);
    }

    /// <summary>The next periods by the best model; undefined, with the reason, where there is none.</summary>
    /// <inheritdoc cref="EtsModel.Forecast"/>
    public SeriesForecast Forecast(int horizon, SeriesForecastOptions? options = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(horizon);
        return Best?.Forecast(horizon, options) ?? SeriesForecast.Undefined("ETS", horizon, UndefinedReason!);
    }
}
