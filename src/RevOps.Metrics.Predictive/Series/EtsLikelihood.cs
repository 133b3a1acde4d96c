namespace RevOps.Metrics.Predictive;

/// <summary>The likelihood of one ETS form for one series, and its gradient, without allocating: this is where automatic selection spends its time.</summary>
/// <remarks>
/// <para>States are l, b and s; each period q = l + phi b, the forecast is q, q + s or q s, and the error e moves the states by alpha e, beta e and gamma e,
/// divided by s (level, trend) and q (season) where seasons multiply. Written so, additive and multiplicative errors have the same states: only what is
/// squared differs, e or e / forecast.</para>
/// <para>The value is minus the logarithm of the likelihood without its constant: n/2 ln(sum of squares), and for multiplicative errors the sum of
/// ln(forecast). The gradient is that of all parameters and starting states at once, by going backwards through the periods (reverse differentiation),
/// at about three times the cost of a value whatever their number.</para>
/// <para>A missing period has no error: the states go on as expected.</para>
/// <para>Source: Hyndman, Koehler, Ord and Snyder, Forecasting with Exponential Smoothing: The State Space Approach (2008), chapters 2 and 5.</para>
/// </remarks>
internal sealed class EtsLikelihood
{
    // Where each stands in the vector of arguments; the seasons follow.
    public const int Alpha = 0, Beta = 1, Gamma = 2, Phi = 3, Level = 4, Trend = 5, Seasons = 6;

    private readonly EtsForm _form;
    private readonly double[] _y;
    private readonly double[] _trend;
    private readonly double[] _q;
    private readonly double[] _s;
    private readonly double[] _e;
    private readonly double[] _ring;
    private readonly double[] _arguments;
    private readonly int _observed;
    private readonly double _leastSumOfSquares;
    private double _sumOfSquares;

    /// <param name="form">The form.</param>
    /// <param name="y">The series in units of the search, NaN where a period is missing.</param>
    /// <param name="season">The length of the season; 1 without seasons.</param>
    /// <param name="leastSumOfSquares">What is not told from an exact fit.</param>
    public EtsLikelihood(EtsForm form, double[] y, int season, double leastSumOfSquares)
    {
        _form = form;
        _y = y;
        (_trend, _q, _s, _e) = (new double[y.Length], new double[y.Length], new double[y.Length], new double[y.Length]);
        _ring = new double[season];
        _arguments = new double[Seasons + season];
        _leastSumOfSquares = leastSumOfSquares;
        foreach (double value in y) _observed += double.IsNaN(value) ? 0 : 1;
    }

    /// <summary>Minus the log-likelihood; infinite where the model does not exist, such as at a forecast below zero that is to be multiplied by.</summary>
    public double Value(ReadOnlySpan<double> arguments)
    {
        arguments.CopyTo(_arguments);
        double alpha = arguments[Alpha], beta = arguments[Beta], gamma = arguments[Gamma], phi = arguments[Phi];
        double l = arguments[Level], b = arguments[Trend];
        double[] ring = _ring;
        arguments[Seasons..].CopyTo(ring);
        bool relative = _form.Error == ErrorForm.Multiplicative, positive = _form.NeedsPositiveValues;
        SeasonalForm seasonal = _form.Seasonal;
        double squares = 0, logs = 0, product = 1;
        for (int t = 0, k = 0; t < _y.Length; t++)
        {
            double q = l + (phi * b), s = ring[k];
            double forecast = seasonal == SeasonalForm.None ? q : seasonal == SeasonalForm.Additive ? q + s : q * s;
            if (positive && !(forecast > 0 && (seasonal != SeasonalForm.Multiplicative || s > 0))) return double.PositiveInfinity;
            (_trend[t], _q[t], _s[t]) = (b, q, s);
            double e = _y[t] - forecast;
            if (double.IsNaN(e)) e = 0;
            else if (relative)
            {
                double share = e / forecast;
                squares += share * share;
                product *= forecast;
                if (product is < 1e-100 or > 1e100)
                {
                    // One logarithm for many factors.
                    logs += Math.Log(product);
                    product = 1;
                }
            }
            else squares += e * e;

            _e[t] = e;
            double r = e;
            if (seasonal == SeasonalForm.Multiplicative)
            {
                r = e / s;
                ring[k] = s + (gamma * e / q);
            }
            else ring[k] = s + (gamma * e);

            l = q + (alpha * r);
            b = (phi * b) + (beta * r);
            if (++k == ring.Length) k = 0;
        }

        _sumOfSquares = squares;
        double value = (0.5 * _observed * Math.Log(Math.Max(squares, _leastSumOfSquares))) + logs + (relative ? Math.Log(product) : 0);
        return double.IsFinite(value) ? value : double.PositiveInfinity;
    }

    /// <summary>The gradient where <see cref="Value"/> was asked last, in the order of its arguments.</summary>
    public void Gradient(Span<double> gradient)
    {
        gradient.Clear();
        double alpha = _arguments[Alpha], beta = _arguments[Beta], gamma = _arguments[Gamma], phi = _arguments[Phi];
        bool relative = _form.Error == ErrorForm.Multiplicative;
        SeasonalForm seasonal = _form.Seasonal;
        double weight = _sumOfSquares > _leastSumOfSquares ? _observed / _sumOfSquares : 0;
        double byAlpha = 0, byBeta = 0, byGamma = 0, byPhi = 0, byL = 0, byB = 0;
        Span<double> byRing = gradient[Seasons..];
        int k = (_y.Length - 1) % byRing.Length;
        for (int t = _y.Length - 1; t >= 0; t--)
        {
            double q = _q[t], s = _s[t], b = _trend[t], e = _e[t];
            double byForecast = 0, byQ = byL, byS = byRing[k];
            if (!double.IsNaN(_y[t]))
            {
                double byE = 0;
                if (relative)
                {
                    double forecast = seasonal == SeasonalForm.None ? q : seasonal == SeasonalForm.Additive ? q + s : q * s;
                    byForecast = (1 / forecast) - (weight * e * _y[t] / (forecast * forecast * forecast));
                }
                else byE = weight * e;

                if (seasonal == SeasonalForm.Multiplicative)
                {
                    double r = e / s, u = e / q, byR = (alpha * byL) + (beta * byB), byU = gamma * byS;
                    byAlpha += byL * r;
                    byBeta += byB * r;
                    byGamma += byS * u;
                    byE += (byR / s) + (byU / q);
                    byS -= byR * r / s;
                    byQ -= byU * u / q;
                }
                else
                {
                    byAlpha += byL * e;
                    byBeta += byB * e;
                    byGamma += byS * e;
                    byE += (alpha * byL) + (beta * byB) + (gamma * byS);
                }

                byForecast -= byE;
            }

            byPhi += byB * b;
            byB *= phi;
            switch (seasonal)
            {
                case SeasonalForm.Multiplicative:
                    byQ += byForecast * s;
                    byS += byForecast * q;
                    break;
                case SeasonalForm.Additive:
                    byQ += byForecast;
                    byS += byForecast;
                    break;
                default:
                    byQ += byForecast;
                    break;
            }

            byL = byQ;
            byB += phi * byQ;
            byPhi += byQ * b;
            byRing[k] = byS;
            k = k == 0 ? byRing.Length - 1 : k - 1;
        }

        (gradient[Alpha], gradient[Beta], gradient[Gamma], gradient[Phi], gradient[Level], gradient[Trend]) = (byAlpha, byBeta, byGamma, byPhi, byL, byB);
    }
}
