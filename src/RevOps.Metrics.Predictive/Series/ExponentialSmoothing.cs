namespace RevOps.Metrics.Predictive;

/// <summary>Classical exponential smoothing: simple (SES), Holt's with a trend, damped, and Holt-Winters with additive or multiplicative seasons.</summary>
/// <remarks>
/// <para>l' = alpha (y - s) + (1 - alpha)(l + phi b); b' = beta (l' - l) + (1 - beta) phi b; s' = gamma (y - l') + (1 - gamma) s; forecast at step h:
/// l + (phi + ... + phi^h) b + s. With multiplicative seasons y / s, y / l' and (l + ...) s. Beta and gamma are those of Holt and Winters: see
/// <see cref="SmoothingParameters"/>.</para>
/// <para>Parameters that are not given are those of the least sum of squared one-step errors. A start that is not given comes from the first values, as
/// in R's HoltWinters: SES starts at the first value; Holt at the second, with the first change as trend; with seasons from the first two years,
/// decomposed by moving average. The first forecast is for the period after those.</para>
/// <para>Missing: at the start, left out; at the end, part of the way to the forecast; between, the state goes on without an error. The values that
/// make the start must be there. Multiplicative seasons take values above zero only.</para>
/// <para>The method, not a model: <see cref="EtsModel"/> has a likelihood, and is what to choose for ranges.</para>
/// <para>Source: Holt (1957); Winters (1960); R, stats::HoltWinters; https://otexts.com/fpp3/expsmooth.html</para>
/// </remarks>
public sealed partial class ExponentialSmoothing
{
    private readonly double[] _fitted;
    private readonly double[] _errors;
    private readonly int _first;
    private readonly int _missingAtEnd;
    private readonly int _seasonLength;
    private readonly int _count;

    private ExponentialSmoothing(
        TrendForm trend, SeasonalForm seasonal, SmoothingParameters parameters, SmoothingStart start, EtsSample sample, FitReport report)
    {
        (Trend, Seasonal, Parameters, Start, Report) = (trend, seasonal, parameters, start.State, report);
        (_seasonLength, _missingAtEnd, _first) = (sample.SeasonLength, sample.MissingAtEnd, sample.First + start.Used);
        _count = sample.First + sample.Values.Length + sample.MissingAtEnd;
        ReadOnlySpan<double> y = sample.Values[start.Used..];
        _fitted = new double[y.Length];
        SumOfSquaredErrors = Smooth(seasonal, parameters, start.State, y, _fitted, out SmoothingState end);
        End = end;
        List<double> errors = [];
        for (int t = 0; t < y.Length; t++)
        {
            if (!double.IsNaN(y[t])) errors.Add(y[t] - _fitted[t]);
        }

        _errors = [.. errors];
    }

    /// <summary>How it carries growth on.</summary>
    public TrendForm Trend { get; }

    /// <summary>How its seasons act.</summary>
    public SeasonalForm Seasonal { get; }

    /// <summary>How fast its states follow.</summary>
    public SmoothingParameters Parameters { get; }

    /// <summary>The state before the first period that it forecasts.</summary>
    public SmoothingState Start { get; }

    /// <summary>The state after the last observation.</summary>
    public SmoothingState End { get; }

    /// <summary>The sum of the squared errors of all one-step forecasts (SSE).</summary>
    public double SumOfSquaredErrors { get; }

    /// <summary>How the fit went; the log-likelihood is that of normal errors, n/2 ln(SSE) with a minus and without its constant.</summary>
    public FitReport Report { get; }

    /// <summary>What it said of each period from those before it; undefined for the periods that made the start.</summary>
    public ValueList<Estimate> Fitted => ValueList.From(
        Enumerable.Repeat(Estimate.Undefined("the start was made of it"), _first)
            .Concat(_fitted.Select(Estimate.Of))
            .Concat(Enumerable.Repeat(Estimate.Undefined("nothing was observed after"), _count - _first - _fitted.Length)));

    /// <summary>Its usual name.</summary>
    public string Name => (Trend, Seasonal) switch
    {
        (TrendForm.None, SeasonalForm.None) => "simple exponential smoothing",
        (TrendForm.Additive, SeasonalForm.None) => "Holt",
        (TrendForm.Damped, SeasonalForm.None) => "damped Holt",
        (TrendForm.Additive, SeasonalForm.Additive) => "additive Holt-Winters",
        (TrendForm.Additive, SeasonalForm.Multiplicative) => "multiplicative Holt-Winters",
        (TrendForm.Damped, SeasonalForm.Additive) => "damped additive Holt-Winters",
        (TrendForm.Damped, SeasonalForm.Multiplicative) => "damped multiplicative Holt-Winters",
        (_, SeasonalForm.Additive) => "additive seasons without a trend",
        _ => "multiplicative seasons without a trend",
    };

    /// <summary>Smooths a series.</summary>
    /// <param name="series">The series.</param>
    /// <param name="trend">How growth is carried on: none for SES, additive for Holt and Holt-Winters.</param>
    /// <param name="seasonal">How seasons act: none for SES and Holt.</param>
    /// <param name="given">Parameters and a starting state that are known; none unless said otherwise.</param>
    /// <param name="options">How long and how closely to search.</param>
    /// <param name="cancellationToken">To stop early.</param>
    /// <exception cref="ArgumentException">The series does not take the method: nothing is left to forecast after the start, a value that makes the start is
    /// missing, or one is not above zero where seasons multiply; or a parameter is given that the method has not, or one outside its range.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static ExponentialSmoothing Fit(
        TimeSeries series, TrendForm trend = TrendForm.None, SeasonalForm seasonal = SeasonalForm.None,
        SmoothingOptions? given = null, FitOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(series);
        given ??= new SmoothingOptions();
        if (given.Against(trend, seasonal, series.SeasonLength) is { } misfit) throw new ArgumentException(misfit, nameof(given));
        EtsSample sample = new(series);
        SmoothingStart? start = given.Start is { } state ? new SmoothingStart(state, 0) : SmoothingStart.Of(sample, trend, seasonal, out _);
        if (Against(sample, trend, seasonal, start) is { } reason) throw new ArgumentException($"The series cannot be smoothed: {reason}.", nameof(series));
        LeastSquaresSearch search = new(trend, seasonal, given, start!.Value, sample);
        (SmoothingParameters parameters, FitReport report) = search.Run(options ?? new FitOptions(), cancellationToken);
        return new ExponentialSmoothing(trend, seasonal, parameters, start.Value, sample, report);
    }

    /// <summary>Leads a state through values; the forecast of each, the state at the end, and the sum of the squared errors.</summary>
    internal static double Smooth(
        SeasonalForm seasonal, SmoothingParameters parameters, SmoothingState start, ReadOnlySpan<double> y, Span<double> fitted, out SmoothingState end)
    {
        double alpha = parameters.Alpha, beta = parameters.Beta ?? 0, gamma = parameters.Gamma ?? 0, phi = parameters.Phi ?? 1;
        double l = start.Level, b = start.Trend ?? 0, squares = 0;
        double[] factors = [.. start.Seasonal];
        for (int t = 0; t < y.Length; t++)
        {
            int place = factors.Length == 0 ? 0 : t % factors.Length;
            double q = l + (phi * b), s = factors.Length == 0 ? 0 : factors[place];
            fitted[t] = seasonal == SeasonalForm.Multiplicative ? q * s : q + s;
            double before = l;
            if (double.IsNaN(y[t]))
            {
                (l, b) = (q, phi * b);
                continue;
            }

            double error = y[t] - fitted[t];
            squares += error * error;
            l = (alpha * (seasonal == SeasonalForm.Multiplicative ? y[t] / s : y[t] - s)) + ((1 - alpha) * q);
            b = (beta * (l - before)) + ((1 - beta) * phi * b);
            if (factors.Length > 0) factors[place] = (gamma * (seasonal == SeasonalForm.Multiplicative ? y[t] / l : y[t] - l)) + ((1 - gamma) * s);
        }

        int next = factors.Length == 0 ? 0 : y.Length % factors.Length;
        end = new SmoothingState(l, start.Trend is null ? null : b, [.. factors[next..], .. factors[..next]]);
        return squares;
    }

    private static string? Against(EtsSample sample, TrendForm trend, SeasonalForm seasonal, SmoothingStart? start)
    {
        if (sample.Against(new EtsForm(ErrorForm.Additive, trend, seasonal), Everything) is { } reason) return reason;
        if (start is null)
        {
            SmoothingStart.Of(sample, trend, seasonal, out string missing);
            return missing;
        }

        foreach (double value in sample.Values[start.Value.Used..])
        {
            if (!double.IsNaN(value)) return null;
        }

        return $"its first {start.Value.Used} periods make the start, and none is left to forecast: give a longer series or a starting state";
    }

    /// <summary>The checks of a series alone, not of how many parameters it can tell apart.</summary>
    private static SmoothingOptions Everything { get; } = new() { Alpha = 1, Beta = 1, Gamma = 1, Phi = 1, Start = new SmoothingState(0) };
}
